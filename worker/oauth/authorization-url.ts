/** The address that a user's browser is sent to (RFC 6749 §4.1.1, RFC 7636 §4.3). */
import type { OAuthProvider } from '../providers/definition.ts'
import { renamed } from './renamed.ts'

export type AuthorizationRequest = {
  readonly clientId: string
  readonly redirectUri: string
  readonly state: string
  /** As the operator chose them; the provider's required ones are added. */
  readonly scopes: readonly string[]
  /** Left out of the address where the provider does not do PKCE. Random, so a nonce where one is wanted. */
  readonly codeChallenge: string
}

/** @returns the address; a provider's or operator's extra parameters cannot replace ours */
export function buildAuthorizationUrl(
  { oauth }: OAuthProvider,
  request: AuthorizationRequest,
): URL {
  if (oauth.authorizationUrl === undefined) throw new Error('a provider without authorization')
  const url = new URL(oauth.authorizationUrl)
  const { searchParams } = url
  for (const [name, value] of Object.entries(oauth.authorizationParams))
    searchParams.set(name, value)

  searchParams.set('response_type', 'code')
  searchParams.set('client_id', request.clientId)
  searchParams.set('redirect_uri', oauth.redirectName ?? request.redirectUri)
  searchParams.set('state', request.state)
  const scopes = [...new Set([...request.scopes, ...oauth.scopes.required])]
  if (scopes.length > 0) searchParams.set(oauth.scopes.param, scopes.join(oauth.scopes.separator))
  if (oauth.pkce) {
    searchParams.set('code_challenge', request.codeChallenge)
    searchParams.set('code_challenge_method', 'S256')
  }
  if (oauth.nonceParam !== undefined) searchParams.set(oauth.nonceParam, request.codeChallenge)
  for (const name of oauth.authorizationOmits ?? []) searchParams.delete(name)
  const query = renamed(searchParams, oauth.authorizationRename ?? oauth.rename).toString()
  if (oauth.authorizationFragment === undefined) url.search = query
  else {
    url.search = ''
    url.hash = `${oauth.authorizationFragment}?${query}`
  }
  return url
}
