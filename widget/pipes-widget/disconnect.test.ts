import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { serverError } from '../test/fixtures.ts'
import { expectFocus, mount, rowText } from '../test/mount.ts'
import { PipesErrorEvent } from './events.ts'

const button = (name: string) => page.getByRole('button', { name, exact: true })
const rows = () => page.getByRole('listitem')

describe('disconnecting', () => {
  test('asks first, and does it on yes', async () => {
    const { widget, api, events } = mount()
    await button('Disconnect GitHub').click()
    const dialog = page.getByRole('dialog', { name: 'Disconnect GitHub?' })
    await expect.element(dialog).toBeVisible()
    await expect.element(dialog).toMatchTextContent(/your GitHub account octocat/)

    await dialog.getByRole('button', { name: 'Disconnect' }).click()
    await expect.element(button('Connect GitHub')).toBeVisible()
    expect(rowText(widget, 'github')).toContain('Not connected')
    expect(api.asked('/installations/data_installation_github$')).toMatchObject([
      { method: 'DELETE' },
    ])
    expect(events).toMatchObject([{ type: 'pipes-disconnected', slug: 'github' }])
  })

  test.each(['{Escape}', '{Enter}'])('%s on the open question leaves it connected', async (key) => {
    const { api } = mount()
    await button('Disconnect GitHub').click()
    await expectFocus(button('Cancel'))
    await userEvent.keyboard(key)
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    await expectFocus(button('Disconnect GitHub'))
    expect(api.asked('/installations/')).toEqual([])
  })

  test('that fails says so in the row, which stays connected', async () => {
    const { events } = mount(
      ({ api }) => void api.next.set('data_installation_github', serverError),
    )
    await button('Disconnect GitHub').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
    await expect.element(rows().first()).toMatchTextContent(/The service answered with an error/)
    await expect.element(button('Disconnect GitHub')).toBeVisible()
    expect(events[0]).toBeInstanceOf(PipesErrorEvent)
  })

  test('what another tab has disconnected already is no failure', async () => {
    const { events } = mount(({ api }) => {
      api.next.set('data_installation_github', {
        status: 404,
        body: { code: 'not_found', message: 'm' },
      })
    })
    await button('Disconnect GitHub').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
    await expect.poll(() => events.map((event) => event.type)).toEqual(['pipes-disconnected'])
  })
})

describe('the keyboard', () => {
  beforeEach(() => {
    mount()
  })

  test('reaches every button in the order of the rows', async () => {
    await expect.element(button('Disconnect GitHub')).toBeVisible()
    const reached: (string | null)[] = []
    for (let presses = 0; presses < 7; presses++) {
      await userEvent.keyboard('{Tab}')
      const focused = document.activeElement?.shadowRoot?.activeElement
      reached.push(focused?.getAttribute('aria-label') ?? null)
    }
    expect(reached).toEqual([
      'Reauthorize: Google Drive',
      'Details of GitHub',
      'Disconnect GitHub',
      'Connect Slack',
      'Details of Google Drive',
      'Reauthorize Google Drive',
      'Disconnect Google Drive',
    ])
  })

  test('stays in the row while it connects', async () => {
    await button('Connect Slack').click()
    await expectFocus(button('Cancel connecting Slack'))
  })

  test('stays in the row when the pressed button goes', async () => {
    await button('Disconnect Google Drive').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
    await expectFocus(button('Connect Google Drive'))
  })
})
