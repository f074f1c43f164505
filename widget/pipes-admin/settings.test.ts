import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { wireConfiguration } from '../test/admin-fixtures.ts'
import type { WireAnswer } from '../test/fixtures.ts'
import { refusal } from '../test/form.ts'
import { button, dialog, field, mountAdmin, press, rowText } from '../test/mount-admin.ts'
import { expectFocus } from '../test/mount.ts'

const change = (api: ReturnType<typeof mountAdmin>['api']) => api.asked('configuration$', 'PUT')

describe('an organization’s own client', () => {
  test('is entered in two steps, with the redirect URI to copy, and saved', async () => {
    const { admin, api, browser, events } = mountAdmin()
    await button('Set up Salesforce').click()
    await expect.element(dialog()).toMatchTextContent(/Step 1 of 2/)
    const uri = 'https://pipes.example/data-integrations/salesforce/dik_2/callback'
    await expect.element(field('Redirect URI')).toHaveValue(uri)
    await press('Copy redirect URI').click()
    await expect.element(press('Copy redirect URI')).toMatchTextContent(/Copied/)
    expect(browser.copied).toEqual([uri])

    await field('Client ID').fill(' 3MVG9acme ')
    await field('Client secret').fill('secret-of-acme-wxyz')
    await press('Next').click()
    await expect.element(dialog()).toMatchTextContent(/Step 2 of 2/)
    await field('My Domain').fill('acme')
    await press('Save').click()

    await expect.element(dialog()).not.toBeInTheDocument()
    await expect.poll(() => rowText(admin, 'salesforce')).toContain('Available Saved')
    expect(change(api)[0]?.body).toEqual({
      client_id: '3MVG9acme',
      client_secret: 'secret-of-acme-wxyz',
      scopes: [],
      config: { domain: 'acme' },
    })
    expect(events).toMatchObject([
      { type: 'pipes-configured', slug: 'salesforce', place: 'members', enabled: null },
    ])
    expect(admin.shadowRoot?.innerHTML).not.toContain('secret-of-acme')
  })

  test('keeps its secret where nothing is typed, and asks for one with another id', async () => {
    const { api } = mountAdmin()
    await button('Settings for GitHub').click()
    await expect.element(dialog()).toMatchTextContent(/The secret in use ends in 47ae/)
    await field('Client ID').fill('Iv1.other')
    await press('Next').click()
    await expect
      .element(dialog().getByText('Another client ID needs its own secret.'))
      .toBeVisible()
    await expectFocus(field('Client secret'))

    await field('Client ID').fill('Iv1.acme')
    await press('Next').click()
    await press('Save').click()
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(change(api)[0]?.body).toEqual({ scopes: ['read:user'] })
  })

  test('goes back and forth without a loss', async () => {
    mountAdmin()
    await button('Set up Salesforce').click()
    await field('Client ID').fill('3MVG9acme')
    await field('Client secret').fill('secret-of-acme')
    await press('Next').click()
    await press('Back').click()
    await expectFocus(field('Client ID'))
    await expect.element(field('Client ID')).toHaveValue('3MVG9acme')
    await expect.element(field('Client secret')).toHaveValue('secret-of-acme')
  })

  test('may stay away where there is another way to connect', async () => {
    const { api } = mountAdmin((mounted) => {
      mounted.api.configurations = mounted.api.configurations.map((row) =>
        row.slug === 'salesforce'
          ? { ...row, authMethods: ['oauth', 'api_key'], configFields: [] }
          : row,
      )
    })
    await button('Set up Salesforce').click()
    await press('Next').click()
    await press('Save').click()
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(change(api)[0]?.body).toEqual({ scopes: [] })
  })
})

