/** The playground: every state under its strict policy, what is set there, and what a page would hear. */
import { expect, test } from '../support/fixtures.ts'
import { button, row } from '../support/widget-page.ts'

for (const element of ['pipes-widget', 'pipes-admin']) {
  test(`each state of <${element}> is reached, under a policy that allows nothing else`, async ({
    page,
    world: { stack },
  }) => {
    const complaints: string[] = []
    const asked = new Set<string>()
    page.on('console', (message) => {
      // Some providers of the fixtures have no icon.
      const isIcon = message.location().url.includes('/icons/')
      if (!isIcon) complaints.push(`${message.text()} ${message.location().url}`)
    })
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('request', (request) => asked.add(new URL(request.url()).pathname.split('/')[1] ?? ''))
    await page.goto(`${stack.url}/playground?element=${element}`)
    await expect(page.locator('html')).toHaveAttribute('data-reached', 'list')
    await expect(page.locator(`#stage ${element}`)).toBeVisible()
    const state = page.getByRole('combobox', { name: 'State' })
    const names = await state.locator('option').allTextContents()
    expect(names.length).toBeGreaterThan(15)
    for (const name of names) {
      // As a person who comes by a link, since a dialog keeps the rest of the page from being pressed.
      await page.goto(`${stack.url}/playground?element=${element}&view=${name}`)
      await expect(page.locator('html')).toHaveAttribute('data-reached', name)
    }
    expect(complaints).toEqual([])
    // No answer in it is anybody's.
    expect(asked).not.toContain('_widgets')
  })
}

test('what is set shows at once, and as code; events are told as they come', async ({
  page,
  world: { stack },
}) => {
  await page.goto(`${stack.url}/playground`)
  await expect(row(page, 'Slack')).toContainText('Not connected')
  await page.getByLabel('theme').selectOption('dark')
  await page.getByLabel('lang').selectOption('de')
  await expect(button(page, 'Slack verbinden')).toBeVisible()
  await page.getByText('CSS properties').click()
  await page.getByLabel('--pipes-radius').fill('2px')
  const code = page.locator('#code')
  await expect(code).toContainText('<pipes-widget session-url="/pipes/session"')
  await expect(code).toContainText(' theme="dark"')
  await expect(code).toContainText(' lang="de"')
  await expect(code).toContainText('--pipes-radius: 2px;')
  await page.reload()
  await expect(page.locator('pipes-widget')).toHaveAttribute('theme', 'dark')
  await expect(button(page, 'Slack verbinden')).toBeVisible()

  await button(page, 'Slack verbinden').click()
  await expect(row(page, 'Slack')).toContainText('Warten auf Slack')
  await button(page, 'Provider says yes').click()
  await expect(row(page, 'Slack')).toContainText('octocat')
  await expect(page.getByRole('log').getByRole('listitem').first()).toContainText('"slug":"slack"')
  await button(page, 'Session ends').click()
  await expect(page.getByRole('log')).toContainText('pipes-session-expired')
})

test('the element for administrators is there, too, with its own code and its own events', async ({
  page,
  world: { stack },
}) => {
  await page.goto(`${stack.url}/playground`)
  await expect(row(page, 'Slack')).toContainText('Not connected')
  await page.getByLabel('theme').selectOption('dark')
  const choice = page.getByRole('combobox', { name: 'Element' })
  await choice.selectOption('pipes-admin')
  await expect(choice).toBeFocused()
  await expect(page.locator('html')).toHaveAttribute('data-reached', 'list')
  const code = page.locator('#code')
  await expect(code).toContainText('/pipes-admin.js" defer>')
  await expect(code).toContainText('<pipes-admin session-url="/pipes/admin-session" theme="dark">')
  await expect(page.locator('pipes-admin')).toHaveAttribute('theme', 'dark')
  await expect(page.locator('pipes-widget')).toHaveCount(0)

  await page.getByRole('switch', { name: 'Allow Notion' }).click()
  await expect(page.getByRole('log')).toContainText(
    '{"slug":"notion","place":"members","enabled":true}',
  )
  await page.reload()
  await expect(page.getByRole('switch', { name: 'Allow Notion' })).toBeVisible()
})
