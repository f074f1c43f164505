/** What holds for every route of the dashboard's API: who gets in, and that a refusal leaves nothing behind. */
import { expect, test, vi } from 'vitest'
import {
  callOperator,
  join,
  OWN_PAGE,
  setUpOwner,
  type OperatorPage,
} from '../../../test/dashboard.ts'
import { badBodies, expectError, expectNoTrace, sendRaw } from '../../../test/http-laws.ts'
import type { OperatorRoute } from '../../../test/operator-route.ts'
import { DASHBOARD_ROUTES } from '../../../test/operator-routes.ts'
import { seedEnvironment } from '../../../test/harness.ts'
import { operatorPass } from '../../../test/operator.ts'

const guarded = DASHBOARD_ROUTES.filter(({ role }) => role !== null)
/** Without the prefix, and with an environment that is there. */
const short = ({ path }: OperatorRoute, environmentId = 'environment_1'): string =>
  path.replace(/^\/operator/, '').replace('environment_1', environmentId)

test('nothing but a living session of an operator opens a route', async () => {
  await setUpOwner()
  const { environment } = await seedEnvironment()
  const strangers: readonly (readonly [string, Record<string, string>])[] = [
    ['nobody', {}],
    ['a made-up cookie', { cookie: `pa=${'x'.repeat(43)}` }],
    ['a cookie of another shape', { cookie: 'pa=%00' }],
    ['the name of https', { cookie: `__Host-pa=${'x'.repeat(43)}` }],
    ['an API key', { authorization: `Bearer ${environment.apiKey}` }],
    ['an operator’s pass', { authorization: `Bearer ${await operatorPass()}` }],
  ]
  await expectNoTrace(async () => {
    for (const route of guarded) {
      for (const [who, headers] of strangers) {
        const refused = await callOperator(route.method, short(route), route.body, headers)
        const { code } = await expectError(refused, 401)
        expect([route.path, who, code]).toEqual([route.path, who, 'sign_in_required'])
      }
    }
  })
})

test('a role opens what is its own, and no more', async () => {
  const owner = await setUpOwner()
  const pages: Readonly<Record<string, OperatorPage>> = {
    viewer: await join(owner, 'viewer'),
    developer: await join(owner, 'developer'),
  }
  await expectNoTrace(async () => {
    for (const route of guarded) {
      for (const [role, page] of Object.entries(pages)) {
        if (route.role === 'viewer' || route.role === role) continue
        const refused = await page.call(route.method, short(route), route.body)
        expect([route.path, role, (await expectError(refused, 403)).code]).toEqual([
          route.path,
          role,
          'role_insufficient',
        ])
      }
    }
  })
})

test('what needs a fresh sign-in says so, and nothing else does', async () => {
  const owner = await setUpOwner()
  const { environment } = await seedEnvironment()
  const start = Date.now()
  vi.spyOn(Date, 'now').mockReturnValue(start + 5 * 60_000)
  // Last what ends the session.
  const ends = ({ path }: OperatorRoute) => Number(path.endsWith('/sessions/end-all'))
  for (const route of guarded.toSorted((one, other) => ends(one) - ends(other))) {
    const answer = await owner.call(route.method, short(route, environment.id), route.body)
    const code = answer.status === 403 ? (await expectError(answer, 403)).code : 'open'
    expect([route.path, code]).toEqual([
      route.path,
      route.isFresh === true ? 'fresh_sign_in_required' : 'open',
    ])
  }
})

test('another site’s request is refused before anything is read of it', async () => {
  const owner = await setUpOwner()
  await expectNoTrace(async () => {
    for (const route of DASHBOARD_ROUTES) {
      const refused = await owner.call(route.method, short(route), route.body, {
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
      })
      expect([route.path, (await expectError(refused, 403)).code]).toEqual([
        route.path,
        'cross_site_request',
      ])
    }
  })
})

test.for(DASHBOARD_ROUTES.filter(({ body }) => Object.keys(body ?? {}).length > 0))(
  '$method $path refuses each bad body',
  async (route) => {
    const owner = await setUpOwner()
    const { environment } = await seedEnvironment()
    await expectNoTrace(async () => {
      for (const [problem, { body, status, type }] of badBodies(route)) {
        const response = await sendRaw(`/operator${short(route, environment.id)}`, {
          method: route.method,
          headers: {
            ...OWN_PAGE,
            cookie: `pa=${owner.cookie()}`,
            ...(type === undefined ? {} : { 'content-type': type }),
          },
          body,
        })
        expect([problem, response.status]).toEqual([problem, status])
        await expectError(response, status)
      }
    })
  },
)
