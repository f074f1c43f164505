/** What every route does with a request that it should not serve: B61-B71, B101-B105, T24-T26. */
import { expect, test } from 'vitest'
import { seedEnvironment } from '../test/harness.ts'
import {
  badBodies,
  expectError,
  expectNoTrace,
  sendRaw,
  sendRoute,
  widgetHeaders,
} from '../test/http-laws.ts'
import { allScopesBut, badKeys, narrowKey } from '../test/keys.ts'
import { REST_ROUTES, type Route } from '../test/routes.ts'
import { WIDGET_ROUTES } from '../test/widget-routes.ts'
import { sessionFor } from '../test/widget-sessions.ts'

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const key = { authorization: `Bearer ${h.environment.apiKey}` }
  return { h, provider, key }
}

const withBody = <Of extends Route>(routes: readonly Of[]) =>
  routes.filter(({ body }) => body !== undefined)

test.for(REST_ROUTES)('$method $path answers 401 to a key that is none', async (route) => {
  const { h } = await setUp()
  const keys = await badKeys(h.environment.id, h.environment.apiKey)
  await expectNoTrace(async () => {
    for (const [problem, headers] of keys) {
      const response = await sendRoute(route, headers)
      expect([problem, response.status]).toEqual([problem, 401])
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/)
      const { code, message } = await expectError(response, 401)
      expect(code).toBe('api_key_invalid')
      expect(message).not.toContain(h.environment.apiKey)
    }
  })
})

test.for(REST_ROUTES)('$method $path needs $scope, and no more', async (route) => {
  const { h } = await setUp()
  const without = await narrowKey(h.environment.id, allScopesBut(route.scope))
  await expectNoTrace(async () => {
    const refused = await sendRoute(route, { authorization: `Bearer ${without}` })
    const { code, message } = await expectError(refused, 403)
    expect(code).toBe('key_scope_missing')
    expect(message).toContain(route.scope)
  })

  const just = await narrowKey(h.environment.id, [route.scope])
  const admitted = await sendRoute(route, { authorization: `Bearer ${just}` })
  expect(await admitted.text()).not.toContain('key_scope_missing')
})

test('a key in the query opens nothing', async () => {
  const { h } = await setUp()
  const response = await sendRaw(`/data-integrations?api_key=${h.environment.apiKey}`)
  await expectError(response, 401)
})

