/** The Worker's browser API as typed calls. Wire names (snake_case) end here. */
import type { Client } from './client.ts'
import { accountOf, integrationOf, type ConnectedAccount, type Integration } from './integration.ts'
import { localFailure, problem, type Problem, type RequestFailure } from './problem.ts'
import { asObject, asString, type Json } from './read.ts'
import { fail, ok, type Result } from './result.ts'

/** What the browser needs to leave for the provider. */
export type Authorization = {
  readonly attemptId: string
  readonly url: string
  readonly redirectToken: string
  /** Only in popup mode. */
  readonly handoffToken: string | null
}

export type Attempt = {
  /** created, opened, exchanging, pending, completed, failed, rejected, expired; a later server may know more. */
  readonly status: string
  readonly problem: Problem | null
  readonly account: ConnectedAccount | null
}

export type Config = Readonly<Record<string, string>>

/** An OAuth client of the user's own (RFC 6749 §4.4). */
export type OwnClient = {
  readonly clientId: string
  readonly clientSecret: string
  /** Null = as it is. */
  readonly config: Config | null
}

/** Which connection is to be made: one more, exactly this one anew, or null: the one of those who know of one only. */
export type Aim = 'add' | { readonly accountId: string } | null

export type Listed = {
  readonly integrations: readonly Integration[]
  /** What the organization shares, as the Worker tells it: `organizationName` and `data`. */
  readonly shared: Json | null
}

export type AccountChanges = {
  readonly nickname?: string | null
  readonly preferred?: true
}

type Answer<T> = Promise<Result<T, RequestFailure>>

export type PipesApi = {
  listIntegrations(): Answer<Listed>
  /** @param challenge S256 of the verifier (RFC 7636); @param returnTo null = popup mode, with the handoff */
  authorize(
    slug: string,
    aim: Aim,
    config: Config,
    challenge: string,
    returnTo: string | null,
  ): Answer<Authorization>
  /** Connects, or replaces what the connection that is meant lives by. */
  putSecret(
    slug: string,
    what: 'api-key' | 'client-credentials',
    body: Json,
  ): Answer<ConnectedAccount>
  getAttempt(id: string): Answer<Attempt>
  /** Idempotent: a repeated call for a completed attempt gives the same attempt. */
  completeAttempt(id: string, verifier: string, completionCode: string | null): Answer<Attempt>
  disconnect(accountId: string): Answer<true>
  /** What its user says of it: `nickname`, null as at the provider; `preferred`, true for the one to use. */
  change(accountId: string, changes: AccountChanges): Answer<true>
}

const BASE = '/DataIntegrations'

/** @param apiOrigin whose icons may be shown over plain http */
export const createPipesApi = (client: Client, apiOrigin: () => string): PipesApi => ({
  async listIntegrations() {
    return parsed(await client('GET', `${BASE}/mine?include=shared`), (value) => {
      const body = asObject(value)
      const rows = body?.['data']
      // What is no list is not an empty one.
      if (!Array.isArray(rows)) return null
      return {
        integrations: rows
          .map((row) => integrationOf(row, apiOrigin()))
          .filter((row) => row !== null),
        shared: asObject(body?.['shared']),
      }
    })
  },

  async authorize(slug, aim, config, challenge, returnTo) {
    const answer = await client('POST', `${BASE}/${encodeURIComponent(slug)}/authorize`, {
      requireHandoff: returnTo === null,
      config,
      code_challenge: challenge,
      ...aimBody(aim),
      ...(returnTo === null ? {} : { return_to: returnTo }),
    })
    return parsed(answer, authorizationOf)
  },

  async putSecret(slug, what, body) {
    return parsed(
      await client('PUT', `${BASE}/${encodeURIComponent(slug)}/${what}`, body),
      accountOf,
    )
  },

  async getAttempt(id) {
    return parsed(await client('GET', `${BASE}/attempts/${encodeURIComponent(id)}`), attemptOf)
  },

  async completeAttempt(id, verifier, completionCode) {
    const answer = await client('POST', `${BASE}/attempts/${encodeURIComponent(id)}/complete`, {
      code_verifier: verifier,
      ...(completionCode === null ? {} : { completion_code: completionCode }),
    })
    return parsed(answer, attemptOf)
  },

  // All of them are on the screen: where the one that is used ends, another one takes its place.
  disconnect: (accountId) =>
    done(client('DELETE', `${pathOf(accountId)}?supports_multiple_connections=1`)),

  change: (accountId, changes) => done(client('PATCH', pathOf(accountId), changes)),
})

const pathOf = (accountId: string): string =>
  `${BASE}/installations/${encodeURIComponent(accountId)}`

const done = async (answer: ReturnType<Client>): Answer<true> => parsed(await answer, () => true)

/** As a request names it. */
export const aimBody = (aim: Aim): Json => {
  if (aim === 'add') return { connection_intent: 'add' }
  return aim === null ? {} : { connected_account_id: aim.accountId }
}

/** An answer of another shape than the contract's is a fault of the server, not of the user. */
const parsed = <T>(
  answer: Result<unknown, RequestFailure>,
  read: (value: unknown) => T | null,
): Result<T, RequestFailure> => {
  if (!answer.ok) return answer
  const value = read(answer.value)
  return value === null ? fail(localFailure('server_error')) : ok(value)
}

const authorizationOf = (value: unknown): Authorization | null => {
  const body = asObject(value)
  const attemptId = asString(asObject(body?.['attempt'])?.['id'])
  const url = asString(body?.['url'])
  const redirectToken = asString(body?.['redirectToken'])
  if (attemptId === null || url === null || redirectToken === null) return null
  // The tab is sent there: nothing but a web address will do.
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return null
  return { attemptId, url, redirectToken, handoffToken: asString(body?.['handoffToken']) }
}

const attemptOf = (value: unknown): Attempt | null => {
  const body = asObject(value)
  const status = asString(body?.['status'])
  if (!body || status === null) return null
  const error = asObject(body['error'])
  const code = asString(error?.['code'])
  return {
    status,
    problem: code === null ? null : problem(code, asString(error?.['message'])),
    account: accountOf(body['connected_account']),
  }
}
