/** The pages on our own origin: what a browser may do there (decision 16, T15, T17). */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { Branding } from '../../../domain/environment.ts'
import { begin as beginMode, expire, open, toCallback } from '../../../test/connect-steps.ts'
import { countD1, silenceD1 } from '../../../test/faults.ts'
import { seedEnvironment } from '../../../test/harness.ts'
import { sendRaw } from '../../../test/http-laws.ts'
import { expectJson } from '../../../test/wire.ts'

const setUp = async (branding?: Branding) => {
  const settings = branding === undefined ? {} : { branding }
  const h = await seedEnvironment({ name: 'Acme <b>"&', settings })
  const provider = await h.createProvider({ customProvider: { name: 'Strict "><img src=x>' } })
  const begin = async (body: Record<string, unknown>) => {
    const path = `/data-integrations/${provider.slug}/authorize`
    const answer = await h.api('POST', path, { user_id: 'user_1', ...body })
    return new URL((await expectJson<{ url: string }>(answer, 200)).url).pathname
  }
  return { h, provider, begin }
}

const hashOf = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}

async function expectSafePage(response: Response, status: number): Promise<string> {
  expect(response.status).toBe(status)
  const page = await response.text()
  const { headers } = response
  expect(headers.get('content-type')).toMatch(/^text\/html; charset=utf-8$/i)
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-robots-tag')).toBe('noindex')
  expect(headers.get('x-request-id')).toMatch(/^req_/)
  expect(headers.get('cross-origin-opener-policy')).toBeNull()
  expect(headers.get('access-control-allow-origin')).toBeNull()

  const [, script = '', ...scripts] = page.split(/<script>([^]*?)<\/script>/)
  const [, style = '', ...styles] = page.split(/<style>([^]*?)<\/style>/)
  expect(scripts.length).toBe(1)
  expect(styles.length).toBe(1)
  expect(headers.get('content-security-policy')?.split('; ')).toEqual([
    `default-src 'none'`,
    `script-src ${await hashOf(script)}`,
    `style-src ${await hashOf(style)}`,
    `connect-src 'self'`,
    `img-src 'self'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ])
  // Nothing that the policy would have to refuse, and nothing from elsewhere.
  expect(page).not.toMatch(/\s(?:style|on[a-z]+)=|<form|<iframe|<link|<script\s|javascript:/i)
  for (const [, source = ''] of page.matchAll(/\ssrc="([^"]*)"/g)) {
    expect(new URL(source, env.PUBLIC_URL).origin).toBe(env.PUBLIC_URL)
  }
  return page
}

test('the window of a published widget waits on a page that asks nothing and keeps its opener', async () => {
  const count = countD1()
  const page = await expectSafePage(await sendRaw('/pipes/redirecting'), 200)
  expect(page).toContain('One moment')
  expect(count()).toBe(0)
})

test('every page of ours carries the policy of exactly its own script and style', async () => {
  const { begin, provider } = await setUp()
  await expectSafePage(await sendRaw('/'), 200)
  await expectSafePage(await sendRaw(await begin({})), 200)
  await expectSafePage(await sendRaw('/data-integrations/unknown/authorize-redirect'), 410)
  const { pathname } = new URL(provider.redirectUri)
  await expectSafePage(await sendRaw(`${pathname}?state=x&code=y`), 404)
})

test('names that hold markup are shown as text', async () => {
  const { begin } = await setUp()
  const page = await expectSafePage(
    await sendRaw(await begin({ user_label: 'Eve <script>alert(1)</script>"' })),
    200,
  )
  expect(page).toContain('Eve &lt;script&gt;alert(1)&lt;/script&gt;&quot;')
  expect(page).toContain('Strict &quot;&gt;&lt;img src=x&gt;')
  expect(page).toContain('Acme &lt;b&gt;&quot;&amp;')
})

test('a label cannot turn the direction of what is written around it', async () => {
  const { begin } = await setUp()
  const page = await expectSafePage(
    await sendRaw(await begin({ user_label: '\u202Eeve\u200B@\u2066example.com' })),
    200,
  )
  expect(page).toContain('for eve@example.com?')
})

test('while D1 is silent a person sees a page that can be reloaded, and no JSON', async () => {
  const { begin, provider } = await setUp()
  const interstitial = await begin({})
  const fault = silenceD1()
  const page = await expectSafePage(await sendRaw(interstitial), 503)
  expect(page).toContain('Reload this page')
  const { pathname } = new URL(provider.redirectUri)
  await expectSafePage(await sendRaw(`${pathname}?state=x&code=y`), 503)
  fault.heal()
  await expectSafePage(await sendRaw(interstitial), 200)
})

const NAMED = { name: 'Zebra <i>\u202ECRM', accentColor: '#ffcc00' }

test('the pages of an attempt name the product, in its colour, under the policy of their own style', async () => {
  const { h, provider, begin } = await setUp(NAMED)
  const expectBranded = async (response: Response, status: number): Promise<string> => {
    const page = await expectSafePage(response, status)
    expect(page).toContain('<p class="brand accented">Zebra &lt;i&gt;CRM</p>')
    expect(page).toContain(':root{--accent:#ffcc00;--on-accent:#000;')
    return page
  }
  const confirm = await expectBranded(await sendRaw(await begin({})), 200)
  expect(confirm).toContain('Zebra &lt;i&gt;CRM will be able to use your Strict')
  const expired = await beginMode(h, provider, 'popup')
  await expire(expired)
  await expectBranded(await expired.browser.send(expired.url), 410)

  const popup = await beginMode(h, provider, 'popup')
  expect(await expectBranded(await popup.browser.send(popup.url), 200)).toContain('is connecting')
  const callback = await toCallback(popup)
  expect(await expectBranded(await popup.browser.send(callback), 200)).toContain('Finishing')
  expect(await expectBranded(await popup.browser.send(callback), 200)).toContain('Already handled')
  const denied = await beginMode(h, provider, 'react')
  const denial = await toCallback(denied, { decision: 'deny' })
  expect(await expectBranded(await denied.browser.send(denial), 400)).toContain('not granted')
  const done = await beginMode(h, provider, 'react')
  const answer = await toCallback(done)
  expect(await expectBranded(await done.browser.send(answer), 200)).toContain('Connected')
  // Whose page nobody can say, nobody's name is on.
  const unknown = await sendRaw('/data-integrations/unknown/authorize-redirect')
  expect(await expectSafePage(unknown, 410)).not.toContain('class="brand')
})

test('a name alone brings no colour, and neither brings a remote image', async () => {
  const { begin } = await setUp({ name: 'Zebra', logoUrl: 'https://cdn.example.com/logo.png' })
  const page = await expectSafePage(await sendRaw(await begin({})), 200)
  expect(page).toContain('<p class="brand">Zebra</p>')
  expect(page).not.toContain(':root{--accent:')
  expect(page).not.toContain('cdn.example.com')
})

test('what is no colour stays out of the style, however it came into D1', async () => {
  for (const accentColor of ['#fff', 'red', '#12345678', '#123456}</style><b>', '#12345g']) {
    const { begin } = await setUp({ name: 'Zebra', accentColor })
    const page = await expectSafePage(await sendRaw(await begin({})), 200)
    expect(page).not.toContain(`--accent:${accentColor}`)
  }
})

test('a page that says how it ended does not need D1 for its colours', async () => {
  const { h, provider } = await setUp(NAMED)
  const begun = await beginMode(h, provider, 'popup')
  await open(begun)
  const fault = silenceD1(/from "environments"/)
  const page = await expectSafePage(await begun.browser.send(begun.url), 410)
  expect(page).toContain('This link has been used')
  expect(page).not.toContain('class="brand')
  fault.heal()
})

test('the widget is told the product’s name and logo, else the environment’s name', async () => {
  const settingsOf = async (branding?: Branding) => {
    const { h } = await setUp(branding)
    return expectJson<Record<string, unknown>>(await h.widget('GET', '/settings', undefined), 200)
  }
  expect(await settingsOf()).toEqual({
    object: 'settings',
    authkitOrigin: env.PUBLIC_URL,
    teamName: 'Acme <b>"&',
    logoDarkIconPath: null,
    logoDarkPath: null,
    logoLightIconPath: null,
    logoLightPath: null,
  })
  const logoUrl = 'https://cdn.example.com/logo.png'
  expect(await settingsOf({ name: 'Zebra', logoUrl })).toMatchObject({
    teamName: 'Zebra',
    logoDarkPath: logoUrl,
    logoLightPath: logoUrl,
  })
})
