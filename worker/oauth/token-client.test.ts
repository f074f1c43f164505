import { describe, expect, test } from 'vitest'
import { EgressRefused, EgressUnanswered } from '../kit/safe-fetch.ts'
import type { EgressAnswer } from '../kit/safe-fetch.ts'
import { secret } from '../kit/secret.ts'
import { customProviderDefinition } from '../providers/custom-provider.ts'
import { answer, scriptedEgress } from './scripted-egress.ts'
import { exchangeCode, refreshTokens } from './token-client.ts'

const NOW = 1_800_000_000_000
const CLIENT = { clientId: 'c-1_2.3', clientSecret: secret('s3cret:+/%') }

const CUSTOM = customProviderDefinition({
  slug: 'acme',
  name: 'Acme',
  authorizationUrl: 'https://acme.example/authorize',
  tokenUrl: 'https://acme.example/token',
})

type Told = EgressAnswer | Error

async function exchange(told: Told, definition = CUSTOM) {
  const { egress } = scriptedEgress(told)
  const outcome = await exchangeCode(egress, definition, CLIENT, {
    code: secret('code-1'),
    redirectUri: 'https://pipes.example/callback',
    codeVerifier: secret('verifier-1'),
    now: NOW,
  })
  return readable(outcome)
}

async function refresh(told: Told, definition = CUSTOM) {
  const { egress } = scriptedEgress(told)
  return readable(await refreshTokens(egress, definition, CLIENT, secret('refresh-1'), NOW))
}

/** A token set with its secrets shown, or the failure. */
function readable(outcome: Awaited<ReturnType<typeof refreshTokens>>) {
  if (!outcome.ok) return outcome.failure
  const { accessToken, refreshToken, ...rest } = outcome.value
  return { access: accessToken.reveal(), refresh: refreshToken?.reveal(), ...rest }
}

const SUCCESS = { access_token: 'at-1', token_type: 'Bearer' }

test('a plain answer becomes a token set, its lifetime counted from before the request', async () => {
  const body = { ...SUCCESS, expires_in: 3600, refresh_token: 'rt-1', scope: 'a b', junk: { x: 1 } }
  expect(await exchange(answer(200, body))).toEqual({
    access: 'at-1',
    refresh: 'rt-1',
    expiresAt: NOW + 3_600_000,
    scopes: ['a', 'b'],
    metadata: {},
  })
})

test('a token set does not print', async () => {
  const { egress } = scriptedEgress(answer(200, { ...SUCCESS, refresh_token: 'rt-1' }))
  const outcome = await refreshTokens(egress, CUSTOM, CLIENT, secret('rt-0'), NOW)
  expect(JSON.stringify(outcome)).not.toMatch(/at-1|rt-1/)
})

describe('shapes that are read all the same', () => {
  test.each<[string, Told]>([
    ['status 201', answer(201, SUCCESS)],
    ['no token_type (LinkedIn, Shopify)', answer(200, { access_token: 'at-1' })],
    ['token_type in capitals', answer(200, { access_token: 'at-1', token_type: 'BEARER' })],
    ['a token_type of its own', answer(200, { access_token: 'at-1', token_type: 'user' })],
    ['JSON as text/plain', answer(200, JSON.stringify(SUCCESS))],
    ['a byte order mark', answer(200, `\uFEFF${JSON.stringify(SUCCESS)}`)],
    [
      'a form (GitHub unless asked for JSON)',
      answer(200, 'access_token=at-1&token_type=bearer', {
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      }),
    ],
    ['an id_token that nobody could verify', answer(200, { ...SUCCESS, id_token: 'e30.e30.' })],
    ['an id_token that is no text', answer(200, { ...SUCCESS, id_token: 7 })],
    [
      'null where nothing is',
      answer(200, { ...SUCCESS, scope: null, refresh_token: null, expires_in: null }),
    ],
    ['an empty refresh_token', answer(200, { ...SUCCESS, refresh_token: '' })],
    ['a refresh_token that is no text', answer(200, { ...SUCCESS, refresh_token: { a: 1 } })],
    [
      'keys twice: the last one counts',
      answer(200, '{"access_token":"at-0","access_token":"at-1"}'),
    ],
    [
      'cookies and links',
      answer(200, SUCCESS, { 'set-cookie': 'a=b', link: '<x>', location: '/y' }),
    ],
    [
      'names that objects inherit',
      answer(200, '{"access_token":"at-1","__proto__":{"scope":"admin"}}'),
    ],
  ])('%s', async (_name, told) => {
    expect(await refresh(told)).toEqual({ access: 'at-1', refresh: undefined, metadata: {} })
  })

  test.each([
    ['a list', ['a', 'b']],
    ['commas', 'a,b'],
    ['commas and blanks', 'a, b'],
    ['blanks', ' a  b '],
    ['twice the same', 'a b a'],
    ['characters that no scope has', 'a b "\\ \u202E'],
  ])('scopes as %s', async (_name, scope) => {
    const commas = customProviderDefinition({
      slug: 'acme',
      name: 'Acme',
      authorizationUrl: 'https://acme.example/authorize',
      tokenUrl: 'https://acme.example/token',
      requestScopeSeparator: ',',
    })
    expect(await refresh(answer(200, { ...SUCCESS, scope }), commas)).toMatchObject({
      scopes: ['a', 'b'],
    })
  })

  test('an empty scope text means that none was granted; no text means unchanged', async () => {
    expect(await refresh(answer(200, { ...SUCCESS, scope: '' }))).toMatchObject({ scopes: [] })
    expect(await refresh(answer(200, SUCCESS))).not.toHaveProperty('scopes')
  })

  test.each([
    [3600, 3600],
    ['3600', 3600],
    [3599.9, 3599],
    [1, 1],
  ])('expires_in %j', async (expiresIn, seconds) => {
    const body = { ...SUCCESS, expires_in: expiresIn }
    expect(await refresh(answer(200, body))).toMatchObject({ expiresAt: NOW + seconds * 1000 })
  })

  test.each(['-1', '0', '"soon"', '1e309', '"1e3"', '[]', '{}', 'true', '99999999999'])(
    'expires_in %s is unknown',
    async (expiresIn) => {
      const told = answer(200, `{"access_token":"at-1","expires_in":${expiresIn}}`)
      expect(await refresh(told)).toEqual({ access: 'at-1', refresh: undefined, metadata: {} })
    },
  )
})

