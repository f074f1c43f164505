import { expect, test } from 'vitest'
import { readyProvider } from '../test/providers.ts'
import { customProviderDefinition } from './custom-provider.ts'
import { withEndpoints } from './definition.ts'
import type { OAuthProvider } from './definition.ts'
import { defineProvider } from './define-provider.ts'

const known = (slug: string): OAuthProvider => {
  const definition = readyProvider(slug)
  if (definition === undefined) throw new Error(`no provider ${slug}`)
  return definition
}

const MINIMAL = {
  slug: 'acme',
  name: 'Acme',
  authorizationUrl: 'https://acme.example/authorize',
  tokenUrl: 'https://acme.example/token',
}

test('endpoints of a catalogue entry are replaced one by one', () => {
  const emulated = withEndpoints(known('github'), {
    userinfoUrl: 'http://127.0.0.1:4101/user',
  })

  expect(emulated.oauth.userinfo?.url).toBe('http://127.0.0.1:4101/user')
  expect(emulated.oauth.userinfo?.labelPaths).toEqual(['login'])
  expect(emulated.oauth.token).toEqual(known('github').oauth.token)
  expect(emulated.oauth.authorizationUrl).toBe(known('github').oauth.authorizationUrl)
  expect(emulated.oauth.revocation).toEqual(known('github').oauth.revocation)
})

test('the issuer of the real provider does not vouch for a replaced authorization endpoint', () => {
  const authorizationUrl = 'http://127.0.0.1:4102/o/oauth2/v2/auth'
  expect(known('google').oauth.issuer).toBe('https://accounts.google.com')
  expect(withEndpoints(known('google'), { authorizationUrl }).oauth).not.toHaveProperty('issuer')
  expect(
    withEndpoints(known('google'), { authorizationUrl, issuer: 'http://127.0.0.1:4102' }).oauth
      .issuer,
  ).toBe('http://127.0.0.1:4102')
})

test('refresh tokens do not go to the real provider while codes go to its stand-in', () => {
  const definition = defineProvider({
    ...MINIMAL,
    verified: 'operator',
    oauth: {
      authorizationUrl: MINIMAL.authorizationUrl,
      token: { url: MINIMAL.tokenUrl, refreshUrl: 'https://acme.example/refresh' },
    },
  })
  const replaced = withEndpoints(definition, { tokenUrl: 'http://127.0.0.1:4103/token' })
  expect(replaced.oauth.token).not.toHaveProperty('refreshUrl')
})

test('tokens of a stand-in are not shown to the real provider', () => {
  const { oauth } = withEndpoints(known('github'), { tokenUrl: 'http://127.0.0.1:4101/token' })
  expect(oauth.token.url).toBe('http://127.0.0.1:4101/token')
  expect(oauth).not.toHaveProperty('userinfo')
  expect(oauth).not.toHaveProperty('revocation')
})

test('a provider without revocation gets none from an override', () => {
  const replaced = withEndpoints(known('microsoft'), {
    revocationUrl: 'http://127.0.0.1:4104/revoke',
  })
  expect(replaced.oauth).not.toHaveProperty('revocation')
})

test('a custom provider described by its two addresses speaks RFC 6749 with PKCE', () => {
  const { oauth, ...rest } = customProviderDefinition(MINIMAL)
  expect(rest).toEqual({
    slug: 'acme',
    name: 'Acme',
    verified: 'operator',
    authMethods: ['oauth', 'client_credentials', 'api_key'],
    configFields: [],
  })
  expect(oauth.pkce).toBe(true)
  expect(oauth.token).toEqual({
    url: 'https://acme.example/token',
    clientAuthentication: 'post',
    bodyFormat: 'form',
    params: {},
    refreshParams: {},
    headers: {},
  })
  expect(oauth.scopes).toMatchObject({ separator: ' ', mandatory: false, param: 'scope' })
  expect(oauth).not.toHaveProperty('issuer')
  expect(oauth).not.toHaveProperty('revocation')
  expect(oauth).not.toHaveProperty('userinfo')
})

test('about a custom provider the costly case is assumed: using a refresh token twice ends the grant', () => {
  const { refresh } = customProviderDefinition(MINIMAL).oauth
  expect(refresh).toMatchObject({ rotates: 'unknown', reuseKills: true, graceSeconds: 0 })
})

test('every knob of a custom provider arrives', () => {
  const { oauth } = customProviderDefinition({
    ...MINIMAL,
    refreshTokenUrl: 'https://acme.example/refresh',
    pkceEnabled: false,
    requestScopeSeparator: ',',
    scopesRequired: true,
    additionalAuthorizationParameters: { audience: 'api' },
    tokenBodyContentType: 'application/json',
    authenticateVia: 'basic_auth_header',
    issuer: 'https://acme.example',
    revocationUrl: 'https://acme.example/revoke',
    userinfoUrl: 'https://acme.example/me',
  })

  expect(oauth).toMatchObject({
    pkce: false,
    noPkceReason: 'The operator switched it off.',
    authorizationParams: { audience: 'api' },
    issuer: 'https://acme.example',
    token: {
      refreshUrl: 'https://acme.example/refresh',
      clientAuthentication: 'basic_rfc6749',
      bodyFormat: 'json',
    },
    scopes: { separator: ',', mandatory: true },
    revocation: { url: 'https://acme.example/revoke', auth: 'basic', method: 'POST' },
    userinfo: { url: 'https://acme.example/me', method: 'GET' },
  })
})

test('a custom provider without a client secret is a public client', () => {
  const { token } = customProviderDefinition({
    ...MINIMAL,
    clientSecretRequired: false,
    authenticateVia: 'basic_auth_header',
  }).oauth
  expect(token.clientAuthentication).toBe('none')
})

test('a custom provider is plain data: it survives JSON', () => {
  const definition = customProviderDefinition({ ...MINIMAL, issuer: 'https://acme.example' })
  expect(JSON.parse(JSON.stringify(definition))).toEqual(definition)
})
