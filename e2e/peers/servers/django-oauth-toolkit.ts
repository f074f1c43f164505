/**
 * django-oauth-toolkit from Debian, twice. Without a grace period it refuses an old refresh token and
 * leaves the newest alone; with 30 s of grace it answers with the very pair that it gave before.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { debianVersion } from '../debian.ts'
import type { Conduct, Peer } from '../peer.ts'
import { untilAnswering } from '../until-answering.ts'

const server = fileURLToPath(new URL('django-oauth-toolkit.py', import.meta.url))

const toolkit = (graceSeconds: number, expects: Conduct): Peer => ({
  name: `django-oauth-toolkit, grace ${graceSeconds} s`,
  slug: `django-${graceSeconds}`,
  packages: ['python3-django-oauth-toolkit'],
  scopes: ['read'],
  endpoints: (origin) => ({
    authorization: `${origin}/o/authorize/`,
    token: `${origin}/o/token/`,
    revocation: `${origin}/o/revoke_token/`,
  }),
  start: async ({ port, client, redirectUri, directory }) => {
    const settings = {
      port,
      graceSeconds,
      lifetimeSeconds: 3600,
      database: join(directory, 'django.sqlite3'),
      clientId: client.id,
      clientSecret: client.secret,
      redirectUri,
      // What the forms are filled in with.
      users: ['ada'],
      password: 'ada',
    }
    // Debian's own Python: another in the PATH does not know Debian's packages.
    const child = spawn('/usr/bin/python3', [server, JSON.stringify(settings)], { stdio: 'ignore' })
    await untilAnswering(`http://127.0.0.1:${port}/accounts/login/`)
    return {
      version: `${debianVersion('python3-django-oauth-toolkit')}, grace ${graceSeconds} s`,
      close: async () => {
        child.kill()
      },
    }
  },
  expects,
})

const ALIKE = {
  connected: 'connected',
  raced: '20 → 1, 1 token',
  afterReplay: 'active',
  reconnected: 'connected',
  revoked: '200',
  end: 'not_installed',
}

export const djangoWithoutGrace = toolkit(0, {
  ...ALIKE,
  replayed: '400 invalid_grant',
  afterRevocation: '400 invalid_grant',
})

export const djangoWithGrace = toolkit(30, {
  ...ALIKE,
  replayed: '200 the same pair',
  // Version 1.7.0 fails on a revoked token that is within its grace.
  afterRevocation: '500 without a code',
})
