/**
 * The strictest OAuth server there is to be had, as a provider of ours: `oidc-provider` rotates
 * refresh tokens, ends the whole grant when one is used twice, wants PKCE, and forgives no second.
 */
import { once } from 'node:events'
import type { Server } from 'node:http'
import { Provider } from 'oidc-provider'
import { installed, noteRan } from '../stack/ran.ts'

export type TokenRequest = { readonly grantType: string; readonly status: number }

export type OidcProvider = {
  readonly origin: string
  /** The one client that it knows. */
  readonly client: OidcClient
  /** Every request at the token endpoint, in the order of the answers. */
  readonly tokenRequests: readonly TokenRequest[]
  /** How many tokens we have given back. */
  readonly revocations: () => number
  /** Whether the access token that was issued last is accepted, or may be thought to be: it is dated in whole seconds. */
  readonly isLastTokenAlive: () => Promise<boolean>
  /** Ends the grant of the refresh token that was issued last, as its owner would in the settings. */
  readonly revokeLastGrant: () => Promise<void>
  /** How long access tokens live that are issued from now on. */
  readonly issueFor: (seconds: number) => void
  readonly close: () => Promise<void>
}

export type OidcClient = {
  readonly id: string
  readonly secret: string
  readonly redirectUris: readonly string[]
}

type TokenAnswer = { readonly access_token?: string; readonly refresh_token?: string }

const HOUR_SECONDS = 3600

/** @param port a free port of 127.0.0.1 */
export async function startOidcProvider(port: number, client: OidcClient): Promise<OidcProvider> {
  const origin = `http://127.0.0.1:${port}`
  const tokenRequests: TokenRequest[] = []
  let accessTokenSeconds = HOUR_SECONDS
  let last: TokenAnswer = {}
  let lastIssuedAt = 0
  let revocations = 0

  const provider = new Provider(origin, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [...client.redirectUris],
        grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
        response_types: ['code'],
        application_type: 'native',
        // What it may ask for; anything else is an unknown scope.
        scope: 'openid email offline_access',
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    // `notes` exists here, and the client may not have it.
    scopes: ['openid', 'offline_access', 'email', 'notes'],
    clientAuthMethods: ['client_secret_post'],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: true },
      revocation: { enabled: true },
    },
    claims: { openid: ['sub'], email: ['email'] },
    pkce: { required: () => true },
    // Else a token is good for 15 seconds after it has expired, and tests of expiry prove nothing.
    clockTolerance: 0,
    rotateRefreshToken: true,
    issueRefreshToken: async () => true,
    ttl: {
      AccessToken: () => accessTokenSeconds,
      RefreshToken: HOUR_SECONDS,
      Grant: HOUR_SECONDS,
      Session: HOUR_SECONDS,
      Interaction: HOUR_SECONDS,
      IdToken: HOUR_SECONDS,
    },
    cookies: { keys: ['only-for-tests'] },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, email: id }),
    }),
  })
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.path === '/token/revocation' && ctx.status === 200) revocations += 1
    if (ctx.path !== '/token') return
    const { body, params } = ctx.oidc
    const grantType = String(params?.['grant_type'] ?? body?.['grant_type'])
    tokenRequests.push({ grantType, status: ctx.status })
    if (ctx.status !== 200) return
    last = ctx.body as TokenAnswer
    lastIssuedAt = Date.now()
  })

  const server: Server = provider.listen(port, '127.0.0.1')
  await once(server, 'listening')
  noteRan(installed('oidc-provider'))

  return {
    origin,
    client,
    tokenRequests,
    revocations: () => revocations,
    issueFor: (seconds) => {
      accessTokenSeconds = seconds
    },
    isLastTokenAlive: async () => {
      if (Date.now() < lastIssuedAt + accessTokenSeconds * 1000) return true
      const headers = { authorization: `Bearer ${last.access_token}` }
      return (await fetch(`${origin}/me`, { headers })).ok
    },
    revokeLastGrant: async () => {
      const response = await fetch(`${origin}/token/revocation`, {
        method: 'POST',
        body: new URLSearchParams({
          token: last.refresh_token ?? '',
          token_type_hint: 'refresh_token',
          client_id: client.id,
          client_secret: client.secret,
        }),
      })
      if (!response.ok) throw new Error(`revocation answered ${response.status}`)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
