/** A definition in the library's words (RFC 8414): only what a request of ours needs. */
import type { AuthorizationServer } from 'oauth4webapi'
import type { OAuthProvider } from '../providers/definition.ts'
import type { TokenGrant } from './token-failure.ts'

/**
 * The library insists on an issuer. Where the true one is unknown the authorization address's origin
 * stands in, and is never compared: `iss` is taken out of the callback before, id tokens are dropped.
 */
export function tokenServer({ oauth }: OAuthProvider, grant: TokenGrant): AuthorizationServer {
  const { url, refreshUrl = url } = oauth.token
  const urls = { exchange: url, refresh: refreshUrl, upgrade: oauth.upgrade?.url ?? url }
  return { issuer: issuerOf(oauth), token_endpoint: urls[grant] }
}

/** For judging a callback: whether `iss` must be there is part of it. */
export const callbackServer = ({ oauth }: OAuthProvider): AuthorizationServer => ({
  issuer: issuerOf(oauth),
  authorization_response_iss_parameter_supported:
    oauth.issuer !== undefined && oauth.callbackIssuer === 'required',
})

const issuerOf = (oauth: OAuthProvider['oauth']): string =>
  oauth.issuer ?? new URL(oauth.authorizationUrl ?? oauth.token.url).origin
