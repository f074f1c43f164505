/** One synthetic answer per oddity, as each provider's documentation shows it. */
import { describe, expect, test } from 'vitest'
import type { EgressAnswer } from '../kit/safe-fetch.ts'
import { secret } from '../kit/secret.ts'
import { readyProvider } from '../test/providers.ts'
import { exchangeCode, refreshTokens } from './token-client.ts'
import { answer, scriptedEgress } from './scripted-egress.ts'

const CLIENT = { clientId: 'c', clientSecret: secret('s') }

async function ask(slug: string, grant: 'exchange' | 'refresh', told: EgressAnswer) {
  const definition = readyProvider(slug)
  if (definition === undefined) throw new Error(`no provider ${slug}`)
  const { egress } = scriptedEgress(told)
  const outcome =
    grant === 'refresh'
      ? await refreshTokens(egress, definition, CLIENT, secret('rt-0'), 0)
      : await exchangeCode(egress, definition, CLIENT, {
          code: secret('c'),
          redirectUri: 'https://pipes.example/callback',
          codeVerifier: secret('v'),
          now: 0,
        })
  if (!outcome.ok) return outcome.failure
  const { accessToken, refreshToken, ...rest } = outcome.value
  return { access: accessToken.reveal(), refresh: refreshToken?.reveal(), ...rest }
}

describe('GitHub', () => {
  test('scopes with commas, no lifetime', async () => {
    const body = { access_token: 'gho_1', scope: 'repo,gist', token_type: 'bearer' }
    expect(await ask('github', 'exchange', answer(200, body))).toEqual({
      access: 'gho_1',
      refresh: undefined,
      scopes: ['repo', 'gist'],
      metadata: {},
    })
  })

  test('an App’s token knows when its refresh token dies', async () => {
    const body = {
      access_token: 'ghu_1',
      scope: '',
      expires_in: 28_800,
      refresh_token: 'ghr_1',
      refresh_token_expires_in: 15_811_200,
    }
    expect(await ask('github', 'exchange', answer(200, body))).toEqual({
      access: 'ghu_1',
      refresh: 'ghr_1',
      expiresAt: 28_800_000,
      refreshTokenExpiresAt: 15_811_200_000,
      scopes: [],
      metadata: {},
    })
  })

  test.each([
    ['bad_verification_code', 'needs_reauthorization'],
    ['bad_refresh_token', 'needs_reauthorization'],
    ['incorrect_client_credentials', 'configuration'],
    ['unsupported_grant_type', 'configuration'],
    ['something_new', 'suspect'],
  ])('%s comes with status 200', async (error, kind) => {
    const told = answer(200, { error, error_description: 'words', error_uri: 'https://x' })
    expect(await ask('github', 'refresh', told)).toMatchObject({
      kind,
      code: error,
      providerStatus: 200,
    })
  })
})

describe('Slack', () => {
  const TEAM = { team: { id: 'T1', name: 'Acme' }, enterprise: null }

  test('the user’s token is taken from authed_user, the bot’s token left alone', async () => {
    const body = {
      ok: true,
      access_token: 'xoxb-bot',
      token_type: 'bot',
      scope: 'commands',
      ...TEAM,
      authed_user: {
        id: 'U1',
        scope: 'chat:write,users:read',
        access_token: 'xoxe.xoxp-user',
        token_type: 'user',
        expires_in: 43_200,
        refresh_token: 'xoxe-1',
      },
    }
    expect(await ask('slack', 'exchange', answer(200, body))).toEqual({
      access: 'xoxe.xoxp-user',
      refresh: 'xoxe-1',
      expiresAt: 43_200_000,
      scopes: ['chat:write', 'users:read'],
      metadata: { team_id: 'T1', team_name: 'Acme', authed_user_id: 'U1' },
    })
  })

  test('a bot token is not vended as the user’s when the user’s is absent', async () => {
    const body = { ok: true, access_token: 'xoxb-bot', ...TEAM, authed_user: { id: 'U1' } }
    expect(await ask('slack', 'exchange', answer(200, body))).toMatchObject({
      kind: 'unknown_outcome',
      code: 'not_a_token',
    })
  })

  test('a refresh answers at the top level', async () => {
    const body = {
      ok: true,
      access_token: 'xoxe.xoxp-2',
      refresh_token: 'xoxe-2',
      expires_in: 43_200,
      token_type: 'user',
    }
    expect(await ask('slack', 'refresh', answer(200, body))).toMatchObject({
      access: 'xoxe.xoxp-2',
      refresh: 'xoxe-2',
    })
  })

  test('ok: false is a failure even beside a token', async () => {
    const body = { ok: false, error: 'token_revoked', authed_user: { access_token: 'xoxp' } }
    expect(await ask('slack', 'refresh', answer(200, body))).toMatchObject({
      kind: 'needs_reauthorization',
    })
  })

  test.each([
    ['invalid_refresh_token', 'needs_reauthorization'],
    ['bad_client_secret', 'configuration'],
    ['ratelimited', 'retry'],
    ['service_unavailable', 'retry'],
    ['internal_error', 'unknown_outcome'],
    ['fatal_error', 'unknown_outcome'],
    ['unheard_of', 'suspect'],
  ])('%s', async (error, kind) => {
    expect(await ask('slack', 'refresh', answer(200, { ok: false, error }))).toMatchObject({
      kind,
      code: error,
      providerStatus: 200,
    })
  })
})

