/**
 * Every route against everybody who may not: a key of another environment, an owner's neighbours, a key
 * without the scope, a key that was revoked. A cell holds when the answer tells nothing of what is kept
 * from them, and nothing of it has changed: `200 own` stands for an answer about what is the asker's own.
 * The routes are those of `test/routes.ts`, as they come.
 */
import { expect, test } from 'vitest'
import { consoleLine } from '../kit/log.ts'
import { seedEnvironment, type Harness } from '../test/harness.ts'
import { encodeForm, goodForm, postForm } from '../test/exchange.ts'
import { sendRaw, widgetHeaders } from '../test/http-laws.ts'
import { allScopesBut, badKeys, narrowKey } from '../test/keys.ts'
import { rowsOf } from '../test/faults.ts'
import { seedRouteWorld, type RouteWorld } from '../test/route-world.ts'
import { OPERATOR_ROUTES, REST_ROUTES, type Route } from '../test/routes.ts'
import { WIDGET_ROUTES, type WidgetRoute } from '../test/widget-routes.ts'
import {
  asking,
  attempt,
  connectionsOf,
  environmentOf,
  inOrganization,
  NOT_NAMED,
  ofUser,
  type Attempt,
  type Cell,
} from '../test/strangers.ts'
import { sessionFor } from '../test/widget-sessions.ts'
import { makeIssuer } from '../test/user-tokens.ts'
import { expectJson } from '../test/wire.ts'

const COLUMNS = [
  'foreign environment',
  'foreign organization',
  'foreign user',
  'narrow key',
  'revoked key',
] as const
type Cells = Partial<Record<(typeof COLUMNS)[number], Cell>>
type Issuer = Awaited<ReturnType<typeof makeIssuer>>
type RestRoute = (typeof REST_ROUTES)[number]

const bearer = (apiKey: string): Record<string, string> => ({ authorization: `Bearer ${apiKey}` })

/** An environment with a provider of the same name, and nobody connected to it. */
async function stranger(): Promise<Harness> {
  const h = await seedEnvironment()
  await h.createProvider()
  return h
}

/** Of those who may nothing in this environment, or not this. */
async function strangersOf(world: RouteWorld, route: RestRoute): Promise<Cells> {
  const { id, apiKey } = world.h.environment
  const whole = environmentOf(world)
  const other = bearer((await stranger()).environment.apiKey)
  const narrow = bearer(await narrowKey(id, allScopesBut(route.scope)))
  const revoked = (await badKeys(id, apiKey)).get('a revoked key') ?? {}
  return {
    'foreign environment': await attempt([asking(world, route, other)], whole),
    'narrow key': await attempt([asking(world, route, narrow)], whole, 403),
    'revoked key': await attempt([asking(world, route, revoked)], whole, 401),
  }
}

/** Of a backend that names another owner than the one who holds the connection. */
async function neighboursOf(world: RouteWorld, route: RestRoute): Promise<Cells> {
  const headers = bearer(world.h.environment.apiKey)
  const kept = connectionsOf(world)
  const as = (routes: readonly Route[]) => routes.map((one) => asking(world, one, headers))
  return {
    'foreign organization': await attempt(as(inOrganization(route, 'org_2')), kept),
    'foreign user': await attempt(as(ofUser(route, 'user_2', world.own.accountId)), kept),
  }
}

async function strangersOfWidget(world: RouteWorld, route: WidgetRoute): Promise<Cells> {
  const whole = environmentOf(world)
  const as = (token: string) => [asking(world, route, widgetHeaders(token))]
  const other = await sessionFor(await stranger(), route)
  return {
    'foreign environment': await attempt(as(other), whole),
    'revoked key': await attempt(as(await endedSession(world)), whole, 403),
  }
}

async function neighboursOfWidget(world: RouteWorld, route: WidgetRoute): Promise<Cells> {
  const { h } = world
  const kept = connectionsOf(world)
  const as = (token: string) => [asking(world, route, widgetHeaders(token))]
  const session = route.session ?? 'member'
  const elsewhere = await sessionFor(h, { ...route, session }, { organization: 'org_2' })
  return {
    'foreign organization': await attempt(as(elsewhere), kept),
    // What an organization shares is its members': of those who do not manage it nobody changes it.
    'foreign user':
      session === 'manager'
        ? await attempt(as(await h.widgetToken('user_2', 'org_1')), kept, 403)
        : await attempt(as(await h.widgetToken('user_2')), kept),
  }
}

