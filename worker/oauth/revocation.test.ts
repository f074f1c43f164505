import { hmac as sign } from '@oslojs/crypto/hmac'
import { SHA256 } from '@oslojs/crypto/sha2'
import { encodeHexLowerCase } from '@oslojs/encoding'
import { describe, expect, test } from 'vitest'
import { EgressRefused, EgressUnanswered } from '../kit/safe-fetch.ts'
import type { EgressAnswer } from '../kit/safe-fetch.ts'
import { secret } from '../kit/secret.ts'
import { readyProvider } from '../test/providers.ts'
import { customProviderDefinition } from '../providers/custom-provider.ts'
import { revokeToken } from './revocation.ts'
import { answer, scriptedEgress } from './scripted-egress.ts'

const CLIENT = { clientId: 'c/1', clientSecret: secret('s:1') }
const BOTH = { accessToken: secret('at-1'), refreshToken: secret('rt-1') }

const CUSTOM = customProviderDefinition({
  slug: 'acme',
  name: 'Acme',
  authorizationUrl: 'https://acme.example/authorize',
  tokenUrl: 'https://acme.example/token',
  revocationUrl: 'https://acme.example/revoke',
})

type Script = (EgressAnswer | Error)[]

type Tokens = Omit<Parameters<typeof revokeToken>[3], 'now'>
const NOW = Date.UTC(2026, 10, 30)

async function revoke(slug: string, tokens: Tokens, ...script: Script) {
  const { egress, requests } = scriptedEgress(...script)
  const outcome = await revokeToken(egress, readyProvider(slug) ?? CUSTOM, CLIENT, {
    ...tokens,
    now: NOW,
  })
  return {
    outcome,
    sent: requests.map(({ method, url, headers, body }) => ({
      request: `${method} ${url}`,
      authorization: headers.get('authorization'),
      type: headers.get('content-type'),
      body,
    })),
  }
}

/** By another library than the code's own. */
const hmac = (text: string): string =>
  encodeHexLowerCase(sign(SHA256, new TextEncoder().encode('s:1'), new TextEncoder().encode(text)))

describe('each provider’s own way', () => {
  test('RFC 7009: both tokens, the client in the body', async () => {
    const { outcome, sent } = await revoke('acme', BOTH, answer(200, ''), answer(200, ''))
    expect(outcome).toEqual({ outcome: 'revoked' })
    expect(sent.map(({ body }) => body)).toEqual([
      'token=rt-1&client_id=c%2F1&client_secret=s%3A1',
      'token=at-1&client_id=c%2F1&client_secret=s%3A1',
    ])
  })

  test('GitHub: the whole grant, by DELETE with Basic and JSON', async () => {
    const { outcome, sent } = await revoke('github', BOTH, answer(204, ''))
    expect(outcome).toEqual({ outcome: 'revoked' })
    expect(sent).toEqual([
      {
        request: 'DELETE https://api.github.com/applications/c%2F1/grant',
        authorization: `Basic ${btoa('c/1:s:1')}`,
        type: 'application/json',
        body: '{"access_token":"at-1"}',
      },
    ])
  })

  test('TikTok: the client under its own name', async () => {
    const { sent } = await revoke('tiktok', BOTH, answer(200, ''))
    expect(sent.map(({ body }) => body)).toEqual([
      'token=at-1&client_key=c%2F1&client_secret=s%3A1',
    ])
  })

  test('Stripe: the account is named, and the platform’s key proves who asks', async () => {
    const { outcome, sent } = await revoke(
      'stripe',
      { ...BOTH, account: 'acct_1' },
      answer(200, {}),
    )
    expect(outcome).toEqual({ outcome: 'revoked' })
    expect(sent).toEqual([
      {
        request: 'POST https://connect.stripe.com/oauth/deauthorize',
        authorization: 'Bearer s:1',
        type: 'application/x-www-form-urlencoded',
        body: 'stripe_user_id=acct_1&client_id=c%2F1',
      },
    ])
  })

  test('Stripe, of an account that nobody knows: nothing can be said', async () => {
    expect(await revoke('stripe', BOTH)).toEqual({
      outcome: { outcome: 'not_supported', reason: 'no_account' },
      sent: [],
    })
  })

  test('Square: the secret under a scheme of its own, JSON', async () => {
    const { sent } = await revoke('square', BOTH, answer(200, { success: true }))
    expect(sent).toEqual([
      {
        request: 'POST https://connect.squareup.com/oauth2/revoke',
        authorization: 'Client s:1',
        type: 'application/json',
        body: '{"access_token":"at-1","client_id":"c/1"}',
      },
    ])
  })

  test('Miro: names of its own', async () => {
    const { sent } = await revoke('miro', BOTH, answer(204, ''))
    expect(sent.map(({ request, body }) => [request, body])).toEqual([
      [
        'POST https://api.miro.com/v2/oauth/revoke',
        '{"accessToken":"at-1","clientId":"c/1","clientSecret":"s:1"}',
      ],
    ])
  })

  test('Withings: a nonce, and a signature over it', async () => {
    const { outcome, sent } = await revoke(
      'withings',
      { ...BOTH, account: '363' },
      answer(200, { status: 0, body: { nonce: 'n-1' } }),
      answer(200, { status: 0, body: {} }),
    )
    expect(outcome).toEqual({ outcome: 'revoked' })
    const timestamp = NOW / 1000
    expect(
      sent.map(({ request, body = '' }) => [
        request,
        Object.fromEntries(new URLSearchParams(body)),
      ]),
    ).toEqual([
      [
        'POST https://wbsapi.withings.net/v2/signature',
        {
          action: 'getnonce',
          client_id: 'c/1',
          timestamp: String(timestamp),
          signature: hmac(`getnonce,c/1,${timestamp}`),
        },
      ],
      [
        'POST https://wbsapi.withings.net/v2/oauth2',
        {
          action: 'revoke',
          userid: '363',
          client_id: 'c/1',
          nonce: 'n-1',
          signature: hmac('revoke,c/1,n-1'),
        },
      ],
    ])
    // The secret itself stays here.
    expect(JSON.stringify(sent)).not.toContain('s:1')
  })

  test('Withings, when no nonce comes: it fails, and is tried again later', async () => {
    const down = answer(200, { status: 503, body: {} })
    const { outcome } = await revoke('withings', { ...BOTH, account: '363' }, down, down)
    expect(outcome).toMatchObject({ outcome: 'failed' })
  })

  test('Google: one token ends the grant, no client', async () => {
    const { sent } = await revoke('google', BOTH, answer(200, {}))
    expect(sent).toEqual([
      {
        request: 'POST https://oauth2.googleapis.com/revoke',
        authorization: null,
        type: 'application/x-www-form-urlencoded',
        body: 'token=rt-1',
      },
    ])
  })

  test('Slack: the token itself is the proof, and stands in one place', async () => {
    const { outcome, sent } = await revoke('slack', BOTH, answer(200, { ok: true, revoked: true }))
    expect(outcome).toEqual({ outcome: 'revoked' })
    expect(sent).toEqual([
      {
        request: 'POST https://slack.com/api/auth.revoke',
        authorization: 'Bearer at-1',
        type: null,
        body: undefined,
      },
    ])
  })

  test('Twitch: the client by its id, and no secret', async () => {
    const { sent } = await revoke('twitch', BOTH, answer(200, ''))
    expect(sent.map(({ body, authorization }) => [body, authorization])).toEqual([
      ['token=at-1&client_id=c%2F1', null],
    ])
  })

  test('Notion: JSON under the Basic header of the token endpoint', async () => {
    const { sent } = await revoke('notion', BOTH, answer(200, {}))
    expect(sent).toEqual([
      {
        request: 'POST https://api.notion.com/v1/oauth/revoke',
        authorization: `Basic ${btoa('c/1:s:1')}`,
        type: 'application/json',
        body: '{"token":"at-1"}',
      },
    ])
  })
})

