/** What a browser may do otherwise than the others: windows, storage that is partitioned, coming back in the same tab. */
import { CONNECTED, NOTHING } from '../support/pipes-api.ts'
import { ACME_ID } from '../support/world.ts'
import { expect, test, type Page } from './fixtures.ts'

test.describe.configure({ mode: 'default' })

const octocat = (page: Page): Promise<void> => page.pressOn('octocat', { part: true })

/** Signs in at the strict provider, and says no. */
async function deny(page: Page): Promise<void> {
  const typed = `
    const inputs = document.querySelectorAll('input[name=login], input[name=password]')
    for (const input of inputs) input.value = arguments[0]
    return inputs.length`
  await expect.poll(() => page.run(typed, 'ada')).toBe(2)
  await page.pressOn('Sign-in')
  await page.pressOn('[ Cancel ]')
}

test('under a strict policy GitHub is connected in a window, and disconnected', async ({
  host,
  user,
  webkit,
  world: { pipes },
}) => {
  await webkit.go(host.strictUrlFor(user))
  await webkit.pressOn('Connect GitHub')
  await webkit.inWindow(() => octocat(webkit))
  await expect.poll(() => webkit.row('GitHub')).toContain('octocat')
  expect(await pipes.standing('github', user)).toEqual(CONNECTED)
  // It closes its window by itself.
  await expect.poll(async () => (await webkit.windows()).length).toBe(1)

  await webkit.pressOn('Disconnect GitHub')
  await webkit.pressOn('Disconnect')
  await expect.poll(() => webkit.row('GitHub')).toContain('Not connected')
  expect(await pipes.standing('github', user)).toEqual(NOTHING)
})

test('who says no is told so, and nothing is connected', async ({
  host,
  user,
  webkit,
  world: { pipes },
}) => {
  await webkit.go(host.urlFor(user))
  await webkit.pressOn(`Connect ${ACME_ID.name}`)
  await webkit.inWindow(() => deny(webkit))
  await expect.poll(() => webkit.row(ACME_ID.name)).toContain('Access was declined')
  expect(await pipes.standing(ACME_ID.slug, user)).toEqual(NOTHING)
})

test('where windows are blocked it connects in the same tab, and comes back', async ({
  host,
  user,
  webkit,
  world: { pipes },
}) => {
  await webkit.go(host.urlFor(user))
  await webkit.run('window.open = () => null')
  await webkit.pressOn('Connect GitHub')
  await octocat(webkit)
  await expect.poll(() => webkit.row('GitHub')).toContain('octocat')
  expect(await webkit.run('return location.href')).toBe(host.urlFor(user))
  expect(await pipes.standing('github', user)).toEqual(CONNECTED)
})

test('a page that is loaded anew in the middle connects nobody, and can begin again', async ({
  host,
  user,
  webkit,
  world: { pipes },
}) => {
  await webkit.go(host.urlFor(user))
  await webkit.pressOn('Connect GitHub')
  await webkit.inWindow(() => webkit.see('octocat', { part: true }))
  await webkit.reload()
  await webkit.inWindow(() => octocat(webkit))
  await expect.poll(() => webkit.row('GitHub')).toContain('Not connected')
  expect(await pipes.standing('github', user)).toEqual(NOTHING)
})

test('<pipes-admin> is drawn by one script, and opens its dialogs', async ({
  host,
  user,
  webkit,
  world: { pipes },
}) => {
  const organization_id = `org_${user}`
  const scopes = ['widgets:pipes:manage']
  host.answerSessions(async (user_id) => {
    const made = await pipes.call('POST', '/widgets/token', { user_id, organization_id, scopes })
    return { status: 200, token: ((await made.json()) as { readonly token: string }).token }
  })
  await webkit.go(host.adminUrlFor(user))
  await expect.poll(() => webkit.row('Slack')).toContain('Available')
  await webkit.pressOn('Settings for Slack')
  await webkit.pressOn('Cancel')
  await webkit.pressOn('Allow Slack')
  await webkit.pressOn('Switch off')
  await expect.poll(() => webkit.row('Slack')).toContain('Switched off by your organization')
})
