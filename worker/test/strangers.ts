/** Requests of those who may not, made from a route by what its address and its body name. */
import { expect } from 'vitest'
import { rowsOf } from './faults.ts'
import { sendRoute } from './http-laws.ts'
import { fillIn, rowsOfEnvironment, type RouteWorld } from './route-world.ts'
import type { Route } from './routes.ts'

export type Attempt = {
  /** What the request says itself: an answer may repeat it. */
  readonly asked: string
  readonly send: () => Promise<Response>
}

/** A route's request, with the ids of a world in it. */
export function asking(
  world: Pick<RouteWorld, 'ids'>,
  route: Route,
  headers: Record<string, string>,
): Attempt {
  const filled = fillIn(route, world)
  return { asked: JSON.stringify(filled), send: () => sendRoute(filled, headers) }
}

/** What is kept from somebody: texts that no answer may hold, and rows that stay as they are. */
export type Kept = {
  readonly secrets: readonly string[]
  readonly state: () => Promise<string>
}

export type Cell = {
  /** What was answered; a dash where the route names nothing of the kind. */
  readonly shown: string
  readonly problems: readonly string[]
}
export const NOT_NAMED: Cell = { shown: '–', problems: [] }

/** A connection of somebody else: its owner's neighbours are told nothing of it. */
export const connectionsOf = ({ own, atWork, sharedId }: RouteWorld): Kept => ({
  secrets: [
    sharedId,
    'canary-shared-access',
    ...[own, atWork].flatMap((account) => [
      account.accountId,
      account.grantId,
      account.accessToken,
      account.refreshToken,
    ]),
    'provider-user_1',
    'provider-at-work',
  ],
  state: async () => {
    const ids = [own.accountId, atWork.accountId, sharedId]
    const tables = [
      `SELECT * FROM connected_accounts WHERE id IN (?, ?, ?) ORDER BY id`,
      `SELECT * FROM credential_versions WHERE account_id IN (?, ?, ?) ORDER BY account_id, epoch`,
    ]
    return JSON.stringify(await Promise.all(tables.map((query) => rowsOf(query, ...ids))))
  },
})

/** A whole environment. */
export const environmentOf = (world: RouteWorld): Kept => ({
  secrets: [
    ...connectionsOf(world).secrets,
    ...Object.values(world.ids),
    world.h.environment.id,
    world.h.environment.keyId,
    world.provider.clientId,
    world.provider.clientSecret,
    world.provider.redirectUri,
    'canary-client',
    'canary-key',
  ],
  state: () => rowsOfEnvironment(world.h.environment.id),
})

/** The same request in the name of another organization; none where the route is of no owner. */
export function inOrganization({ path, body, ...route }: Route, organization: string): Route[] {
  if (path.includes('/organizations/org_1')) {
    return [{ ...route, path: path.replace('org_1', organization), ...(body && { body }) }]
  }
  if (path.includes('/users/user_1/')) {
    return [
      { ...route, path: withQuery(path, 'organization_id', organization), ...(body && { body }) },
    ]
  }
  if (body?.['user_id'] === undefined) return []
  return [{ ...route, path, body: { ...body, organization_id: organization } }]
}

/** The same request in the name of another user, also with the id of a connection that is not theirs. */
export function ofUser({ path, body, ...route }: Route, user: string, accountId: string): Route[] {
  if (path.includes('/users/user_1')) {
    const theirs = path.replace('user_1', user)
    const paths = [theirs, withQuery(theirs, 'connected_account_id', accountId)]
    return paths.map((one) => ({ ...route, path: one, ...(body && { body }) }))
  }
  // Beside an organization the user is only who acts for it.
  if (body?.['user_id'] === undefined || path.includes('/organizations/')) return []
  const theirs = { ...body, user_id: user }
  return [theirs, { ...theirs, connected_account_id: accountId }].map((one) => ({
    ...route,
    path,
    body: one,
  }))
}

const withQuery = (path: string, name: string, value: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}${name}=${value}`

/** @param demanded the one status that is right; any that tells nothing unless given */
export async function attempt(
  attempts: readonly Attempt[],
  kept: Kept,
  demanded?: number,
): Promise<Cell> {
  if (attempts.length === 0) return NOT_NAMED
  const statuses = new Set<number>()
  const problems: string[] = []
  const before = await kept.state()
  for (const { asked, send } of attempts) {
    const response = await send()
    const text = await response.text()
    const told = kept.secrets.filter((secret) => text.includes(secret) && !asked.includes(secret))
    if (told.length > 0) problems.push(`${response.status} tells ${told.join(', ')}`)
    if (response.status >= 500) problems.push(`${response.status}`)
    if (demanded !== undefined && response.status !== demanded) {
      problems.push(`${response.status} instead of ${demanded}`)
    }
    statuses.add(response.status)
  }
  if ((await kept.state()) !== before) problems.push('something was changed')
  expect(kept.secrets.every((secret) => secret.length > 5)).toBe(true)
  const shown = [...statuses].toSorted((a, b) => a - b)
  return { shown: shown.map((one) => (one < 300 ? `${one} own` : `${one}`)).join(' '), problems }
}
