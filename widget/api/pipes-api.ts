/** The Worker's browser API as typed calls. Wire names (snake_case) end here. */
import type { Client } from './client.ts'
import { localFailure, problem, type Problem, type RequestFailure } from './problem.ts'
import { asArray, asImageUrl, asLabel, asObject, asString } from './read.ts'
import { fail, ok, type Result } from './result.ts'

export type ConnectedAccount = {
  readonly id: string
  readonly state: 'connected' | 'needs_reauthorization'
  /** Whose account it is at the provider, as people know it: "octocat". */
  readonly label: string | null
}

export type Integration = {
  readonly slug: string
  readonly name: string
  readonly description: string | null
  readonly iconUrl: string | null
  readonly account: ConnectedAccount | null
}

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

type Answer<T> = Promise<Result<T, RequestFailure>>

export type PipesApi = {
  listIntegrations(): Answer<readonly Integration[]>
  /** @param challenge S256 of the verifier (RFC 7636); @param returnTo null = popup mode, with the handoff */
  authorize(slug: string, challenge: string, returnTo: string | null): Answer<Authorization>
  getAttempt(id: string): Answer<Attempt>
  /** Idempotent: a repeated call for a completed attempt gives the same attempt. */
  completeAttempt(id: string, verifier: string, completionCode: string | null): Answer<Attempt>
  disconnect(accountId: string): Answer<true>
}

const NAME_LIMIT = 80
const DESCRIPTION_LIMIT = 240
const LABEL_LIMIT = 120

const BASE = '/DataIntegrations'

/** @param apiOrigin whose icons may be shown over plain http */
export const createPipesApi = (client: Client, apiOrigin: () => string): PipesApi => ({
  async listIntegrations() {
    const answer = await client('GET', `${BASE}/mine`)
    if (!answer.ok) return answer
    const rows = asArray(asObject(answer.value)?.['data'])
    return ok(rows.map((row) => integrationOf(row, apiOrigin())).filter((row) => row !== null))
  },

  async authorize(slug, challenge, returnTo) {
    const answer = await client('POST', `${BASE}/${encodeURIComponent(slug)}/authorize`, {
      requireHandoff: returnTo === null,
      config: {},
      code_challenge: challenge,
      ...(returnTo === null ? {} : { return_to: returnTo }),
    })
    return parsed(answer, authorizationOf)
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

  async disconnect(accountId) {
    const path = `${BASE}/installations/${encodeURIComponent(accountId)}`
    return parsed(await client('DELETE', path), () => true as const)
  },
})

/** An answer of another shape than the contract's is a fault of the server, not of the user. */
const parsed = <T>(
  answer: Result<unknown, RequestFailure>,
  read: (value: unknown) => T | null,
): Result<T, RequestFailure> => {
  if (!answer.ok) return answer
  const value = read(answer.value)
  return value === null ? fail(localFailure('server_error')) : ok(value)
}

const integrationOf = (value: unknown, apiOrigin: string): Integration | null => {
  const row = asObject(value)
  const slug = asString(row?.['slug'])
  if (!row || slug === null) return null
  return {
    slug,
    name: asLabel(row['name'], NAME_LIMIT) ?? asLabel(slug, NAME_LIMIT) ?? slug,
    description: asLabel(row['description'], DESCRIPTION_LIMIT),
    iconUrl: asImageUrl(row['iconUrl'], apiOrigin),
    account: accountOf(row['installation']),
  }
}

const accountOf = (value: unknown): ConnectedAccount | null => {
  const installation = asObject(value)
  const id = asString(installation?.['id'])
  if (!installation || id === null) return null
  return {
    id,
    state: installation['state'] === 'connected' ? 'connected' : 'needs_reauthorization',
    label:
      asLabel(installation['account_display_name'], LABEL_LIMIT) ??
      asLabel(installation['account_identifier'], LABEL_LIMIT),
  }
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
