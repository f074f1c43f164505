import { expect, test } from 'vitest'
import { readyProvider } from '../test/providers.ts'
import { customProviderDefinition } from '../providers/custom-provider.ts'
import type { CustomProviderInput } from '../providers/custom-provider.ts'
import { buildAuthorizationUrl } from './authorization-url.ts'
import { codeChallengeOf, createPkcePair } from './pkce.ts'

const REQUEST = {
  clientId: 'client-1',
  redirectUri: 'https://pipes.example/callback',
  state: 'state-1',
  scopes: ['a', 'b'],
  codeChallenge: 'challenge-1',
}

const custom = (knobs: Partial<Omit<CustomProviderInput, 'tokenUrl'>>) =>
  customProviderDefinition({
    slug: 'acme',
    name: 'Acme',
    authorizationUrl: 'https://acme.example/authorize',
    tokenUrl: 'https://acme.example/token',
    ...knobs,
  })

test('the address is spelled as a browser will send it', () => {
  expect(buildAuthorizationUrl(custom({}), REQUEST).href).toBe(
    'https://acme.example/authorize?response_type=code&client_id=client-1' +
      '&redirect_uri=https%3A%2F%2Fpipes.example%2Fcallback&state=state-1&scope=a+b' +
      '&code_challenge=challenge-1&code_challenge_method=S256',
  )
})

test('a query that the address already has stays', () => {
  const definition = custom({ authorizationUrl: 'https://acme.example/authorize?tenant=7' })
  const { searchParams } = buildAuthorizationUrl(definition, REQUEST)
  expect(searchParams.get('tenant')).toBe('7')
  expect(searchParams.get('client_id')).toBe('client-1')
})

test('an operator cannot replace what protects the flow by an extra parameter', () => {
  const definition = custom({
    authorizationUrl: 'https://acme.example/authorize?state=mine&state=yours',
    additionalAuthorizationParameters: {
      state: 'fixed',
      redirect_uri: 'https://evil.example',
      code_challenge: 'known',
      code_challenge_method: 'plain',
      response_type: 'token',
    },
  })
  const { searchParams } = buildAuthorizationUrl(definition, REQUEST)
  expect(searchParams.getAll('state')).toEqual(['state-1'])
  expect(searchParams.getAll('redirect_uri')).toEqual([REQUEST.redirectUri])
  expect(searchParams.getAll('code_challenge')).toEqual(['challenge-1'])
  expect(searchParams.getAll('code_challenge_method')).toEqual(['S256'])
  expect(searchParams.getAll('response_type')).toEqual(['code'])
})

test('no scopes: no scope parameter, not an empty one', () => {
  const url = buildAuthorizationUrl(custom({}), { ...REQUEST, scopes: [] })
  expect(url.searchParams.has('scope')).toBe(false)
})

test('scopes are joined as the provider wants them, each once', () => {
  const url = buildAuthorizationUrl(custom({ requestScopeSeparator: ',' }), {
    ...REQUEST,
    scopes: ['a', 'b', 'a'],
  })
  expect(url.searchParams.get('scope')).toBe('a,b')
})

test('what a provider needs for refreshing is asked for even when the operator left it out', () => {
  const microsoft = readyProvider('microsoft') ?? custom({})
  const url = buildAuthorizationUrl(microsoft, { ...REQUEST, scopes: ['Mail.Read'] })
  expect(url.searchParams.get('scope')).toBe('Mail.Read offline_access')
})

test('a pair is fresh each time and its challenge is the S256 of its verifier', async () => {
  const [one, two] = [await createPkcePair(), await createPkcePair()]
  expect(one.codeVerifier.reveal()).toMatch(/^[\w-]{43}$/)
  expect(one.codeVerifier.reveal()).not.toBe(two.codeVerifier.reveal())
  expect(one.codeChallenge).toBe(await codeChallengeOf(one.codeVerifier.reveal()))
})

test('the challenge is that of RFC 7636, Appendix B', async () => {
  expect(await codeChallengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  )
})
