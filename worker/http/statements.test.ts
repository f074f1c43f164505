/** How often each route asks D1, and that it asks no more often where there is more to show. */
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { consoleLine } from '../kit/log.ts'
import { newId } from '../kit/ids.ts'
import { CATALOGUE } from '../providers/catalogue.ts'
import { OwnerAccounts } from '../refresh/owner-accounts.ts'
import { openDatabase } from '../storage/database.ts'
import {
  clientVersions,
  dataIntegrations,
  organizationOverrides,
} from '../storage/schema/data-integrations.ts'
import { disconnectJobAccounts } from '../storage/schema/disconnect-jobs.ts'
import { apiKeys, environments } from '../storage/schema/environments.ts'
import { insertAccountRows } from '../test/account-rows.ts'
import { sendRoute, widgetHeaders } from '../test/http-laws.ts'
import { operatorPass } from '../test/operator.ts'
import { fillIn, seedRouteWorld, type RouteWorld } from '../test/route-world.ts'
import { OPERATOR_ROUTES, REST_ROUTES, type Route } from '../test/routes.ts'
import { WIDGET_ROUTES } from '../test/widget-routes.ts'
import { sessionFor } from '../test/widget-sessions.ts'
import { watchD1, type Asked } from '../test/watch-d1.ts'

/** So much more of everything that a list shows. */
async function add(world: RouteWorld, count: number): Promise<void> {
  const db = openDatabase(env.DB)
  const environmentId = world.h.environment.id
  const now = Date.now()
  const slugs = CATALOGUE.slice(0, count).map(({ slug }) => slug)
  for (const slug of slugs) {
    for (const ownership of ['user', 'organization'] as const) {
      const [id, client] = [newId('data_integration', now), newId('client', now)]
      const owner =
        ownership === 'user'
          ? { userId: 'user_1' }
          : { ownerKind: ownership, userId: '', organizationId: 'org_1' }
      await db.batch([
        db.insert(clientVersions).values({
          id: client,
          environmentId,
          dataIntegrationId: id,
          clientId: 'c',
          createdAt: now,
        }),
        db.insert(dataIntegrations).values({
          id,
          environmentId,
          slug,
          ownership,
          credentialsType: 'custom',
          redirectKey: `dik_${id}`,
          clientVersionId: client,
          enabled: true,
          isCustomProvider: false,
          securityVersion: 1,
          createdAt: now,
          updatedAt: now,
        }),
        db.insert(organizationOverrides).values({
          id: newId('override', now),
          environmentId,
          dataIntegrationId: id,
          organizationId: 'org_1',
          clientVersionId: client,
          createdAt: now,
          updatedAt: now,
        }),
        db.insert(apiKeys).values({
          id: newId('key', now),
          environmentId,
          name: 'another',
          mac: '0'.repeat(64),
          createdAt: now,
          revokedAt: now,
        }),
        db.insert(environments).values({
          id: newId('environment', now),
          name: 'another',
          kind: 'sandbox',
          allowedOrigins: [],
          returnUrls: [],
          createdAt: now,
          updatedAt: now,
        }),
      ])
      const row = { slug, dataIntegrationId: id, ...owner }
      const [accountId = ''] = await insertAccountRows(environmentId, [row])
      await db.insert(disconnectJobAccounts).values({
        jobId: world.ids['disconnect_job_1'] ?? '',
        environmentId,
        accountId,
        outcome: 'failed',
        updatedAt: now,
      })
    }
  }
}

/** What works through accounts one by one asks for each of them. */
const goesThroughAccounts = ({ method, path }: Route): boolean =>
  method === 'DELETE' || (method === 'POST' && path === '/disconnect_jobs')

/** What one request of each route asks, but for those that end accounts. */
async function askAll(world: RouteWorld): Promise<ReadonlyMap<string, Asked>> {
  const { h } = world
  const key = { authorization: `Bearer ${h.environment.apiKey}` }
  const pass = { authorization: `Bearer ${await operatorPass()}` }
  const widget = await Promise.all(
    WIDGET_ROUTES.map(async (route) => ({
      route,
      headers: widgetHeaders(await sessionFor(h, route)),
    })),
  )
  const routes = [
    ...REST_ROUTES.map((route) => ({ route, headers: key })),
    ...OPERATOR_ROUTES.map((route) => ({ route, headers: pass })),
    ...widget,
  ].filter(({ route }) => !goesThroughAccounts(route))
  const ids = { ...world.ids, environment_1: h.environment.id }
  const asked = new Map<string, Asked>()
  const since = watchD1()
  for (const { route, headers } of routes) {
    const filled = fillIn(route, { ids: { ...ids } })
    // What an isolate learns once is learned before; what can be done once is done by the second.
    if (route.method === 'GET' || route.path.startsWith(VENDING)) await sendRoute(filled, headers)
    since()
    const response = await sendRoute(filled, headers)
    asked.set(`${route.method} ${route.path}`, since())
    if (response.status >= 500) throw new Error(await response.text())
  }
  vi.restoreAllMocks()
  return asked
}

const VENDING = '/data-integrations/strict/'

test('no route asks D1 more often where there is more to show', async () => {
  const [one, many] = [await seedRouteWorld(), await seedRouteWorld()]
  await add(many, 50)
  const [ofOne, ofMany] = [await askAll(one), await askAll(many)]
  expect(Object.fromEntries(ofMany)).toEqual(Object.fromEntries(ofOne))
  const table = [...ofOne].map(
    ([route, { statements, trips }]) => `${String(statements).padStart(3)} in ${trips}  ${route}`,
  )
  consoleLine(['D1 statements, and trips, of one request', ...table].join('\n'))
  expect(table).toMatchSnapshot()
})

test.for(['token', 'credentials'])(
  'a fresh %s of a warm isolate is one hop, and no D1',
  async (kind) => {
    const { h, provider, own } = await seedRouteWorld()
    const vend = () =>
      h.api('POST', `/data-integrations/${provider.slug}/${kind}`, { user_id: own.userId })
    expect((await vend()).status).toBe(200)
    const since = watchD1()
    const hops = (['vendText', 'vend', 'read'] as const).map((name) =>
      vi.spyOn(OwnerAccounts.prototype, name),
    )
    expect(await (await vend()).text()).toContain(own.accessToken)
    expect(hops.map((hop) => hop.mock.calls.length)).toEqual([1, 0, 0])
    expect(since()).toEqual({ statements: 0, trips: 0 })
  },
)
