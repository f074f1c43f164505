import { describe, expect, test } from 'vitest'
import { customProviderDefinition } from '../providers/custom-provider.ts'
import type { OAuthProvider } from '../providers/definition.ts'
import { readyProvider } from '../test/providers.ts'
import { readAuthorizationResponse } from './authorization-response.ts'

const ISSUER = 'https://acme.example/as'

const definition = (issuer?: string): OAuthProvider =>
  customProviderDefinition({
    slug: 'acme',
    name: 'Acme',
    authorizationUrl: 'https://acme.example/authorize',
    tokenUrl: 'https://acme.example/token',
    issuer,
  })

const demanding = (): OAuthProvider => {
  const known = definition(ISSUER)
  return { ...known, oauth: { ...known.oauth, callbackIssuer: 'required' } }
}

function read(query: string, provider = definition()): string {
  const url = new URL(`https://pipes.example/callback?${query}`)
  const response = readAuthorizationResponse(provider, 'client-1', url, 'state-1')
  return response.ok ? `code ${response.value.code.reveal()}` : response.failure.kind
}

test('code and state as they should be: the code', () => {
  expect(read('code=abc&state=state-1')).toBe('code abc')
})

test('the code does not print', () => {
  const url = new URL('https://pipes.example/callback?code=abc&state=state-1')
  expect(
    JSON.stringify(readAuthorizationResponse(definition(), 'c', url, 'state-1')),
  ).not.toContain('abc')
})

describe('state', () => {
  test.each(['code=abc', 'code=abc&state=', 'code=abc&state=state-2', 'code=abc&state=STATE-1'])(
    '%s is refused',
    (query) => expect(read(query)).toBe('invalid_response'),
  )

  test('an error with a wrong state is not the user saying no', () => {
    expect(read('error=access_denied&state=state-2')).toBe('invalid_response')
  })
})

test.each(['code', 'state', 'iss', 'error', 'error_description'])('%s twice is refused', (name) => {
  const twice = { code: 'abc', state: 'state-1', iss: ISSUER, error: 'x', error_description: 'x' }[
    name
  ]
  const query = new URLSearchParams({ code: 'abc', state: 'state-1', iss: ISSUER })
  query.append(name, twice ?? '')
  if (!query.getAll(name)[1]) query.append(name, twice ?? '')
  expect(read(query.toString(), definition(ISSUER))).toBe('invalid_response')
  expect(read(query.toString(), definition())).toBe('invalid_response')
})

describe('iss, where the issuer is known', () => {
  const ok = 'code=abc&state=state-1'
  const withIssuer = (iss: string): string => `${ok}&iss=${encodeURIComponent(iss)}`

  test('exactly the issuer is accepted', () => {
    expect(read(withIssuer(ISSUER), definition(ISSUER))).toBe('code abc')
    expect(read(withIssuer(ISSUER), demanding())).toBe('code abc')
  })

  test.each([
    'https://evil.example',
    `${ISSUER}/`,
    'https://ACME.example/as',
    'https://acme.example',
    'http://acme.example/as',
    `${ISSUER} `,
  ])('%s is another server', (iss) => {
    expect(read(withIssuer(iss), definition(ISSUER))).toBe('issuer_mismatch')
    expect(read(withIssuer(iss), demanding())).toBe('issuer_mismatch')
  })

  test('a foreign iss outweighs a denial', () => {
    const query = 'error=access_denied&state=state-1&iss=https%3A%2F%2Fevil.example'
    expect(read(query, definition(ISSUER))).toBe('issuer_mismatch')
  })

  test('absent: accepted unless the provider always sends it', () => {
    expect(read(ok, definition(ISSUER))).toBe('code abc')
    expect(read(ok, demanding())).toBe('issuer_mismatch')
  })

  test('a right iss does not excuse a wrong state', () => {
    const query = `code=abc&state=state-2&iss=${encodeURIComponent(ISSUER)}`
    expect(read(query, demanding())).toBe('invalid_response')
  })
})

test('iss is not judged where the issuer is unknown', () => {
  expect(read('code=abc&state=state-1&iss=https%3A%2F%2Fanything.example')).toBe('code abc')
})

describe('errors', () => {
  const failure = (query: string, provider = definition()) => {
    const url = new URL(`https://pipes.example/callback?state=state-1&${query}`)
    const response = readAuthorizationResponse(provider, 'client-1', url, 'state-1')
    return response.ok ? undefined : response.failure
  }

  test.each([
    ['error=consent_required', 'admin_consent_required'],
    [
      'error=access_denied&error_description=AADSTS90094%3A%20needs%20an%20admin',
      'admin_consent_required',
    ],
    ['error=access_denied&error_description=AADSTS65004%3A%20declined', 'access_denied'],
    ['error=server_error&error_description=consent', 'provider_error'],
  ])('where administrators have the last word, %s means %s', (query, kind) => {
    const provider = definition()
    const adminDenials = ['consent_required', 'AADSTS90094']
    const careful = { ...provider, oauth: { ...provider.oauth, adminDenials } }
    expect(failure(query, careful)?.kind).toBe(kind)
  })

  test('the user said no', () => {
    expect(failure('error=access_denied')).toEqual({
      kind: 'access_denied',
      providerError: 'access_denied',
    })
  })

  test('the user said no, in the provider’s own words', () => {
    const query = 'error=user_cancelled_login&state=state-1'
    expect(read(query)).toBe('provider_error')
    expect(read(query, readyProvider('linkedin'))).toBe('access_denied')
  })

  test('the provider has a reason of its own', () => {
    expect(failure('error=admin_policy_enforced&error_description=words')).toEqual({
      kind: 'provider_error',
      providerError: 'admin_policy_enforced',
    })
  })

  test.each(['<img src=x onerror=alert(1)>', 'x'.repeat(20_000), 'a b', '\u202Edenied'])(
    'what does not look like a code is not passed on (%#)',
    (error) => {
      expect(failure(`error=${encodeURIComponent(error)}`)).toEqual({
        kind: 'provider_error',
        providerError: 'unrecognised',
      })
    },
  )

  test('the description goes nowhere', () => {
    const description = encodeURIComponent('<img onerror>')
    const told = failure(`error=server_error&error_description=${description}`)
    expect(JSON.stringify(told)).not.toContain('img')
  })

  test('an error beside a code is an error', () => {
    expect(failure('error=server_error&code=abc')?.kind).toBe('provider_error')
  })
})

test.each([
  'state=state-1',
  'code=&state=state-1',
  'code=a%00b&state=state-1',
  'code=a%0D%0Ab&state=state-1',
  `code=${'x'.repeat(8193)}&state=state-1`,
  'code=abc&state=state-1&id_token=x',
  'code=abc&state=state-1&token=x',
  'response=x&code=abc&state=state-1',
  '',
])('%.40s is no answer of this flow', (query) => {
  expect(read(query)).toBe('invalid_response')
})
