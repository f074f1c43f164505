/** The routes of the browser API for an organization's administrators, as typed calls. */
import { createClient, type Client } from './client.ts'
import {
  configurationOf,
  sharedConfigurationOf,
  type Configuration,
  type Place,
} from './configuration.ts'
import type { Target } from './open-api.ts'
import type { Config } from './pipes-api.ts'
import type { RequestFailure } from './problem.ts'
import { asArray, asLabel, asObject, asString } from './read.ts'
import { ok, type Result } from './result.ts'
import { claimsOf, createSession } from './session.ts'

/** What is absent stays as it is. */
export type Change = {
  readonly enabled?: boolean
  readonly scopes?: readonly string[]
  readonly client?: { readonly id: string; readonly secret: string }
  readonly config?: Config
}

/** What a member has connected. */
export type MemberAccount = {
  readonly id: string
  /** The product's own id of the user. */
  readonly userId: string
  /** Whose account it is at the provider. */
  readonly label: string | null
  readonly isConnected: boolean
  /** Epoch ms; NaN where the Worker did not say. */
  readonly connectedAt: number
}

export type MembersPage = {
  readonly accounts: readonly MemberAccount[]
  /** The cursor of what follows; null at the end. */
  readonly after: string | null
}

type Answer<T> = Promise<Result<T, RequestFailure>>

export type AdminApi = {
  /** False: the session says itself that it may not, and nothing needs to be asked. */
  mayManage(): Answer<boolean>
  list(): Answer<readonly Configuration[]>
  configure(place: Place, slug: string, change: Change): Answer<true>
  listMembers(slug: string, after: string | null): Answer<MembersPage>
  /** For the calls about what is shared (`shared-api.ts`). */
  readonly client: Client
  readonly apiUrl: () => string
}

const BASE = '/DataIntegrations'
const MANAGE = 'widgets:pipes:manage'
const MEMBERS_ON_A_PAGE = 100

/** @param target asked at every request: a page may give another source meanwhile */
export const openAdminApi = (
  target: () => Target | null,
  surroundings: { readonly fetch: typeof fetch; readonly now: () => number },
): AdminApi => {
  const apiUrl = (): string => target()?.apiUrl ?? ''
  const session = createSession(() => target()?.source ?? null, surroundings)
  const client = createClient({ apiUrl, session, fetch: surroundings.fetch, type: 'pipes-admin' })

  return {
    async mayManage() {
      const token = await session.token()
      if (!token.ok) return token
      const permissions = claimsOf(token.value)?.['permissions']
      // A token that cannot be read is the Worker's to judge.
      return ok(!Array.isArray(permissions) || permissions.includes(MANAGE))
    },

    async list() {
      const [own, shared] = await Promise.all([
        client('GET', `${BASE}/configurations`),
        client('GET', `${BASE}/organization`),
      ])
      if (!own.ok) return own
      if (!shared.ok) return shared
      const rows = (value: unknown): readonly unknown[] => asArray(asObject(value)?.['data'])
      return ok(
        [
          ...rows(own.value).map((row) => configurationOf(row, apiUrl())),
          ...rows(shared.value).map((row) => sharedConfigurationOf(row, apiUrl())),
        ].filter((row) => row !== null),
      )
    },

    async configure(place, slug, { client: own, ...change }) {
      const end = place === 'shared' ? 'organization/configuration' : 'configuration'
      const saved = await client('PUT', `${BASE}/${encodeURIComponent(slug)}/${end}`, {
        ...change,
        ...(own && { client_id: own.id, client_secret: own.secret }),
      })
      return saved.ok ? ok(true) : saved
    },

    async listMembers(slug, after) {
      const query = new URLSearchParams({ limit: String(MEMBERS_ON_A_PAGE) })
      if (after !== null) query.set('after', after)
      const path = `${BASE}/${encodeURIComponent(slug)}/organization/accounts?${query}`
      const found = await client('GET', path)
      return found.ok ? ok(membersPageOf(found.value)) : found
    },

    client,
    apiUrl,
  }
}

const membersPageOf = (value: unknown): MembersPage => {
  const body = asObject(value)
  return {
    accounts: asArray(body?.['data']).flatMap((item): readonly MemberAccount[] => {
      const account = asObject(item)
      const id = asString(account?.['id'])
      const userId = asLabel(account?.['user_id'], 120)
      if (!account || id === null || userId === null) return []
      return [
        {
          id,
          userId,
          label:
            asLabel(account['account_display_name'], 120) ??
            asLabel(account['account_identifier'], 120),
          isConnected: account['state'] === 'connected',
          connectedAt: Date.parse(asString(account['created_at']) ?? ''),
        },
      ]
    }),
    after: asString(asObject(body?.['list_metadata'])?.['after']),
  }
}
