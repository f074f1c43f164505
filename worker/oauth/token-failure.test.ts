import { describe, expect, test } from 'vitest'
import { secret } from '../kit/secret.ts'
import { customProviderDefinition } from '../providers/custom-provider.ts'
import { defineProvider } from '../providers/define-provider.ts'
import type { OAuthProvider, TokenResponseShape } from '../providers/definition.ts'
import { answer, scriptedEgress } from './scripted-egress.ts'
import { refreshTokens } from './token-client.ts'

const NOW = Date.parse('2026-11-23T12:00:00Z')

const CUSTOM = customProviderDefinition({
  slug: 'acme',
  name: 'Acme',
  authorizationUrl: 'https://acme.example/authorize',
  tokenUrl: 'https://acme.example/token',
})

async function failure(told: ReturnType<typeof answer>, definition: OAuthProvider = CUSTOM) {
  const { egress } = scriptedEgress(told)
  const client = { clientId: 'c', clientSecret: secret('s') }
  const outcome = await refreshTokens(egress, definition, client, secret('rt'), NOW)
  return outcome.ok ? undefined : outcome.failure
}

describe('the status speaks first', () => {
  test.each([301, 302, 303, 307, 308, 304, 408, 425, 429, 500, 502, 503, 504, 599])(
    '%i is worth a retry, whatever the body says',
    async (status) => {
      const body = status === 304 ? '' : { error: 'invalid_grant' }
      expect(await failure(answer(status, body))).toMatchObject({
        kind: 'retry',
        providerStatus: status,
      })
    },
  )

  test('a redirect is a failure even with a token in it', async () => {
    const told = answer(302, { access_token: 'at' }, { location: 'https://evil.example' })
    expect(await failure(told)).toMatchObject({ kind: 'retry', code: 'http_302' })
  })

  test('a status that no Response can carry is one of theirs', async () => {
    expect(await failure(answer(999, 'denied'))).toEqual({
      kind: 'retry',
      code: 'http_999',
      providerStatus: 999,
    })
  })

  test.each([
    [404, 'configuration'],
    [405, 'configuration'],
    [410, 'configuration'],
    [400, 'suspect'],
    [401, 'suspect'],
    [403, 'suspect'],
    [418, 'suspect'],
  ])('%i without a code is %s', async (status, kind) => {
    const expected = { kind, code: `http_${status}`, providerStatus: status }
    expect(await failure(answer(status, ''))).toEqual(expected)
    expect(await failure(answer(status, '<html>', { 'content-type': 'text/html' }))).toEqual(
      expected,
    )
    expect(await failure(answer(status, {}))).toEqual(expected)
  })
})

