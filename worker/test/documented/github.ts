/** GitHub, an OAuth app and a GitHub App: errors have status 200, and a larger scope swallows smaller ones. */
import type { Documented } from './kit/documented.ts'
import { account, failure, largestOf, less } from './kit/rfc.ts'

// https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
const INCLUDES: Readonly<Record<string, readonly string[]>> = {
  repo: ['repo:status', 'repo_deployment', 'public_repo', 'repo:invite', 'security_events'],
  user: ['read:user', 'user:email', 'user:follow'],
  'admin:org': ['write:org', 'read:org', 'manage_runners:org'],
  'write:org': ['read:org'],
  'admin:repo_hook': ['write:repo_hook', 'read:repo_hook'],
  'write:repo_hook': ['read:repo_hook'],
  'admin:public_key': ['write:public_key', 'read:public_key'],
  'write:public_key': ['read:public_key'],
  'admin:gpg_key': ['write:gpg_key', 'read:gpg_key'],
  'write:gpg_key': ['read:gpg_key'],
  'write:packages': ['read:packages'],
  project: ['read:project'],
}
const ALONE = ['workflow', 'gist', 'notifications', 'delete_repo', 'delete:packages', 'codespace']
const KNOWN = [...new Set([...Object.keys(INCLUDES), ...Object.values(INCLUDES).flat(), ...ALONE])]

const FAILURES = {
  code: failure(200, 'bad_verification_code'),
  grant: failure(200, 'bad_refresh_token'),
  client: failure(200, 'incorrect_client_credentials'),
  more: [
    ['client', failure(200, 'unsupported_grant_type')],
    ['unclear', failure(200, 'redirect_uri_mismatch')],
    ['later', { status: 429, body: { message: 'API rate limit exceeded' } }],
  ],
} as const

const APP: Documented = {
  slugs: ['github'],
  docs: 'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
  keys: true,
  authorize: {
    at: 'https://github.com/login/oauth/authorize',
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known: KNOWN,
      includes: INCLUDES,
      listed: largestOf(INCLUDES),
    },
  },
  token: {
    at: 'https://github.com/login/oauth/access_token',
    client: 'body',
    body: 'form',
    headers: { accept: /^application\/json$/ },
    answer: ({ access, scopes }) => ({
      access_token: access,
      scope: scopes.join(','),
      token_type: 'bearer',
    }),
  },
  life: { refresh: 'none' },
  failures: FAILURES,
  revoke: {
    at: 'https://api.github.com/applications/{client_id}/grant',
    method: 'DELETE',
    client: 'basic',
    body: 'json',
    param: 'access_token',
    takes: ['access'],
    ends: 'account',
    done: { status: 204 },
    refusal: { status: 422, body: { message: 'Validation Failed' } },
  },
  account: {
    at: 'https://api.github.com/user',
    headers: { accept: /^application\/vnd\.github\+json$/ },
    answers: [account({ login: 'octocat', id: 1, email: null }, '1', 'octocat')],
  },
  partial: [less(['workflow', 'gist'], 'workflow')],
}

/** With "Expire user authorization tokens": eight hours, half a year, and both die when they are spent. */
const EXPIRING: Documented = {
  ...APP,
  authorize: { ...APP.authorize, scopes: { separator: ' ', known: KNOWN, includes: INCLUDES } },
  token: {
    ...APP.token,
    answer: ({ access, refresh, scopes }) => ({
      access_token: access,
      expires_in: 28_800,
      refresh_token: refresh,
      refresh_token_expires_in: 15_552_000,
      scope: scopes.join(','),
      token_type: 'bearer',
    }),
  },
  life: {
    access: 28_800,
    toldOfRefresh: 15_552_000,
    refresh: { rotates: 'always', endsOldAccess: true, idleDays: 180 },
  },
}

export const github = [APP, EXPIRING]