test('Notion: workspace and owner are kept, no lifetime, a null refresh token is none', async () => {
  const body = {
    access_token: 'ntn_1',
    token_type: 'bearer',
    refresh_token: null,
    bot_id: 'b-1',
    workspace_id: 'w-1',
    workspace_name: 'Acme\u202E\nHQ',
    workspace_icon: null,
    owner: { type: 'user', user: { id: 'u-1', person: { email: 'ada@example.com' } } },
    request_id: 'r-1',
  }
  expect(await ask('notion', 'exchange', answer(200, body))).toEqual({
    access: 'ntn_1',
    refresh: undefined,
    metadata: {
      workspace_id: 'w-1',
      workspace_name: 'Acme HQ',
      bot_id: 'b-1',
      owner_user_id: 'u-1',
    },
  })
})

test('Linear: scopes as one text with commas', async () => {
  const body = {
    access_token: 'lin_1',
    token_type: 'Bearer',
    expires_in: 86_399,
    scope: 'read,write',
    refresh_token: 'r1',
  }
  expect(await ask('linear', 'refresh', answer(200, body))).toMatchObject({
    refresh: 'r1',
    scopes: ['read', 'write'],
  })
})

test('Google: no new refresh token on a refresh, an id token that is dropped', async () => {
  const body = {
    access_token: 'ya29',
    expires_in: 3599,
    scope: 'openid x',
    token_type: 'Bearer',
    id_token: 'e30.e30.e30',
  }
  expect(await ask('google', 'refresh', answer(200, body))).toEqual({
    access: 'ya29',
    refresh: undefined,
    expiresAt: 3_599_000,
    scopes: ['openid', 'x'],
    metadata: {},
  })
})

test('Google: an administrator’s policy ends the grant, whatever the subtype says', async () => {
  const told = answer(400, { error: 'invalid_grant', error_subtype: 'invalid_rapt' })
  expect(await ask('google', 'refresh', told)).toMatchObject({ kind: 'needs_reauthorization' })
})

test('Google does not rotate: a success without a token has cost nothing', async () => {
  expect(await ask('google', 'refresh', answer(200, '<html>'))).toMatchObject({ kind: 'retry' })
  expect(await ask('google', 'exchange', answer(200, '<html>'))).toMatchObject({
    kind: 'unknown_outcome',
  })
})

test.each([
  ['interaction_required', 'needs_reauthorization'],
  ['invalid_grant', 'needs_reauthorization'],
  ['consent_required', 'needs_reauthorization'],
  ['invalid_client', 'configuration'],
  ['temporarily_unavailable', 'retry'],
])('Microsoft: %s is judged by its name, not by its numbers or words', async (error, kind) => {
  const told = answer(400, {
    error,
    error_description: 'AADSTS50076: …',
    error_codes: [50_076],
    claims: '{}',
  })
  expect(await ask('microsoft', 'refresh', told)).toMatchObject({ kind, code: error })
})
