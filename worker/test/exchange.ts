/** The standard door, as its callers use it. */
import { expect } from 'vitest'
import { TOKEN_EXCHANGE, type ACCESS_TOKEN } from '../contract/token-exchange.ts'
import type { EnvironmentSettings } from '../domain/environment.ts'
import { seedEnvironment, type Harness } from './harness.ts'
import { sendRaw } from './http-laws.ts'
import { makeIssuer } from './user-tokens.ts'

export type Form = Readonly<Record<string, string | readonly string[] | undefined>>

/** Nothing in it but what RFC 8693 §2.1 requires, and whose it is. */
export const goodForm = (subjectToken: string, more: Form = {}): Form => ({
  grant_type: TOKEN_EXCHANGE,
  audience: 'strict',
  subject_token: subjectToken,
  subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
  ...more,
})

export const encodeForm = (form: Form): string => {
  const encoded = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) {
    for (const one of [value ?? []].flat()) encoded.append(name, one)
  }
  return encoded.toString()
}

export const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }

export const postForm = (form: Form, headers: Record<string, string> = {}): Promise<Response> =>
  sendRaw('/oauth/token', {
    method: 'POST',
    headers: { ...FORM_TYPE, ...headers },
    body: encodeForm(form),
  })

export const bearer = (h: Harness): Record<string, string> => ({
  authorization: `Bearer ${h.environment.apiKey}`,
})

/** An environment that believes one issuer, and a connection of `user_1`. */
export async function seedExchange(settings: EnvironmentSettings = {}) {
  const made = await makeIssuer()
  const h = await seedEnvironment({ settings: { userTokenIssuers: [made.issuer], ...settings } })
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  const exchange = async (more: Form = {}, claims: object = {}): Promise<Response> =>
    postForm(goodForm(await made.token(claims), more), bearer(h))
  return { ...made, h, provider, account, exchange }
}

export type OAuthAnswer = {
  readonly access_token?: string
  readonly issued_token_type?: typeof ACCESS_TOKEN
  readonly token_type?: string
  readonly expires_in?: number
  readonly scope?: string
  readonly error?: string
  readonly error_description?: string
  readonly code?: string
  readonly message?: string
  readonly request_id?: string
}

export const oauthBody = (response: Response): Promise<OAuthAnswer> => response.json()

/** Both shapes of an error in one body; gives it. */
export async function expectOAuthError(response: Response, status: number, error: string) {
  const body = await oauthBody(response)
  expect([response.status, body.error, body.code]).toEqual([status, error, body.code])
  expect(body.code).toMatch(/^[a-z_]+$/)
  expect(body.message?.length).toBeGreaterThan(10)
  expect(body.request_id).toBe(response.headers.get('x-request-id'))
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  // RFC 6749 §5.2: printable ASCII without the double quote and the backslash.
  expect(body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]{10,}$/)
  expect(body.error_description).not.toContain('?')
  return body
}

/** Status, OAuth's error and ours; or the token. */
export async function told(response: Response) {
  const { access_token: token, error, code } = await oauthBody(response)
  return token ?? `${response.status} ${error} ${code}`
}