describe('permissions', () => {
  test('are chosen in plain words; one that goes is warned of', async () => {
    const { api } = mountAdmin()
    await button('Settings for GitHub').click()
    await press('Next').click()
    const scope = (name: string) => dialog().getByRole('checkbox', { name })
    await expect.element(dialog()).toMatchTextContent(/asks for user:email by default/)
    await scope('Read email addresses user:email').click()
    await expect.element(dialog()).not.toMatchTextContent(/by default/)
    await scope('gist').click()
    await press('Save').click()
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(change(api)[0]?.body).toEqual({ scopes: ['read:user', 'user:email', 'gist'] })
  })

  test('are typed where the provider’s are not known', async () => {
    const { api } = mountAdmin((mounted) => {
      mounted.api.configurations = [
        wireConfiguration({
          slug: 'own',
          name: 'Own',
          scopes: ['read'],
          defaultScopes: ['read'],
          credentials: {
            credentialsType: 'organization',
            hasCredentials: true,
            client_id: 'id',
            redactedClientSecret: 'cret',
            redirectUri: 'https://pipes.example/callback',
          },
        }),
      ]
    })
    await button('Settings for Own').click()
    await press('Next').click()
    await field('Other permissions').fill('write  admin:all')
    await press('Save').click()
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(change(api)[0]?.body).toEqual({ scopes: ['read', 'write', 'admin:all'] })
  })

  test('of the developer’s client are those of the developer', async () => {
    mountAdmin()
    await button('Settings for Slack').click()
    await expect.element(dialog()).not.toMatchTextContent(/Step|Client/)
    expect(dialog().getByRole('checkbox').elements()).toHaveLength(2)
  })
})

describe('what the Worker does not take', () => {
  test.each([
    ['client_pair_incomplete', 400, 'client_secret', 'Client secret', /Enter both/],
    ['client_required_for_new_address', 400, 'client_secret', 'Client secret', /another address/],
    ['config_invalid', 400, 'config.domain', 'My Domain', /does not look as it should/],
  ])('%s is said at its field, which gets the focus', async (code, status, name, label, says) => {
    const { events } = mountAdmin(({ api }) => {
      api.always.set('configuration', refusal(status, code, 'm', [{ field: name, message: 'm' }]))
    })
    await button('Set up Salesforce').click()
    await field('Client ID').fill('3MVG9acme')
    await field('Client secret').fill('secret')
    await press('Next').click()
    await field('My Domain').fill('acme')
    await press('Save').click()
    await expect.element(field(label)).toHaveAccessibleDescription(says)
    await expectFocus(field(label))
    await expect.element(field('Client ID')).toHaveValue('3MVG9acme')
    expect(events).toMatchObject([{ type: 'pipes-error', code, slug: 'salesforce' }])
  })

  test('is said at the permissions, if it is about them', async () => {
    mountAdmin(({ api }) => {
      const about = [{ field: 'scopes', message: 'm' }]
      api.always.set('configuration', refusal(422, 'scope_not_configured', 'm', about))
    })
    await button('Settings for Slack').click()
    await press('Save').click()
    await expect
      .element(dialog().getByRole('group'))
      .toHaveAccessibleDescription(/not known at Slack, or not offered/)
  })

  test('is said above the buttons, if it is about nothing in particular, each time', async () => {
    mountAdmin(({ api }) => {
      api.always.set('configuration', refusal(409, 'configuration_raced', 'm'))
    })
    await button('Settings for Slack').click()
    await dialog().getByRole('checkbox', { name: 'chat:write' }).click()
    await press('Save').click()
    await expect.element(dialog().getByRole('alert')).toMatchTextContent(/changed elsewhere/)
    await expect.element(dialog().getByRole('checkbox', { name: 'chat:write' })).not.toBeChecked()
    await press('Save').click()
    await expect.element(dialog().getByRole('alert')).toMatchTextContent(/changed elsewhere/)
  })
})

test('what is on its way when the dialog is closed is said to be saved, and the row tells when it is', async () => {
  const answer = Promise.withResolvers<WireAnswer>()
  const { admin, api } = mountAdmin()
  await button('Settings for Slack').click()
  api.next.set('configuration', answer.promise)
  await press('Save').click()
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog()).not.toBeInTheDocument()
  expect(rowText(admin, 'slack')).toContain('Saving…')
  answer.resolve({ status: 200, body: {} })
  await expect.poll(() => rowText(admin, 'slack')).toContain('Available Saved')
})

test('what is typed outlives a re-reading, and a click beside the dialog', async () => {
  const { admin } = mountAdmin()
  await button('Set up Salesforce').click()
  await field('Client ID').fill('3MVG9acme')
  await admin.refresh()
  await userEvent.click(document.body, { position: { x: 1, y: 1 }, force: true })
  await expect.element(field('Client ID')).toHaveValue('3MVG9acme')
})

test('nothing of it is left after the dialog', async () => {
  mountAdmin()
  await button('Set up Salesforce').click()
  await field('Client ID').fill('3MVG9acme')
  await userEvent.keyboard('{Escape}')
  await expectFocus(button('Set up Salesforce'))
  await button('Set up Salesforce').click()
  await expect.element(field('Client ID')).toHaveValue('')
})
