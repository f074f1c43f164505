/** Strict: one use of a refresh token, and a second ends the grant with everything that lives of it. */
import { installed } from '../../stack/ran.ts'
import { startOidcProvider } from '../oidc-provider.ts'
import type { Peer } from '../peer.ts'

export const oidcProvider: Peer = {
  name: 'oidc-provider',
  slug: 'oidc-provider',
  scopes: ['openid', 'offline_access'],
  authorizationParameters: { prompt: 'consent' },
  issuer: (origin) => origin,
  endpoints: (origin) => ({
    authorization: `${origin}/auth`,
    token: `${origin}/token`,
    revocation: `${origin}/token/revocation`,
  }),
  start: async ({ port, client, redirectUri }) => {
    const provider = await startOidcProvider(port, { ...client, redirectUris: [redirectUri] })
    return { version: installed('oidc-provider'), close: provider.close }
  },
  expects: {
    connected: 'connected',
    raced: '20 → 1, 1 token',
    replayed: '400 invalid_grant',
    afterReplay: 'needs_reauthorization',
    reconnected: 'connected',
    revoked: '200',
    afterRevocation: '400 invalid_grant',
    end: 'not_installed',
  },
}
