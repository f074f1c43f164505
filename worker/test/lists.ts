/** Every list that is paged, with rows in it: what a law of paging is tried on. */
import { env } from 'cloudflare:workers'
import { customProviderDefinition } from '../providers/custom-provider.ts'
import { insertAccountRows } from './account-rows.ts'
import { setUpOwner } from './dashboard.ts'
import { seedEnvironment, type Harness } from './harness.ts'
import { sendRaw } from './http-laws.ts'
import { operatorPass } from './operator.ts'
import { expectJson } from './wire.ts'

export type Listed = {
  readonly data: readonly { readonly id: string }[]
  readonly list_metadata: { readonly before: string | null; readonly after: string | null }
}

export type Get = (query: Readonly<Record<string, string | null>>) => Promise<Response>

/** Each list with so many rows in it, and their ids from the oldest to the newest. */
const LISTS: Readonly<
  Record<string, (h: Harness, count: number) => Promise<{ get: Get; ids: readonly string[] }>>
> = {
  connected_accounts: async (h, count) => ({
    get: getter(h, '/connected_accounts'),
    ids: await insertAccountRows(
      h.environment.id,
      Array.from({ length: count }, () => ({})),
    ),
  }),
  'connected_accounts by need': async (h, count) => {
    // Needed in the opposite order of creation, and some at the same time.
    const ids = await insertAccountRows(
      h.environment.id,
      Array.from({ length: count }, (_, index) => ({
        needsUserAt: 1_000_000 - Math.floor(index / 3),
        needsUserReason: 'grant_expires' as const,
      })),
    )
    const places = ids.map((id, index) => ({ id, rank: -Math.floor(index / 3) }))
    const sorted = places.toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    return {
      get: getter(h, '/connected_accounts', { needs_user_before: '2027-01-01T00:00:00Z' }),
      ids: sorted.map(({ id }) => id),
    }
  },
  api_keys: async (h, count) => {
    const insert = env.DB.prepare(
      `INSERT INTO api_keys (id, environment_id, name, mac, created_at) VALUES (?, ?, 'x', ?, ?)`,
    )
    // Made at the same time, but for every tenth.
    const keys = Array.from({ length: count - 1 }, (_, index) => ({
      id: `key_${String(count - index).padStart(12, '0')}`,
      at: Math.floor(index / 10),
    }))
    await env.DB.batch(
      keys.map(({ id, at }) => insert.bind(id, h.environment.id, '0'.repeat(64), at)),
    )
    const sorted = keys.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    return {
      get: getter(h, '/api_keys'),
      ids: [...sorted.map(({ id }) => id), h.environment.keyId],
    }
  },
  'data-integrations': async (h, count) => ({
    get: getter(h, '/data-integrations'),
    ids: await insertIntegrations(h, count),
  }),
  data_integration_configurations: async (h, count) => {
    const ids = await insertIntegrations(h, count)
    const definition = customProviderDefinition({ slug: 'x', name: 'X' })
    await env.DB.prepare(
      `INSERT INTO custom_providers SELECT environment_id, slug, ?, '{}', 0, 0 FROM data_integrations WHERE environment_id = ?`,
    )
      .bind(JSON.stringify(definition), h.environment.id)
      .run()
    return { get: getter(h, '/organizations/org_1/data_integration_configurations'), ids }
  },
  organization_overrides: async (h, count) => {
    const [integration] = await insertIntegrations(h, 1)
    const insert = env.DB.prepare(
      `INSERT INTO organization_overrides (id, environment_id, data_integration_id, organization_id, created_at, updated_at) VALUES (?, ?, ?, ?, 0, 0)`,
    )
    const ids = Array.from({ length: count }, (_, at) => `organization_override_${at + 1000}`)
    await env.DB.batch(ids.map((id) => insert.bind(id, h.environment.id, integration, `org_${id}`)))
    const owner = await setUpOwner()
    const path = `/environments/${h.environment.id}/organization_overrides`
    return { get: (query) => owner.call('GET', `${path}?${asText(query)}`), ids }
  },
  environments: async (h, count) => {
    const insert = env.DB.prepare(
      `INSERT INTO environments (id, name, kind, allowed_origins, return_urls, created_at, updated_at) VALUES (?, 'x', 'sandbox', '[]', '[]', 0, 0)`,
    )
    const ids = Array.from({ length: count - 1 }, (_, at) => `environment_${String(at + 1000)}`)
    await env.DB.batch(ids.map((id) => insert.bind(id)))
    const headers = { authorization: `Bearer ${await operatorPass()}` }
    return {
      get: (query) => sendRaw(`/environments?${asText(query)}`, { headers }),
      ids: [...ids, h.environment.id].toSorted(),
    }
  },
  'accounts of a disconnect job': async (h, count) => {
    const none = await h.api('POST', '/disconnect_jobs', { user_id: 'nobody' })
    const { id: job } = await expectJson<{ id: string }>(none, 200)
    const ids = await insertAccountRows(
      h.environment.id,
      Array.from({ length: count }, () => ({ state: 'disconnected' as const })),
    )
    const insert = env.DB.prepare(
      `INSERT INTO disconnect_job_accounts VALUES (?, ?, ?, 'disconnected', 0)`,
    )
    await env.DB.batch(ids.map((id) => insert.bind(job, h.environment.id, id)))
    const get = getter(h, `/disconnect_jobs/${job}`)
    return {
      get: async (query) => {
        const response = await get(query)
        if (response.status !== 200) return response
        const { accounts, list_metadata } = (await response.json()) as {
          readonly accounts: readonly { readonly connected_account_id: string }[]
          readonly list_metadata: Listed['list_metadata']
        }
        const data = accounts.map(({ connected_account_id: id }) => ({ id }))
        return Response.json({ object: 'list', data, list_metadata })
      },
      ids,
    }
  },
}
export const LIST_NAMES = Object.keys(LISTS)

export async function insertIntegrations(h: Harness, count: number): Promise<readonly string[]> {
  const insert = env.DB.prepare(
    `INSERT INTO data_integrations (id, environment_id, slug, ownership, credentials_type, redirect_key, enabled, is_custom_provider, security_version, created_at, updated_at)
     VALUES (?, ?, ?, 'user', 'custom', ?, 1, 0, 1, 0, 0)`,
  )
  const ids = Array.from({ length: count }, (_, at) => `data_integration_${String(at + 1000)}`)
  await env.DB.batch(
    ids.map((id) => insert.bind(id, h.environment.id, `slug-${id.slice(-4)}`, `dik_${id}`)),
  )
  return ids
}

export function getter(h: Harness, path: string, more: Readonly<Record<string, string>> = {}): Get {
  return (query) => h.api('GET', `${path}?${asText({ ...more, ...query })}`)
}

function asText(query: Readonly<Record<string, string | null>>): string {
  const known = Object.entries(query).filter(([, value]) => value !== null)
  return new URLSearchParams(known as [string, string][]).toString()
}

export const page = async (get: Get, query: Parameters<Get>[0]): Promise<Listed> =>
  expectJson<Listed>(await get(query), 200)
export const idsOf = ({ data }: Listed): readonly string[] => data.map(({ id }) => id)

/** A list of an environment, a new one unless given, with so many rows. */
export async function seedList(
  name: string,
  count: number,
  h?: Harness,
): Promise<{ readonly get: Get; readonly ids: readonly string[] }> {
  const made = await LISTS[name]?.(h ?? (await seedEnvironment()), count)
  if (made === undefined) throw new Error(`no list is called ${name}`)
  return made
}
