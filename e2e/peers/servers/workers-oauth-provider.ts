/**
 * Lenient: the old refresh token is good until its replacement is used. Spent again, it gives another
 * replacement, and the first one is dead without a word. It runs in workerd, on KV.
 */
import { fileURLToPath } from 'node:url'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { root } from '../../stack/build.ts'
import { installed, noteRan } from '../../stack/ran.ts'
import type { Client, Peer } from '../peer.ts'

const PACKAGE = '@cloudflare/workers-oauth-provider'
const script = fileURLToPath(new URL('workers-oauth-provider.worker.mjs', import.meta.url))
const library = fileURLToPath(
  new URL(`../../../node_modules/${PACKAGE}/dist/oauth-provider.js`, import.meta.url),
)

export const workersOAuthProvider: Peer = {
  name: 'workers-oauth-provider',
  slug: 'workers-oauth-provider',
  scopes: ['read'],
  endpoints: (origin) => ({
    authorization: `${origin}/authorize`,
    token: `${origin}/token`,
    revocation: `${origin}/token`,
  }),
  start: async ({ port, redirectUri }) => {
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        host: '127.0.0.1',
        port,
        cf: false,
        telemetry: { enabled: false },
        workers: [
          {
            name: 'provider',
            modules: [script, library].map((path) => ({ type: 'ESModule', path })),
            modulesRoot: root,
            compatibilityDate: '2026-01-01',
            kvNamespaces: { OAUTH_KV: 'oauth' },
            bindings: { REDIRECT_URI: redirectUri },
          },
        ],
      }),
    )
    await miniflare.ready
    noteRan(installed(PACKAGE))
    // It names its clients itself.
    const made = await fetch(`http://127.0.0.1:${port}/client`)
    return {
      version: installed(PACKAGE),
      client: (await made.json()) as Client,
      close: () => miniflare.dispose(),
    }
  },
  expects: {
    connected: 'connected',
    raced: '20 → 1, 1 token',
    replayed: '200 another pair',
    afterReplay: 'needs_reauthorization',
    reconnected: 'connected',
    revoked: '200',
    afterRevocation: '400 invalid_grant',
    end: 'not_installed',
  },
}