test.for(REST_ROUTES)('$method $path refuses an API key that a page sends', async (route) => {
  const { key } = await setUp()
  await expectNoTrace(async () => {
    const response = await sendRoute(route, { ...key, origin: 'http://127.0.0.1:3000' })
    expect((await expectError(response, 403)).code).toBe('api_key_in_browser')
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})

test.for(REST_ROUTES)('$method $path does not take a widget session', async (route) => {
  const { h } = await setUp()
  const token = await h.widgetToken('user_1')
  await expectNoTrace(async () => {
    await expectError(await sendRoute(route, widgetHeaders(token, null)), 401)
    await expectError(await sendRoute(route, widgetHeaders(token)), 403)
  })
})

test.for(WIDGET_ROUTES)('$method $path answers 403 to all but a live session', async (route) => {
  const { h } = await setUp()
  const token = await sessionFor(h, route)
  const [head, payload, signature = ''] = token.split('.')
  const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`
  const none = btoa('{"alg":"none","typ":"JWT"}').replace(/=+$/, '')
  await expectNoTrace(async () => {
    for (const bad of [
      '',
      'x',
      'a.b.c',
      h.environment.apiKey,
      `${head}.${payload}.${flipped}`,
      `${none}.${payload}.`,
      `${none}.${payload}.${signature}`,
      `${token}=`,
    ]) {
      const response = await sendRoute(route, widgetHeaders(bad))
      expect([bad, response.status]).toEqual([bad, 403])
      const { code, message } = await expectError(response, 403)
      expect(code).toMatch(/^widget_token_(missing|invalid)$/)
      expect(message).not.toContain(signature)
      expect(response.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:3000')
    }
    await expectError(await sendRoute(route, { cookie: `token=${token}` }), 403)
  })
})

test.for(WIDGET_ROUTES.filter(({ session }) => session === 'manager'))(
  '$method $path needs a session that manages the organization',
  async (route) => {
    const { h } = await setUp()
    await expectNoTrace(async () => {
      for (const token of [await h.widgetToken('user_1'), await h.widgetToken('user_1', 'org_1')]) {
        const { code } = await expectError(await sendRoute(route, widgetHeaders(token)), 403)
        expect(code).toBe('widget_permission_missing')
      }
    })
    const admitted = await sendRoute(route, widgetHeaders(await sessionFor(h, route)))
    expect(await admitted.text()).not.toContain('widget_permission_missing')
  },
)

test.for(withBody(REST_ROUTES))('$method $path refuses each bad body', async (route) => {
  const { key } = await setUp()
  await expectBodiesRefused(route, key)
})

test.for(withBody(WIDGET_ROUTES))('$method $path refuses each bad body', async (route) => {
  const { h } = await setUp()
  await expectBodiesRefused(route, widgetHeaders(await sessionFor(h, route)))
})

async function expectBodiesRefused(route: Route, headers: Record<string, string>) {
  await expectNoTrace(async () => {
    for (const [problem, { body, status, type }] of badBodies(route)) {
      const response = await sendRaw(route.path, {
        method: route.method,
        headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
        body,
      })
      expect([problem, response.status]).toEqual([problem, status])
      const { message, errors } = await expectError(response, status)
      expect(message).not.toContain('canary')
      expect(errors === undefined).toBe(status !== 422)
    }
  })
}

test.for(REST_ROUTES.filter(({ path }) => path.includes('strict')))(
  '$method $path tells another environment nothing',
  async (route) => {
    await setUp()
    const other = await seedEnvironment()
    const key = { authorization: `Bearer ${other.environment.apiKey}` }
    const unknown = { ...route, path: route.path.replace('strict', 'nobody') }
    await expectNoTrace(async () => {
      const foreign = await expectError(await sendRoute(route, key), 404)
      const none = await expectError(await sendRoute(unknown, key), 404)
      expect(foreign.code).toBe(none.code)
      expect(foreign.message).toBe(none.message.replaceAll('nobody', 'strict'))
    })
  },
)

test('ids of every shape are answered, never with a 5xx', async () => {
  const { key } = await setUp()
  const ids = [
    '%00',
    '%zz',
    '%ff%fe',
    '%ed%a0%80',
    '..%2f..',
    '__proto__',
    'constructor',
    "'%20OR%201=1--",
    '%F0%9F%98%80',
    'a%0d%0ab',
    'x'.repeat(10_000),
  ]
  for (const id of ids) {
    for (const path of [
      `/data-integrations/${id}`,
      `/user_management/users/${id}/connected_accounts/${id}?organization_id=${id}`,
      `/user_management/users/${id}/data_providers`,
      `/organizations/${id}/data_integration_configurations?after=${id}`,
      `/data-integrations/${id}/authorize-redirect`,
      `/data-integrations/${id}/${id}/callback?state=${id}`,
      `/connect/attempts/${id}`,
      `/icons/${id}.svg`,
      `/sandbox-provider/accounts/${id}`,
      `/sandbox-provider/authorize?client_id=${id}&redirect_uri=${id}`,
    ]) {
      const { status } = await sendRaw(path, { headers: key })
      expect([path.slice(0, 80), status >= 500]).toEqual([path.slice(0, 80), false])
    }
  }
})

test('an address where nothing is has the shape of any other error', async () => {
  const { key } = await setUp()
  const { code } = await expectError(await sendRaw('/nowhere'), 404)
  expect(code).toBe('not_found')
  const inside = await sendRaw('/data-integrations/a/b/c', { headers: key })
  expect((await expectError(inside, 404)).code).toBe('not_found')
})
