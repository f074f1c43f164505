/** The pages on our own origin: what a browser may do there (decision 16, T15, T17). */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { silenceD1 } from '../../../test/faults.ts'
import { seedEnvironment } from '../../../test/harness.ts'
import { sendRaw } from '../../../test/http-laws.ts'
import { expectJson } from '../../../test/wire.ts'

const setUp = async () => {
  const h = await seedEnvironment({ name: 'Acme <b>"&' })
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

test('every page of ours carries the policy of exactly its own script and style', async () => {
  const { begin, provider } = await setUp()
  await expectSafePage(await sendRaw('/'), 200)
  await expectSafePage(await sendRaw('/dashboard'), 200)
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
