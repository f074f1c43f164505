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
import { localFailure, type RequestFailure } from './problem.ts'
import { asObject } from './read.ts'
import { fail, ok, type Result } from './result.ts'
import { claimsOf, createSession } from './session.ts'

/** What is absent stays as it is. */
export type Change = {
  readonly enabled?: boolean
  readonly scopes?: readonly string[]
  readonly client?: { readonly id: string; readonly secret: string }
  readonly config?: Config
}

type Answer<T> = Promise<Result<T, RequestFailure>>

export type AdminApi = {
  /** False: the session says itself that it may not, and nothing needs to be asked. */
  mayManage(): Answer<boolean>
  list(): Answer<readonly Configuration[]>
  configure(place: Place, slug: string, change: Change): Answer<true>
  /** For the calls about members (`members-api.ts`), and about what is shared (`shared-api.ts`). */
  readonly client: Client
  readonly apiUrl: () => string
}

const BASE = '/DataIntegrations'
const MANAGE = 'widgets:pipes:manage'

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
      const [members, organization] = [own, shared].map(({ value }) => asObject(value)?.['data'])
      // Of an answer that is no list nobody can say that it is empty.
      if (!Array.isArray(members) || !Array.isArray(organization)) {
        return fail(localFailure('server_error'))
      }
      return ok(
        [
          ...members.map((row) => configurationOf(row, apiUrl())),
          ...organization.map((row) => sharedConfigurationOf(row, apiUrl())),
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

    client,
    apiUrl,
  }
}