test('a provider that cannot is not asked', async () => {
  expect(await revoke('microsoft', BOTH)).toEqual({
    outcome: { outcome: 'not_supported', reason: 'no_endpoint' },
    sent: [],
  })
})

test('a token that the provider does not take is not sent', async () => {
  expect(await revoke('github', { refreshToken: secret('rt-1') })).toEqual({
    outcome: { outcome: 'not_supported', reason: 'no_token' },
    sent: [],
  })
})

describe('outcomes', () => {
  const outcomeOf = async (slug: string, ...script: Script) =>
    (await revoke(slug, { accessToken: secret('at-1') }, ...script)).outcome

  test('ok: false is a failure', async () => {
    expect(await outcomeOf('slack', answer(200, { ok: false, error: 'ratelimited' }))).toEqual({
      outcome: 'failed',
      reason: 'ratelimited',
    })
  })

  test.each(['invalid_token', 'token_revoked'])('%s: it was dead already', async (error) => {
    expect(await outcomeOf('google', answer(400, { error }))).toEqual({ outcome: 'revoked' })
    expect(await outcomeOf('slack', answer(200, { ok: false, error }))).toEqual({
      outcome: 'revoked',
    })
  })

  test.each([302, 400, 401, 404, 500])('status %i is a failure', async (status) => {
    expect(await outcomeOf('google', answer(status, '<b>'))).toEqual({
      outcome: 'failed',
      reason: `http_${status}`,
    })
  })

  test('the network is a failure, not an exception', async () => {
    expect(await outcomeOf('google', new EgressUnanswered('timeout'))).toEqual({
      outcome: 'failed',
      reason: 'timeout',
    })
    expect(await outcomeOf('google', new EgressRefused('ip_address'))).toEqual({
      outcome: 'failed',
      reason: 'ip_address',
    })
  })

  test('one of two failing is a failure', async () => {
    const { outcome } = await revoke('acme', BOTH, answer(200, ''), answer(503, ''))
    expect(outcome).toEqual({ outcome: 'failed', reason: 'http_503' })
  })

  test('what a provider calls its failure is cleaned', async () => {
    expect(await outcomeOf('google', answer(400, { error: '<img src=x>' }))).toEqual({
      outcome: 'failed',
      reason: '_img_src_x_',
    })
  })
})
