/** Somebody wants to act as an operator: from another site, from a frame, with a cookie that was taken. Nobody does. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures.ts'

type Called = { readonly status: number; readonly body: unknown }

/** As the dashboard's own page calls its API. */
const call = (page: Page, method: string, path: string, body: unknown = {}): Promise<Called> =>
  page.evaluate(
    async ([verb, address, sent]) => {
      const response = await fetch(`/operator${address}`, {
        method: verb,
        headers: { 'content-type': 'application/json' },
        ...(verb === 'GET' ? {} : { body: JSON.stringify(sent) }),
      })
      const text = await response.text()
      return { status: response.status, body: text === '' ? null : JSON.parse(text) }
    },
    [method, path, body] as const,
  )

/** What the page does with the printed link, and a passkey of Chromium's own. */
async function setUp(page: Page, dashboardUrl: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const [address = '', token = ''] = dashboardUrl.split('#setup=')
  await page.goto(address)
  const begun = await call(page, 'POST', '/setup/options', { token, name: 'Ada' })
  expect(begun.status).toBe(200)
  const { challenge_id, options } = begun.body as { challenge_id: string; options: object }
  const credential = await page.evaluate(async (json) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      json as PublicKeyCredentialCreationOptionsJSON,
    )
    const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential
    return made.toJSON()
  }, options)
  const done = await call(page, 'POST', '/setup', { token, challenge_id, credential })
  expect(done.body).toMatchObject({ state: 'signed_in', operator: { name: 'Ada', role: 'owner' } })
}

test('an operator’s session is used from his own page, and by nothing else', async ({
  context,
  host,
  page,
  world: { stack },
}) => {
  await setUp(page, stack.dashboardUrl)
  const [cookie] = (await context.cookies(stack.url)).filter(({ name }) => name === 'pa')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
  expect(await page.evaluate(() => document.cookie)).not.toContain('pa=')
  const taken = { headers: { cookie: `pa=${cookie?.value}` } }

  await test.step('another site, in the same browser, sends what it likes', async () => {
    const evil = await context.newPage()
    await evil.goto(host.origin)
    const tried = await evil.evaluate(async (url) => {
      const body = '{"name":"Eve","role":"owner"}'
      const sends: readonly RequestInit[] = [
        { mode: 'no-cors', headers: { 'content-type': 'text/plain' } },
        { mode: 'cors', headers: { 'content-type': 'application/json' } },
      ]
      const outcomes = await Promise.all(
        sends.map((init) =>
          fetch(`${url}/operator/invitations`, {
            method: 'POST',
            credentials: 'include',
            body,
            ...init,
          }).then(
            ({ type }) => type,
            () => 'failed',
          ),
        ),
      )
      return outcomes
    }, stack.url)
    // The first was sent, and its answer kept from the page; what it did is looked up below.
    expect(tried).toEqual(['failed', 'failed'])

    const answered = evil.waitForResponse((response) => response.url().endsWith('/sign-out'))
    await evil.evaluate((url) => {
      const form = Object.assign(document.createElement('form'), {
        method: 'POST',
        action: `${url}/operator/sign-out`,
        enctype: 'text/plain',
      })
      document.body.append(form)
      form.submit()
    }, stack.url)
    const refused = await answered
    expect(refused.status()).toBe(403)
    // To its end: a page that goes in the middle of an answer takes the connection with it.
    await refused.finished()
    await evil.waitForURL(refused.url())
    await evil.close()
    const people = await fetch(`${stack.url}/operator/operators`, taken)
    expect(await people.json()).toMatchObject({ operators: [{ name: 'Ada' }], invitations: [] })
  })

  await test.step('a frame stays empty', async () => {
    const evil = await context.newPage()
    await evil.goto(host.origin)
    await evil.evaluate((url) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src: url }))
    }, `${stack.url}/dashboard`)
    await expect.poll(() => evil.frames().at(-1)?.url()).toBe('chrome-error://chromewebdata/')
    await evil.close()
  })

  await test.step('a cookie that was taken opens nothing once it is ended', async () => {
    const account = async () => (await fetch(`${stack.url}/operator/account`, taken)).status
    expect(await account()).toBe(200)
    expect((await call(page, 'POST', '/sessions/end-all')).status).toBe(204)
    expect(await account()).toBe(401)
    expect((await call(page, 'GET', '/account')).status).toBe(401)
  })
})
