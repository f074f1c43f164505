/** Cross-origin access: decision 25, T20, T21, B54. */
import { expect, test } from 'vitest'
import { seedEnvironment } from '../test/harness.ts'
import { expectError, expectNoTrace, sendRaw, sendRoute, widgetHeaders } from '../test/http-laws.ts'
import { WIDGET_ROUTES } from '../test/widget-routes.ts'
import { sessionFor } from '../test/widget-sessions.ts'

const MINE = '/_widgets/DataIntegrations/mine'
const ORIGIN = 'https://app.example.com'

const production = () =>
  seedEnvironment({ kind: 'production', name: 'Acme', allowedOrigins: [ORIGIN] })

const preflight = (path: string, origin: string) =>
  sendRaw(path, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers':
        'authorization,content-type,workos-widgets-type,workos-widgets-version',
    },
  })

test('a preflight of the published widgets is answered with what they ask for', async () => {
  const response = await preflight(MINE, 'https://anything.example')
  const { headers } = response
  expect(response.status).toBe(204)
  expect(headers.get('access-control-allow-origin')).toBe('https://anything.example')
  expect(headers.get('access-control-allow-methods')).toBe('GET, POST, PUT, PATCH, DELETE')
  expect(headers.get('access-control-max-age')).toBe('7200')
  expect(headers.get('vary')).toContain('Origin')
  expect(headers.get('access-control-allow-credentials')).toBeNull()
  const allowed = headers.get('access-control-allow-headers')?.split(', ')
  for (const name of [
    'authorization',
    'content-type',
    'workos-widgets-type',
    'workos-widgets-version',
    'x-elevated-access-token',
  ]) {
    expect(allowed).toContain(name)
  }
})

test('a preflight of a page without an origin is refused', async () => {
  const { headers } = await preflight(MINE, 'null')
  expect(headers.get('access-control-allow-origin')).toBeNull()
  expect(headers.get('access-control-allow-headers')).toBeNull()
})

test('no other surface answers a preflight', async () => {
  for (const path of [
    '/data-integrations',
    '/data-integrations/x/authorize-redirect',
    '/data-integrations/x/dik_1/callback',
    '/user_management/users/u/data_providers',
    '/widgets/token',
    '/connect/attempts/a',
    '/',
  ]) {
    const { headers } = await preflight(path, ORIGIN)
    expect([path, headers.get('access-control-allow-origin')]).toEqual([path, null])
  }
})

test('a page of a registered origin reads its answers, failures included', async () => {
  const h = await production()
  const token = await h.widgetToken('user_1')
  for (const path of [MINE, '/_widgets/settings', '/_widgets/nowhere']) {
    const response = await sendRaw(path, { headers: widgetHeaders(token, ORIGIN) })
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN)
    expect(response.headers.get('access-control-expose-headers')).toContain('X-Request-ID')
    expect(response.headers.get('vary')).toContain('Origin')
    expect(response.headers.get('cache-control')).toBe('no-store')
  }
})

test.for(WIDGET_ROUTES)(
  '$method $path tells a foreign page which origin to register',
  async (route) => {
    const h = await production()
    const token = await h.widgetToken('user_1')
    await expectNoTrace(async () => {
      for (const origin of [
        'https://evil.example',
        `${ORIGIN}.evil.example`,
        'https://APP.example.com',
        'http://127.0.0.1:3000',
        'null',
        `${ORIGIN}, https://evil.example`,
      ]) {
        const response = await sendRoute(route, widgetHeaders(token, origin))
        const { code, message } = await expectError(response, 403)
        expect(code).toBe('origin_not_allowed')
        expect(message).toContain('Acme')
        const readable = response.headers.get('access-control-allow-origin')
        expect(readable).toBe(origin === 'null' ? null : origin)
      }
    })
  },
)

test('a connection is not begun by a request that no page sent', async () => {
  const h = await seedEnvironment()
  await h.createProvider()
  const begin = WIDGET_ROUTES.filter(({ path }) => /\/authorize\b/.test(path))
  expect(begin).toHaveLength(3)
  await expectNoTrace(async () => {
    for (const route of begin) {
      const token = await sessionFor(h, route)
      const response = await sendRoute(route, widgetHeaders(token, null))
      expect((await expectError(response, 403)).code).toBe('origin_required')
    }
  })
})

test('cookies open nothing', async () => {
  const h = await seedEnvironment()
  const token = await h.widgetToken('user_1')
  const response = await sendRaw(MINE, { headers: { cookie: `session=${token}; token=${token}` } })
  await expectError(response, 403)
})
