/** Somebody wants another person's account under their own name, or the other way round. Nobody gets one. */
import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext } from '@playwright/test'
import { startOwnFlow } from '../support/attacker.ts'
import { attemptsOf, expireAttempts, sweepAttempts } from '../support/attempts.ts'
import { allow, chooseAccount, signIn } from '../support/consent.ts'
import { expect, test } from '../support/fixtures.ts'
import type { HostPage } from '../support/host-page.ts'
import { callbackByHttp, connectByHttp } from '../support/http-browser.ts'
import { CONNECTED, NOTHING } from '../support/pipes-api.ts'
import { pressForWindow, row } from '../support/widget-page.ts'
import { ACME_ID } from '../support/world.ts'

/** Another person's browser; signed in to the customer's app, or not. */
async function victimsBrowser(
  browser: Browser,
  host: HostPage,
  victim: string | null,
): Promise<BrowserContext> {
  const context = await browser.newContext()
  if (victim !== null) await context.addCookies([host.cookieOf(victim)])
  return context
}

test('the provider’s address, copied into another browser, connects nobody', async ({
  browser,
  context,
  host,
  page,
  user: attacker,
  world: { oidc, pipes },
}) => {
  const victim = `user_${randomUUID()}`
  await page.goto(host.urlFor(attacker))
  const left = context.waitForEvent('request', (request) =>
    request.url().startsWith(`${oidc.origin}/auth?`),
  )
  await pressForWindow(page, `Connect ${ACME_ID.name}`)
  const address = (await left).url()

  const other = await victimsBrowser(browser, host, victim)
  const lured = await other.newPage()
  await lured.goto(address)
  await signIn(lured, 'victim')
  const before = oidc.tokenRequests.length
  await allow(lured)
  await expect(lured.getByRole('heading', { name: 'Not connected' })).toBeVisible()
  await expect(lured.getByText('This browser is not the one')).toBeVisible()
  expect(oidc.tokenRequests).toHaveLength(before)
  expect(await pipes.standing(ACME_ID.slug, attacker)).toEqual(NOTHING)
  expect(await pipes.standing(ACME_ID.slug, victim)).toEqual(NOTHING)
  // Nor has the outsider ended the attempt.
  await expect(row(page, ACME_ID.name)).toContainText('Waiting for Acme ID')
  await other.close()
})

test('a callback with the attacker’s own code, loaded by a victim, connects nobody', async ({
  browser,
  host,
  page,
  user: attacker,
  world: { pipes },
}) => {
  const victim = `user_${randomUUID()}`
  await page.goto(host.urlFor(attacker))
  const window = await pressForWindow(page, 'Connect GitHub')
  await window.getByRole('button').filter({ hasText: 'octocat' }).waitFor()
  const callback = await callbackByHttp(window.url())
  expect(callback).toContain('code=')

  const other = await victimsBrowser(browser, host, victim)
  const lured = await other.newPage()
  await lured.goto(callback)
  await expect(lured.getByRole('heading', { name: 'Not connected' })).toBeVisible()
  expect(await pipes.standing('github', victim)).toEqual(NOTHING)
  expect(await pipes.standing('github', attacker)).toEqual(NOTHING)
  // Nor has the outsider ended the attempt.
  await expect(row(page, 'GitHub')).toContainText('Waiting for GitHub')
  await other.close()
})

for (const who of ['signed in to the app', 'signed out'] as const) {
  test(`the attacker’s link, opened by a victim who is ${who}, connects nobody`, async ({
    browser,
    host,
    user: attacker,
    world: { pipes, stack },
  }) => {
    const victim = `user_${randomUUID()}`
    await connectByHttp(pipes, 'github', victim)
    const earlier = await pipes.accessToken('github', victim)
    const flow = await startOwnFlow({ pipes, host }, attacker, 'github', 'link')

    const isSignedIn = who === 'signed in to the app'
    const other = await victimsBrowser(browser, host, isSignedIn ? victim : null)
    const lured = await other.newPage()
    await lured.goto(flow.url)
    await chooseAccount(lured, 'octocat')
    const told = isSignedIn ? 'not finished where it was started' : 'Your session has expired'
    await expect(lured.locator('pipes-widget')).toContainText(told)
    expect(lured.url()).toBe(`${host.origin}/`)

    // The attacker has the verifier; the completion code is in the victim's browser only.
    expect(await flow.complete()).toBe('403 verifier_mismatch')
    expect(await pipes.standing('github', attacker)).toEqual(NOTHING)
    expect(await pipes.accessToken('github', victim)).toBe(earlier)

    await expireAttempts(stack, attacker)
    await sweepAttempts(stack)
    expect(await attemptsOf(stack, attacker)).toEqual([
      { status: 'failed', failure_code: 'attempt_expired' },
    ])
    expect(await pipes.standing('github', attacker)).toEqual(NOTHING)
    expect(await pipes.accessToken('github', victim)).toBe(earlier)
    await other.close()
  })
}