/** A session of `user_1` whose key was revoked since. */
async function endedSession({ h }: RouteWorld): Promise<string> {
  const key = await narrowKey(h.environment.id, ['sessions:create'])
  const made = await sendRaw('/widgets/token', {
    method: 'POST',
    headers: { ...bearer(key), 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: 'user_1' }),
  })
  await rowsOf('UPDATE api_keys SET revoked_at = 1 WHERE id = ?', `key_${key.split('_')[2]}`)
  return (await expectJson<{ token: string }>(made, 201)).token
}

/** The key of an environment, on what is the operator's. */
async function strangersOfOperator(world: RouteWorld, route: Route): Promise<Cells> {
  const headers = bearer((await stranger()).environment.apiKey)
  const ids = { ...world.ids, environment_1: world.h.environment.id }
  const whole = environmentOf(world)
  return {
    'foreign environment': await attempt([asking({ ids }, route, headers)], whole, 401),
  }
}

/** The standard door takes a form, and a user's own token says whose. */
async function exchangeRow(world: RouteWorld, issuer: Issuer): Promise<Cells> {
  const { id, apiKey } = world.h.environment
  const [whole, kept] = [environmentOf(world), connectionsOf(world)]
  const as = async (headers: Record<string, string>, claims: object): Promise<Attempt[]> => {
    const form = goodForm(await issuer.token(claims))
    return [{ asked: encodeForm(form), send: () => postForm(form, headers) }]
  }
  const other = await seedEnvironment({ settings: { userTokenIssuers: [issuer.issuer] } })
  await other.createProvider()
  const narrow = await narrowKey(id, allScopesBut('tokens:exchange'))
  const revoked = (await badKeys(id, apiKey)).get('a revoked key') ?? {}
  return {
    'foreign environment': await attempt(
      await as(bearer(other.environment.apiKey), {}),
      whole,
      400,
    ),
    'foreign organization': await attempt(await as(bearer(apiKey), { org_id: 'org_2' }), kept, 400),
    'foreign user': await attempt(await as(bearer(apiKey), { sub: 'user_2' }), kept, 400),
    'narrow key': await attempt(await as(bearer(narrow), {}), whole, 400),
    'revoked key': await attempt(await as(revoked, {}), whole, 401),
  }
}

test('every route refuses everybody else, and tells them nothing', async () => {
  const issuer = await makeIssuer({ organizationClaim: 'org_id' })
  const world = await seedRouteWorld({ settings: { userTokenIssuers: [issuer.issuer] } })
  const rows = new Map<Route, Cells>()
  const fill = async <Of extends Route>(
    routes: readonly Of[],
    cellsOf: (world: RouteWorld, route: Of) => Promise<Cells>,
  ) => {
    for (const route of routes) {
      rows.set(route, { ...rows.get(route), ...(await cellsOf(world, route)) })
    }
  }
  await fill(REST_ROUTES, strangersOf)
  await fill(OPERATOR_ROUTES, strangersOfOperator)
  await fill(WIDGET_ROUTES, strangersOfWidget)
  rows.set({ method: 'POST', path: '/oauth/token' }, await exchangeRow(world, issuer))
  // Last: what neighbours may do writes rows of this environment, also behind an answer.
  await fill(REST_ROUTES, neighboursOf)
  await fill(WIDGET_ROUTES, neighboursOfWidget)

  const named = [...rows].map(([{ method, path }, cells]) => ({ name: `${method} ${path}`, cells }))
  const tried = named.flatMap(({ name, cells }) =>
    COLUMNS.flatMap((column) => {
      const cell = cells[column] ?? NOT_NAMED
      return cell === NOT_NAMED ? [] : [{ ...cell, at: `${name} × ${column}` }]
    }),
  )
  const broken = tried.filter(({ problems }) => problems.length > 0)
  consoleLine(
    tableOf([
      ['route', ...COLUMNS],
      ...named.map(({ name, cells }) => [
        name,
        ...COLUMNS.map((column) => (cells[column] ?? NOT_NAMED).shown),
      ]),
    ]),
  )
  const refused = tried.length - broken.length
  consoleLine(`tenancy: ${rows.size} routes, ${tried.length} cells, ${refused} refused`)
  expect(broken.map(({ at, problems }) => `${at}: ${problems.join('; ')}`)).toEqual([])
  // An empty table would hold, too.
  expect(tried.length).toBeGreaterThan(rows.size * 2)
  // What was guarded still works for whose it is.
  expect((await world.h.vend(world.own)).token).toBe(world.own.accessToken)
}, 240_000)

function tableOf(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]?.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  )
  return lines
    .map((line) => line.map((text, column) => text.padEnd(widths?.[column] ?? 0)).join('  '))
    .join('\n')
}
