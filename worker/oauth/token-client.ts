/**
 * The two requests that yield tokens: a code for tokens (RFC 6749 §4.1.3) and a refresh token for tokens
 * (§6). Each is sent once. What can go wrong comes back as a value; a code or a token never leaves in an
 * error, because the library's errors, which carry bodies, end here.
 */
import * as oauth from 'oauth4webapi'
import { fail, ok } from '../kit/result.ts'
import type { Result } from '../kit/result.ts'
import { EgressRefused, EgressUnanswered } from '../kit/safe-fetch.ts'
import type { Egress } from '../kit/safe-fetch.ts'
import { secret } from '../kit/secret.ts'
import type { Secret } from '../kit/secret.ts'
import type { OAuthProvider } from '../providers/definition.ts'
import { tokenServer } from './authorization-server.ts'
import type { CallbackWords } from './callback-words.ts'
import { clientAuthentication } from './client-authentication.ts'
import type { OAuthClient } from './client-authentication.ts'
import { providerFetch } from './normalise.ts'
import type { ProviderFetch } from './normalise.ts'
import type { NormalisedToken } from './token-answer.ts'
import { classifyTokenFailure } from './token-failure.ts'
import type { TokenFailure, TokenFailureEvidence, TokenGrant } from './token-failure.ts'
import type { TokenSet } from './token-set.ts'

export type CodeExchange = {
  readonly code: Secret
  /** Exactly as the authorization request had it. */
  readonly redirectUri: string
  readonly codeVerifier: Secret
  readonly told?: CallbackWords
  /** Epoch milliseconds before the request: a lifetime counted from later would be too long. */
  readonly now: number
  readonly signal?: AbortSignal | undefined
}

/** Spends an authorization code. A failure is final: the code is never sent twice. */
export async function exchangeCode(
  egress: Egress,
  definition: OAuthProvider,
  client: OAuthClient,
  exchange: CodeExchange,
): Promise<Result<TokenSet, TokenFailure>> {
  const { token, pkce } = definition.oauth
  const wire = providerFetch(egress, definition, 'exchange')
  const server = tokenServer(definition, 'exchange')
  const us = { client_id: client.clientId }
  const bought = await withFailures(wire, definition, 'exchange', exchange.now, async () => {
    // The callback was judged when it came in; this only gives the code the library's seal again.
    const params = new URLSearchParams({ code: exchange.code.reveal() })
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      us,
      clientAuthentication(token.clientAuthentication, client),
      oauth.validateAuthResponse(server, us, params, oauth.expectNoState),
      definition.oauth.redirectName ?? exchange.redirectUri,
      pkce ? exchange.codeVerifier.reveal() : oauth.nopkce,
      requestOptions(wire, { ...token.params, ...exchange.told?.echo }, exchange.signal),
    )
    return oauth.processAuthorizationCodeResponse(server, us, response)
  })
  if (!bought.ok) return bought
  const first = withCallback(bought.value, exchange.told)
  if (definition.oauth.upgrade === undefined) return ok(first)
  const better = await upgradeToken(egress, definition, client, first, exchange)
  return better.ok
    ? ok({ ...first, ...better.value, metadata: { ...first.metadata, ...better.value.metadata } })
    : better
}

/** What the callback told counts where the token answer is silent. */
const withCallback = (tokens: TokenSet, told: CallbackWords | undefined): TokenSet =>
  told === undefined
    ? tokens
    : {
        ...(told.scopes === undefined ? {} : { scopes: told.scopes }),
        ...tokens,
        metadata: { ...told.metadata, ...tokens.metadata },
      }

/** Trades what a code bought for what lasts. Both are of one exchange: without the second there is nothing to keep. */
async function upgradeToken(
  egress: Egress,
  definition: OAuthProvider,
  client: OAuthClient,
  { accessToken }: TokenSet,
  { now, signal }: CodeExchange,
): Promise<Result<TokenSet, TokenFailure>> {
  const { upgrade, token } = definition.oauth
  const wire = providerFetch(egress, definition, 'upgrade')
  const server = tokenServer(definition, 'upgrade')
  const us = { client_id: client.clientId }
  return withFailures(wire, definition, 'upgrade', now, async () => {
    const response = await oauth.genericTokenEndpointRequest(
      server,
      us,
      clientAuthentication(token.clientAuthentication, client),
      upgrade?.grantType ?? '',
      { [upgrade?.tokenParam ?? '']: accessToken.reveal() },
      requestOptions(wire, {}, signal),
    )
    return oauth.processGenericTokenEndpointResponse(server, us, response)
  })
}

/**
 * Renews an access token, for nearly all providers with a refresh token. No scope is sent: asking for more than the grant has would end in
 * `invalid_scope`, asking for the same is the default.
 *
 * @param refreshToken what `TokenSet` gave as one: of providers without refresh tokens, what stands for it
 * @param now epoch milliseconds before the request
 * @param signal the deadline; an abort after sending is an unknown outcome, not a failure to retry
 */