describe('successes that hold no token we can use', () => {
  test.each<[string, EgressAnswer]>([
    ['an HTML page', answer(200, '<html>Sorry</html>', { 'content-type': 'text/html' })],
    ['nothing', answer(200, '')],
    ['status 204', answer(204, '')],
    ['an empty object', answer(200, {})],
    ['a list', answer(200, [SUCCESS])],
    ['a text', answer(200, '"at-1"')],
    ['more data after the object', answer(200, `${JSON.stringify(SUCCESS)}{"x":1}`)],
    ['NaN', answer(200, '{"access_token":"at-1","expires_in":NaN}')],
    ['an empty token', answer(200, { access_token: '' })],
    ['a token that is an object', answer(200, { access_token: { at: 1 } })],
    ['a token with a line break', answer(200, { access_token: 'a\r\nx-evil: 1' })],
    ['a token with a blank', answer(200, { access_token: 'a b' })],
    ['a token beyond ASCII', answer(200, { access_token: 'ä' })],
    ['a token of 1 MB', answer(200, { access_token: 'a'.repeat(1_000_000) })],
    [
      'a form without a token',
      answer(200, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
  ])('%s', async (_name, told) => {
    const failure = { kind: 'unknown_outcome', code: 'not_a_token', providerStatus: told.status }
    expect(await refresh(told)).toEqual(failure)
    expect(await exchange(told)).toEqual(failure)
  })

  test.each(['mac', 'DPoP', 'pop'])(
    'token_type %s needs a key that we do not have',
    async (type) => {
      expect(await refresh(answer(200, { access_token: 'at-1', token_type: type }))).toEqual({
        kind: 'configuration',
        code: 'unusable_token_type',
        providerStatus: 200,
      })
    },
  )
})

test('the body of a failure is never part of what comes back', async () => {
  const body = {
    error: 'x'.repeat(20_000),
    error_description: '<b>\u001b[31m',
    access_token: { s: 'canary' },
  }
  const failure = await refresh(answer(400, body))
  expect(JSON.stringify(failure)).not.toMatch(/canary|<b>|31m/)
  expect(JSON.stringify(failure).length).toBeLessThan(200)
})

test('what was never sent can be repeated once its cause is gone; what may have been sent is unknown', async () => {
  expect(await refresh(new EgressRefused('host_not_public'))).toEqual({
    kind: 'configuration',
    code: 'egress_refused_host_not_public',
  })
  expect(await refresh(new EgressRefused('aborted'))).toMatchObject({ kind: 'retry' })
  for (const reason of ['timeout', 'aborted', 'network', 'too_large', 'not_utf8'] as const) {
    expect(await refresh(new EgressUnanswered(reason))).toEqual({
      kind: 'unknown_outcome',
      code: reason,
    })
  }
})

test('what workerd says about retrying a lost connection does not count', async () => {
  const lost = Object.assign(new EgressUnanswered('network'), { retryable: true, remote: true })
  expect(await refresh(lost)).toMatchObject({ kind: 'unknown_outcome' })
})

test('a bug is not a failure of the provider', async () => {
  await expect(refresh(new TypeError('a bug'))).rejects.toThrow('a bug')
})

test('the deadline travels with the request', async () => {
  const { egress, requests } = scriptedEgress(answer(200, SUCCESS))
  const { signal } = new AbortController()
  await refreshTokens(egress, CUSTOM, CLIENT, secret('rt'), NOW, signal)
  expect(requests[0]?.signal).toBe(signal)
})

test('refreshing uses its own address where there is one', async () => {
  const { egress, requests } = scriptedEgress(answer(200, SUCCESS))
  const definition = {
    ...CUSTOM,
    oauth: {
      ...CUSTOM.oauth,
      token: { ...CUSTOM.oauth.token, refreshUrl: 'https://acme.example/again' },
    },
  }
  await refreshTokens(egress, definition, CLIENT, secret('rt'), NOW)
  expect(requests[0]?.url).toBe('https://acme.example/again')
})

test('an emulator may be reached by http: the egress decides, not the library', async () => {
  const { egress, requests } = scriptedEgress(answer(200, SUCCESS))
  const token = { ...CUSTOM.oauth.token, url: 'http://127.0.0.1:4101/token' }
  const outcome = await refreshTokens(
    egress,
    { ...CUSTOM, oauth: { ...CUSTOM.oauth, token } },
    CLIENT,
    secret('rt'),
    NOW,
  )
  expect(outcome.ok).toBe(true)
  expect(requests[0]?.url).toBe('http://127.0.0.1:4101/token')
})