test('the attacker’s window address, opened by itself, does not lead to the provider', async ({
  browser,
  host,
  user: attacker,
  world: { pipes, stack },
}) => {
  const flow = await startOwnFlow({ pipes, host }, attacker, 'github', 'popup')
  const other = await victimsBrowser(browser, host, `user_${randomUUID()}`)
  const lured = await other.newPage()
  await lured.goto(flow.url)
  await expect(lured.getByText('was not opened by the app that started')).toBeVisible()
  expect(await attemptsOf(stack, attacker)).toEqual([{ status: 'created', failure_code: null }])
  await other.close()
})

test('an attacker’s page in the victim’s browser, with a handoff token of its own, connects nobody', async ({
  browser,
  host,
  user: attacker,
  world: { pipes, stack },
}) => {
  const victim = `user_${randomUUID()}`
  await connectByHttp(pipes, 'github', victim)
  const earlier = await pipes.accessToken('github', victim)
  const flow = await startOwnFlow({ pipes, host }, attacker, 'github', 'popup')

  const other = await victimsBrowser(browser, host, victim)
  await other.clock.install()
  await other.route('https://evil.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<button>You have won</button>' }),
  )
  const evil = await other.newPage()
  await evil.goto('https://evil.example/')
  const opened = evil.waitForEvent('popup')
  const { url, handoffToken, redirectToken } = flow
  await evil.evaluate(
    ({ address, tokens }) => {
      const target = new URL(address).origin
      document.title = 'no answer'
      addEventListener('message', () => {
        document.title = 'an answer'
      })
      const victims = open(address)
      setInterval(() => victims?.postMessage(tokens, target), 100)
    },
    { address: url, tokens: { handoffToken, redirectToken } },
  )
  const window = await opened
  await expect(window.getByText('Started on')).toBeVisible()
  for (let step = 0; step < 5; step += 1) {
    await evil.clock.runFor(2500)
    await window.clock.runFor(2500)
  }
  await expect(window.getByRole('heading', { name: 'Not connected' })).toBeVisible()
  await expect(evil).toHaveTitle('no answer')
  expect(new URL(window.url()).origin).toBe(pipes.url)
  expect(await attemptsOf(stack, attacker)).toEqual([{ status: 'created', failure_code: null }])
  expect(await pipes.standing('github', attacker)).toEqual(NOTHING)
  expect(await pipes.accessToken('github', victim)).toBe(earlier)
  await other.close()
})

test('a page on an unregistered origin cannot even begin', async ({
  user,
  world: { pipes, stack },
}) => {
  const token = await pipes.widgetToken(user)
  const response = await fetch(`${pipes.url}/_widgets/DataIntegrations/github/authorize`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      origin: 'https://evil.example',
    },
    body: '{}',
  })
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'origin_not_allowed' })
  expect(await attemptsOf(stack, user)).toEqual([])
})

test('a completion that never arrives leaves no connection, and the provider gets its token back', async ({
  context,
  host,
  page,
  user,
  world: { oidc, pipes, stack },
}) => {
  await context.route('**/attempts/*/complete', (route) => route.abort())
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, `Connect ${ACME_ID.name}`)
  await signIn(window, user)
  const dropped = page.waitForRequest('**/attempts/*/complete')
  await allow(window)
  await dropped
  await expect(window.getByRole('heading', { name: 'Finishing…' })).toBeVisible()
  expect(await attemptsOf(stack, user)).toEqual([{ status: 'pending', failure_code: null }])
  expect(await pipes.standing(ACME_ID.slug, user)).toEqual(NOTHING)

  const before = oidc.revocations()
  await expireAttempts(stack, user)
  await sweepAttempts(stack)
  await expect.poll(() => oidc.revocations()).toBeGreaterThan(before)
  await expect(row(page, ACME_ID.name)).toContainText('took too long')
  expect(await pipes.standing(ACME_ID.slug, user)).toEqual(NOTHING)
})

test('a completion that is late still makes the connection', async ({
  context,
  host,
  page,
  user,
  world: { pipes },
}) => {
  await context.route('**/attempts/*/complete', (route) => route.abort())
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, 'Connect GitHub')
  const dropped = page.waitForRequest('**/attempts/*/complete')
  await chooseAccount(window, 'octocat')
  await dropped
  expect(await pipes.standing('github', user)).toEqual(NOTHING)
  await context.unroute('**/attempts/*/complete')
  await expect(row(page, 'GitHub')).toContainText('octocat')
  expect(await pipes.standing('github', user)).toEqual(CONNECTED)
})
