/** The dashboard's page: framed by nobody, and nothing in it that was not built with it. */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { ask } from '../../../test/ask.ts'
import { setUpOwner } from '../../../test/dashboard.ts'
import { sendRaw } from '../../../test/http-laws.ts'

test('the page and each of its addresses refuse to be framed, and run their own files only', async () => {
  const owner = await setUpOwner()
  for (const path of [
    '/dashboard',
    '/dashboard/environment_1/providers/github',
    '/dashboard/audit',
  ]) {
    const page = await sendRaw(path, { headers: { cookie: `pa=${owner.cookie()}` } })
    expect(page.status).toBe(200)
    const policy = page.headers.get('content-security-policy') ?? ''
    for (const directive of [
      `default-src 'none'`,
      `script-src 'self'`,
      `style-src 'self'`,
      `connect-src 'self'`,
      `frame-ancestors 'none'`,
      `base-uri 'none'`,
      `require-trusted-types-for 'script'`,
    ]) {
      expect(policy.split('; ')).toContain(directive)
    }
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin-allow-popups',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    const text = await page.text()
    expect(text).not.toMatch(/\s(?:style|on[a-z]+)=|<style|<script(?! type="module" src="\/)/)
    expect(text).not.toContain(owner.cookie())
  }
})

test('without an operator and a token there is no dashboard', async () => {
  const isolate = { ...env, SETUP_TOKEN: '' } as Env
  const page = await ask(new Request(`${env.PUBLIC_URL}/dashboard`), isolate)
  expect(page.status).toBe(404)
  expect(page.headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`)
  expect(await page.text()).toContain('No dashboard yet')
})

test('only files of its own kinds are served beside it', async () => {
  for (const name of ['manifest.json', 'none.js', '..%2fpipes-widget.js', 'x.html']) {
    const file = await sendRaw(`/dashboard/assets/${name}`)
    expect([
      name,
      file.status === 200 && !file.headers.get('content-type')?.includes('html'),
    ]).toEqual([name, false])
  }
})