describe('then the code', () => {
  test.each([
    ['invalid_grant', 'needs_reauthorization'],
    ['interaction_required', 'needs_reauthorization'],
    ['login_required', 'needs_reauthorization'],
    ['consent_required', 'needs_reauthorization'],
    ['invalid_client', 'configuration'],
    ['unauthorized_client', 'configuration'],
    ['unsupported_grant_type', 'configuration'],
    ['invalid_scope', 'configuration'],
    ['temporarily_unavailable', 'retry'],
    ['slow_down', 'retry'],
    ['server_error', 'unknown_outcome'],
    ['invalid_request', 'suspect'],
    ['access_denied', 'suspect'],
    ['constructor', 'suspect'],
  ])('%s is %s', async (error, kind) => {
    for (const status of [400, 401, 403]) {
      expect(await failure(answer(status, { error }))).toMatchObject({
        kind,
        code: error,
        providerStatus: status,
      })
    }
  })

  test('never the description', async () => {
    const told = answer(400, { error: 'odd', error_description: 'invalid_grant: token revoked' })
    expect(await failure(told)).toMatchObject({ kind: 'suspect', code: 'odd' })
  })

  test('a code in a form counts, too', async () => {
    const told = answer(400, 'error=invalid_grant', {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(await failure(told)).toMatchObject({ kind: 'needs_reauthorization' })
  })

  test.each([
    [{ error: { code: 190 } }],
    [{ error: null }],
    [{ error: '' }],
    [{ error: ['invalid_grant'] }],
  ])('what is no code says nothing: %j', async (body) =>
    expect(await failure(answer(400, body))).toMatchObject({ kind: 'suspect', code: 'http_400' }),
  )

  test('a code is cleaned before anybody reads it', async () => {
    const told = answer(400, { error: `<b>\u001b[31m${'x'.repeat(300)}` })
    expect((await failure(told))?.code).toMatch(/^_b___31mx{56}$|^[A-Za-z0-9_.-]{64}$/)
  })
})

describe('a 401 with a challenge', () => {
  test('is about the client when it names nothing else', async () => {
    const told = answer(401, '', { 'www-authenticate': 'Basic realm="token"' })
    expect(await failure(told)).toMatchObject({ kind: 'configuration', code: 'invalid_client' })
  })

  test('is about what it names', async () => {
    const told = answer(401, '', { 'www-authenticate': 'Bearer error="invalid_grant"' })
    expect(await failure(told)).toMatchObject({ kind: 'needs_reauthorization' })
  })

  test('does not hide the code in the body', async () => {
    const told = answer(401, { error: 'invalid_grant' }, { 'www-authenticate': 'Basic realm="x"' })
    expect(await failure(told)).toMatchObject({ kind: 'needs_reauthorization' })
  })

  test('with another status is not about the client', async () => {
    const told = answer(403, '', { 'www-authenticate': 'Basic realm="x"' })
    expect(await failure(told)).toMatchObject({ kind: 'suspect' })
  })
})

describe('quirks as data', () => {
  const quirky = (response: Partial<TokenResponseShape>): OAuthProvider =>
    defineProvider({
      slug: 'acme',
      name: 'Acme',
      verified: 'operator',
      oauth: {
        authorizationUrl: 'https://acme.example/authorize',
        token: { url: 'https://acme.example/token' },
        response,
      },
    })

  test('a code elsewhere (HubSpot)', async () => {
    const hubspot = quirky({
      errorPath: 'status',
      errorMap: { BAD_REFRESH_TOKEN: 'invalid_grant' },
    })
    expect(await failure(answer(400, { status: 'BAD_REFRESH_TOKEN' }), hubspot)).toMatchObject({
      kind: 'needs_reauthorization',
      code: 'BAD_REFRESH_TOKEN',
      providerStatus: 400,
    })
  })

  test('a number in an object (Facebook)', async () => {
    const facebook = quirky({ errorPath: 'error.code', errorMap: { '190': 'invalid_grant' } })
    const told = answer(400, { error: { code: 190, type: 'OAuthException' } })
    expect(await failure(told, facebook)).toMatchObject({
      kind: 'needs_reauthorization',
      code: '190',
    })
  })

  test('words with a blank, and status 200 for being throttled (Zoho)', async () => {
    const zoho = quirky({ errorMap: { 'Access Denied': 'temporarily_unavailable' } })
    expect(await failure(answer(200, { error: 'Access Denied' }), zoho)).toMatchObject({
      kind: 'retry',
      code: 'Access_Denied',
      providerStatus: 200,
    })
  })

  test('a wrong secret in the words of a refused consent (Atlassian)', async () => {
    const atlassian = quirky({ errorMap: { access_denied: 'invalid_client' } })
    expect(await failure(answer(403, { error: 'access_denied' }), atlassian)).toMatchObject({
      kind: 'configuration',
    })
  })

  test('tokens in an object, a lifetime that nobody states', async () => {
    const nested = quirky({ root: 'data', defaultLifetimeSeconds: 60, keep: ['data.host'] })
    const { egress } = scriptedEgress(answer(200, { data: { access_token: 'at', host: 'eu' } }))
    const outcome = await refreshTokens(egress, nested, { clientId: 'c' }, secret('rt'), NOW)
    expect(outcome.ok && outcome.value).toMatchObject({
      expiresAt: NOW + 60_000,
      metadata: { data_host: 'eu' },
    })
  })
})

describe('Retry-After', () => {
  const after = async (value: string) =>
    (await failure(answer(429, '', { 'retry-after': value })))?.retryAfterSeconds

  test('in seconds', async () => expect(await after('17')).toBe(17))
  test('as a date', async () => expect(await after('Mon, 23 Nov 2026 12:01:00 GMT')).toBe(60))
  test('a date that is past means now', async () =>
    expect(await after('Mon, 23 Nov 2026 11:00:00 GMT')).toBe(0))
  test('a day is the most', async () => expect(await after('999999999')).toBe(86_400))
  test.each(['', 'soon', '-5', '1e3'])('%j says nothing', async (value) =>
    expect(await after(value)).toBeUndefined(),
  )
})