export async function refreshTokens(
  egress: Egress,
  definition: OAuthProvider,
  client: OAuthClient,
  refreshToken: Secret,
  now: number,
  signal?: AbortSignal,
): Promise<Result<TokenSet, TokenFailure>> {
  const { token, refresh } = definition.oauth
  const wire = providerFetch(egress, definition, 'refresh')
  const server = tokenServer(definition, 'refresh')
  const us = { client_id: client.clientId }
  const auth = clientAuthentication(token.clientAuthentication, client)
  const options = requestOptions(wire, token.refreshParams, signal)
  return withFailures(wire, definition, 'refresh', now, async () => {
    switch (refresh.by?.kind) {
      case undefined: {
        const spent = refreshToken.reveal()
        const response = await oauth.refreshTokenGrantRequest(server, us, auth, spent, options)
        return oauth.processRefreshTokenResponse(server, us, response)
      }
      case 'access_token': {
        const { grantType, tokenParam, bare } = refresh.by
        const params = { ...token.refreshParams, [tokenParam]: refreshToken.reveal() }
        const response = await oauth.genericTokenEndpointRequest(
          server,
          us,
          bare === true ? () => undefined : auth,
          grantType,
          params,
          options,
        )
        return oauth.processGenericTokenEndpointResponse(server, us, response)
      }
      case 'client_credentials': {
        const response = await oauth.clientCredentialsGrantRequest(
          server,
          us,
          auth,
          { ...token.refreshParams },
          options,
        )
        return oauth.processClientCredentialsResponse(server, us, response)
      }
    }
  })
}

const requestOptions = (
  wire: ProviderFetch,
  params: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): oauth.TokenEndpointRequestOptions => ({
  [oauth.customFetch]: wire.fetch,
  // Emulators on this machine speak http. Which addresses may be called, and how, is the egress's to say.
  [oauth.allowInsecureRequests]: true,
  additionalParameters: { ...params },
  ...(signal === undefined ? {} : { signal }),
})

async function withFailures(
  wire: ProviderFetch,
  definition: OAuthProvider,
  grant: TokenGrant,
  now: number,
  request: () => Promise<oauth.TokenEndpointResponse>,
): Promise<Result<TokenSet, TokenFailure>> {
  try {
    const token = (await request()) as oauth.TokenEndpointResponse & NormalisedToken
    return ok(tokenSetOf(token, definition, now))
  } catch (error) {
    if (error instanceof EgressRefused) return fail(neverSent(error))
    if (error instanceof EgressUnanswered)
      return fail({ kind: 'unknown_outcome', code: error.reason })
    const answer = wire.answer()
    const said = evidenceIn(error)
    if (said === undefined || answer === undefined) throw error
    return fail(classifyTokenFailure({ answer, ...said }, definition, grant, now))
  }
}

const neverSent = ({ reason }: EgressRefused): TokenFailure => ({
  kind: reason === 'aborted' ? 'retry' : 'configuration',
  code: `egress_refused_${reason}`,
})

/** What the library made of the answer; undefined for an error that is not about an answer. */
function evidenceIn(error: unknown): Omit<TokenFailureEvidence, 'answer'> | undefined {
  if (error instanceof oauth.ResponseBodyError) {
    const code = error.cause['provider_code']
    return { error: error.error, providerCode: typeof code === 'string' ? code : undefined }
  }
  if (error instanceof oauth.WWWAuthenticateChallengeError) {
    // RFC 6749 §5.2: a 401 with a challenge answers a client that did not prove itself.
    const unproven = error.status === 401 ? 'invalid_client' : undefined
    return { error: error.cause[0]?.parameters.error ?? unproven }
  }
  if (error instanceof oauth.UnsupportedOperationError) return { unusableTokenType: true }
  return error instanceof oauth.OperationProcessingError ? {} : undefined
}

function tokenSetOf(token: NormalisedToken, definition: OAuthProvider, now: number): TokenSet {
  const lifetime =
    token.expires_in ??
    secondsUntil(token.pipes_expires_at, now) ??
    definition.oauth.response.defaultLifetimeSeconds
  // What renews itself ends with itself; what the client renews does not end.
  const by = definition.oauth.refresh.by?.kind
  const renewing = by === undefined ? token.refresh_token : token.access_token
  const renewingLifetime = {
    none: token.refresh_token_expires_in ?? secondsUntil(token.pipes_refresh_expires_at, now),
    access_token: lifetime,
    client_credentials: undefined,
  }[by ?? 'none']
  return {
    accessToken: secret(token.access_token),
    ...(renewing === undefined ? {} : { refreshToken: secret(renewing) }),
    ...(lifetime === undefined ? {} : { expiresAt: now + lifetime * 1000 }),
    ...(renewingLifetime === undefined
      ? {}
      : { refreshTokenExpiresAt: now + renewingLifetime * 1000 }),
    ...(token.scope === undefined ? {} : { scopes: scopesIn(token.scope) }),
    metadata: token.pipes_metadata,
  }
}

const secondsUntil = (time: number | undefined, now: number): number | undefined =>
  time === undefined || time <= now ? undefined : (time - now) / 1000

const scopesIn = (scope: string): string[] => [
  ...new Set(scope.split(' ').filter((value) => value !== '')),
]
