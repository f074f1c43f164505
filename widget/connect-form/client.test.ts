import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { button, dialog, field, mountForms, press, refusal } from '../test/form.ts'
import { secretRows } from '../test/form-fixtures.ts'
import { expectFocus, rowText } from '../test/mount.ts'

describe('a client of one’s own', () => {
  test('is typed with the provider’s fields, in their order, by keyboard alone', async () => {
    const { widget, api } = mountForms()
    await button('Connect Snowflake').click()
    await expectFocus(field('Client ID'))
    await userEvent.keyboard('cid{Tab}sec{Tab}')
    await expectFocus(press('Show Client secret'))
    await userEvent.keyboard('{Tab}ACME-eu1{Tab}')
    await expectFocus(field('Role (optional)'))
    await userEvent.keyboard('{Enter}')
    await expectFocus(button('Update credentials of Snowflake'))
    expect(api.asked('/snowflake/client-credentials$')).toMatchObject([
      {
        method: 'PUT',
        body: { client_id: 'cid', client_secret: 'sec', config: { account: 'ACME-eu1' } },
      },
    ])
    expect(rowText(widget, 'snowflake')).toContain('Connected cid')
  })

  test('is never typed under the button that shows it, whichever way either runs', async () => {
    mountForms(undefined, ({ widget }) => {
      widget.dir = 'rtl'
      widget.messages = { form: { show: 'Show what has been typed' } }
    })
    await button('Connect Snowflake').click()
    const input = (await field('Client secret').findElement()).getBoundingClientRect()
    const shows = (await press('Show Client secret').findElement()).getBoundingClientRect()
    expect(shows.right).toBeLessThanOrEqual(input.left)
  })

  test('is filled in when there is one, but for its secret; config is sent only when changed', async () => {
    const { api } = mountForms(secretRows)
    await button('Update credentials of Snowflake').click()
    await expect.element(field('Client ID')).toHaveValue('pipes-reader')
    await expect.element(field('Account')).toHaveValue('acme-eu1')
    await expectFocus(field('Client secret'))
    await press('Update').click()
    await expectFocus(field('Client secret'))
    await userEvent.keyboard('new-secret{Enter}')
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(api.asked('client-credentials').map(({ body }) => body)).toEqual([
      {
        client_id: 'pipes-reader',
        client_secret: 'new-secret',
        connected_account_id: 'data_installation_snowflake',
      },
    ])
  })

  test('with another account sends the whole config', async () => {
    const { api } = mountForms(secretRows)
    await button('Update credentials of Snowflake').click()
    await field('Client secret').fill('s')
    await field('Role (optional)').fill('READER')
    await press('Update').click()
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(api.asked('client-credentials')[0]?.body).toMatchObject({
      config: { account: 'acme-eu1', role: 'READER' },
    })
  })
})

describe('what is wrong', () => {
  test('is said at each field, the first of which has the focus', async () => {
    const { api } = mountForms()
    await button('Connect Snowflake').click()
    await field('Client ID').fill('cid')
    await field('Account').fill('acme.eu1')
    await press('Connect').click()
    await expectFocus(field('Client secret'))
    await expect.element(field('Client secret')).toHaveAccessibleDescription(/is needed/)
    await expect
      .element(field('Account'))
      .toHaveAccessibleDescription(
        'This does not look as it should. The first part of the address at which you sign in. For example: acme-eu1',
      )
    await expect.element(field('Client ID')).not.toHaveAttribute('aria-invalid')
    await expect.element(field('Role (optional)')).not.toHaveAttribute('aria-invalid')
    expect(api.asked('client-credentials')).toEqual([])
  })

  test('a client that the provider refuses is said in the dialog', async () => {
    mountForms(undefined, ({ api }) => {
      api.put = refusal(422, 'client_credentials_refused', 'm')
    })
    await button('Connect Snowflake').click()
    await field('Client ID').fill('cid')
    await field('Client secret').fill('sec')
    await field('Account').fill('acme')
    await press('Connect').click()
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent(/Snowflake did not accept these credentials.*Check them/)
    await expect.element(field('Client secret')).toHaveValue('sec')
  })

  test('a value that the Worker refuses is said at its field, in the Worker’s words', async () => {
    mountForms(undefined, ({ api }) => {
      api.put = refusal(422, 'config_invalid', '"Account" does not look as it should.', [
        { field: 'config.account', message: 'm' },
      ])
    })
    await button('Connect Snowflake').click()
    await field('Client ID').fill('cid')
    await field('Client secret').fill('sec')
    await field('Account').fill('acme')
    await press('Connect').click()
    await expectFocus(field('Account'))
    await expect.element(field('Account')).toHaveAccessibleDescription(/^"Account" does not look/)
  })
})
