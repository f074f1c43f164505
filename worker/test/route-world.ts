/** An environment that holds one of everything a route can name, and routes that name just that. */
import { env } from 'cloudflare:workers'
import { begin } from './connect-steps.ts'
import { rowsOf } from './faults.ts'
import { seedEnvironment, type Harness, type TestAccount, type TestProvider } from './harness.ts'
import type { Route } from './routes.ts'
import { expectJson } from './wire.ts'

export type RouteWorld = {
  readonly h: Harness
  readonly provider: TestProvider
  /** Connections of `user_1`, of `user_1` within `org_1`, and of `org_1` itself. */
  readonly own: TestAccount
  readonly atWork: TestAccount
  readonly sharedId: string
  /** What stands for an id in `routes.ts`, and which one it is here. */
  readonly ids: Readonly<Record<string, string>>
}

/** @param options of the environment */
export async function seedRouteWorld(
  options?: Parameters<typeof seedEnvironment>[0],
): Promise<RouteWorld> {
  const h = await seedEnvironment(options)
  const provider = await h.createProvider()
  const credentials = { type: 'custom', client_id: 'canary-client', client_secret: 'canary-secret' }
  const root = { provider: provider.slug, ownership: 'organization', enabled: true, credentials }
  await expectJson(await h.api('POST', '/data-integrations', root), 201)
  const own = await h.connectedAccount(provider)
  const atWork = await h.connectedAccount(provider, {
    organizationId: 'org_1',
    providerAccount: 'provider-at-work',
  })
  const shared = await h.api('POST', `/organizations/org_1/connected_accounts/${provider.slug}`, {
    user_id: 'user_1',
    access_token: 'canary-shared-access',
  })
  const job = await h.api('POST', '/disconnect_jobs', { user_id: 'nobody' })
  const key = await h.api('POST', '/api_keys', { name: 'canary-key' })
  const attempt = await begin(h, provider)
  const idOf = async (answer: Response, status: number) =>
    (await expectJson<{ id: string }>(answer, status)).id
  return {
    h,
    provider,
    own,
    atWork,
    sharedId: await idOf(shared, 201),
    ids: {
      data_integration_1: provider.integrationId,
      data_installation_1: own.accountId,
      disconnect_job_1: await idOf(job, 200),
      key_000000000000: await idOf(key, 201),
      attempt_1: attempt.attemptId,
      redirect_token_1: attempt.redirectToken ?? '',
    },
  }
}

// Names, which every environment gives as it likes.
const NAMES = new Set(['user_1', 'org_1'])

/** A route with this world's ids in its address and its body. */
export function fillIn<Of extends Route>(route: Of, { ids }: Pick<RouteWorld, 'ids'>): Of {
  const filled = JSON.stringify(route).replace(/\b[a-z_]+_(?:1|0{12})\b/g, (name) => {
    const id = NAMES.has(name) ? name : ids[name]
    if (id === undefined) throw new Error(`test/route-world.ts has nothing that ${name} stands for`)
    return id
  })
  return JSON.parse(filled) as Of
}

/** All rows of an environment as text, but for the day of a key's use. */
export async function rowsOfEnvironment(environmentId: string): Promise<string> {
  const tables = await rowsOf<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%environment_id%' ORDER BY name`,
  )
  const statements = [
    env.DB.prepare('SELECT * FROM environments WHERE id = ?').bind(environmentId),
    ...tables.map(({ name }) =>
      env.DB.prepare(`SELECT * FROM "${name}" WHERE environment_id = ?`).bind(environmentId),
    ),
  ]
  const found = await env.DB.batch(statements)
  return JSON.stringify(
    found.map(({ results }) => results),
    (name, value: unknown) => (name === 'last_used_on' ? undefined : value),
  )
}
