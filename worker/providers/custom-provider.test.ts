/**
 * What a definition can say, a custom provider can say. The table has every field of `definition.ts`: a new one that
 * is missing here does not compile, and one that does not arrive fails.
 */
import { expect, test } from 'vitest'
import { toCustomProvider } from '../http/integration-body.ts'
import { wireName } from '../kit/wire-names.ts'
import { customProviderDefinition } from './custom-provider.ts'
import type { ProviderDefinition } from './definition.ts'

type Names<T> = T extends unknown ? Extract<keyof T, string> : never
type Member<T, Name> = T extends unknown ? (Name extends keyof T ? T[Name] : never) : never
/** Of a list of objects, what its first one has. */
type PathsIn<Name extends string, V> = V extends readonly (infer Item)[]
  ? Item extends object
    ? `${Name}.0.${Paths<Item>}`
    : Name
  : V extends object
    ? string extends keyof V
      ? Name
      : `${Name}.${Paths<V>}`
    : Name
type Paths<T> = {
  [Name in Names<T>]: PathsIn<Name, NonNullable<Member<T, Name>>>
}[Names<T>]

/** Under the same name, unless told where; as the same value, unless told as what. */
type Said = { readonly value: unknown; readonly at?: string; readonly is?: unknown }
type Law = Said | { readonly not: string }

const FIELDS: Readonly<Record<Paths<ProviderDefinition>, Law>> = {
  slug: { not: 'It is the `provider` of the request.' },
  verified: { not: 'Nobody but the operator vouches for it.' },
  builtIn: { not: 'There is one provider inside of a deployment.' },
  authMethods: { not: 'They are the `auth_methods` of the request; see the test below.' },
  'notOffered.kind': { not: 'Whoever describes it wants it; `enabled` takes it away again.' },
  'notOffered.reason': { not: 'The same.' },
  'notOffered.successor': { not: 'The same.' },
  name: { value: 'Other' },
  docsUrl: { value: 'https://acme.example/docs' },
  category: { value: 'crm' },
  aliases: { value: ['acme-crm'] },
  'configFields.0.key': { value: 'region' },
  'configFields.0.label': { value: 'Region' },
  'configFields.0.required': { value: false },
  'configFields.0.scope': { value: 'integration' },
  'configFields.0.description': { value: 'Where it is.' },
  'configFields.0.example': { value: 'eu' },
  'configFields.0.pattern': { value: '[a-z]{2}' },
  'configFields.0.patternFlags': { value: 'i' },
  'configFields.0.order': { value: 7 },
  'configFields.0.default': { value: 'us' },

  'oauth.authorizationUrl': { at: 'authorization_url', value: 'https://id.acme.example/a' },
  'oauth.authorizationParams': {
    at: 'additional_authorization_parameters',
    value: { audience: 'api' },
  },
  'oauth.authorizationFragment': { value: '/oauth/authorize' },
  'oauth.authorizationRename': { value: { client_id: 'appId' } },
  'oauth.authorizationOmits': { value: ['response_type'] },
  'oauth.redirectName': { value: '{region}' },
  'oauth.nonceParam': { value: 'nonce' },
  'oauth.rename': { value: { client_id: 'client_key' } },
  'oauth.issuer': { at: 'issuer', value: 'https://id.acme.example' },
  'oauth.callbackIssuer': { value: 'required' },
  'oauth.denials': { value: ['user_cancelled'] },
  'oauth.adminDenials': { value: ['blocked'] },
  'oauth.pkce': { at: 'pkce_enabled', value: true },
  'oauth.noPkceReason': { value: 'Its documentation has none.' },
  'oauth.callback.code': { value: 'auth_code' },
  'oauth.callback.keep': { value: ['realm'] },
  'oauth.callback.echo': { value: ['context'] },
  'oauth.callback.scope': { value: 'granted' },
  'oauth.callback.config': { value: { tenant: { param: 'shard', as: 'x.{value}' } } },
  'oauth.token.url': { at: 'token_url', value: 'https://acme.example/v2/token' },
  'oauth.token.refreshUrl': { at: 'refresh_token_url', value: 'https://acme.example/r' },
  'oauth.token.refreshMethod': { value: 'GET' },
  'oauth.token.clientAuthentication': { value: 'basic_raw' },
  'oauth.token.bodyFormat': {
    at: 'token_body_content_type',
    value: 'application/json',
    is: 'json',
  },
  'oauth.token.params': { value: { action: 'get_it' } },
  'oauth.token.refreshParams': { value: { action: 'get_more' } },
  'oauth.token.headers': { value: { 'acme-version': '1' } },
  'oauth.upgrade.url': { value: 'https://acme.example/longer' },
  'oauth.upgrade.grantType': { value: 'exchange_it' },
  'oauth.upgrade.tokenParam': { value: 'old_token' },
  'oauth.scopes.default': { value: ['read'] },
  'oauth.scopes.available.0.value': { value: 'write' },
  'oauth.scopes.available.0.description': { value: 'Write it' },
  'oauth.scopes.separator': { at: 'request_scope_separator', value: ',' },
  'oauth.scopes.param': { value: 'user_scope' },
  'oauth.scopes.required': { value: ['offline_access'] },
  'oauth.scopes.mandatory': { at: 'scopes_required', value: true },
  'oauth.scopes.aliases': { value: { read_it: 'read.it' } },
  'oauth.scopes.implies': { value: { write_it: ['read_it'] } },
  'oauth.scopes.notEchoed': { value: ['openid'] },
  'oauth.scopes.optionalPrefixes': { value: ['https://acme.example/'] },
  'oauth.scopes.caseInsensitive': { value: true },
  'oauth.response.root': { value: 'data.0' },
  'oauth.response.rootOptional': { value: true },
  'oauth.response.members': { value: { scope: 'scope_list' } },
  'oauth.response.expiresAt': { value: 'valid_until' },
  'oauth.response.refreshExpiresAt': { value: 'refresh_until' },
  'oauth.response.scopeSeparator': { value: ';' },
  'oauth.response.keep': { value: ['team.id'] },
  'oauth.response.claims': { value: ['oid'] },
  'oauth.response.defaultLifetimeSeconds': { value: 7200 },
  'oauth.response.okPath': { value: 'status' },
  'oauth.response.okValue': { value: '0' },
  'oauth.response.errorPath': { value: 'error.code' },
  'oauth.response.errorMap': { value: { bad_code: 'invalid_grant' } },
  'oauth.refresh.by.kind': {
    at: 'oauth.refresh.by',
    value: { kind: 'client_credentials' },
    is: 'client_credentials',
  },
  'oauth.refresh.by.grantType': { value: 'renew_it' },
  'oauth.refresh.by.tokenParam': { value: 'old_token' },
  'oauth.refresh.by.bare': { value: true },
  'oauth.refresh.rotates': { value: 'always' },
  'oauth.refresh.graceSeconds': { value: 600 },
  'oauth.refresh.reuseKills': { value: false },
  'oauth.refresh.idleDays': { value: 90 },
  'oauth.refresh.absoluteDays': { value: 365 },
  'oauth.refresh.latestSeconds': { value: 28 },
  'oauth.refresh.killsOldAccessToken': { value: true },
  'oauth.revocation.url': { at: 'revocation_url', value: 'https://acme.example/v2/revoke' },
  'oauth.revocation.method': { value: 'DELETE' },
  'oauth.revocation.withBearer': { value: true },
  'oauth.revocation.auth': { value: 'bearer' },
  'oauth.revocation.scheme': { value: 'Client' },
  'oauth.revocation.nonceUrl': { value: 'https://acme.example/nonce' },
  'oauth.revocation.format': { value: 'json' },
  'oauth.revocation.tokenless': { value: true },
  'oauth.revocation.params': { value: { user_id: '{account}' } },
  'oauth.revocation.rename': { value: { client_id: 'clientId' } },
  'oauth.revocation.tokenParam': { value: 'access_token' },
  'oauth.revocation.headers': { value: { 'acme-version': '1' } },
  'oauth.revocation.tokens': { value: ['access'] },
  'oauth.revocation.grantWide': { value: true },
  'oauth.userinfo.url': { at: 'userinfo_url', value: 'https://acme.example/v2/me' },
  'oauth.userinfo.tokenHeader': { value: 'x-acme-token' },
  'oauth.userinfo.tokenScheme': { value: 'Acme' },
  'oauth.userinfo.method': { value: 'POST' },
  'oauth.userinfo.headers': { value: { 'acme-version': '1' } },
  'oauth.userinfo.body': { value: '{"query":"{ me { id } }"}' },
  'oauth.userinfo.idPaths': { value: ['team.id/token:team_id'] },
  'oauth.userinfo.labelPaths': { value: ['user.name'] },
  'oauth.userinfo.picture.from': { value: 'https://pictures.acme.example/{user.id}.png' },
  'oauth.userinfo.picture.params': { value: { size: '96' } },
  'oauth.userinfo.keep': { value: ['data.region_code'] },
}

/** What some fields need beside them. */
const PLAIN = {
  name: 'Acme',
  authorization_url: 'https://acme.example/authorize',
  token_url: 'https://acme.example/token',
  revocation_url: 'https://acme.example/revoke',
  userinfo_url: 'https://acme.example/me',
  issuer: 'https://acme.example',
  pkce_enabled: false,
  config_fields: [{ key: 'tenant', label: 'Tenant', required: true, scope: 'installation' }],
  oauth: {
    upgrade: { url: 'https://acme.example/up', grant_type: 'upgrade', token_param: 'token' },
    refresh: { by: { kind: 'access_token', grant_type: 'renew', token_param: 'token' } },
    response: { root: 'body', ok_path: 'ok' },
    userinfo: { picture: { from: 'face' } },
    scopes: { available: [{ value: 'read', description: 'Read' }] },
  },
}

const definitionOf = (body: object) =>
  customProviderDefinition({
    ...toCustomProvider(body as Record<string, unknown>).input,
    slug: 'acme',
  })

const memberAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], value)

function withMember(whole: object, path: string, value: unknown): object {
  const copy = structuredClone(whole)
  const names = path.split('.')
  const last = names.pop() ?? ''
  let at = copy as Record<string, unknown>
  for (const name of names) at = (at[name] ??= {}) as Record<string, unknown>
  at[last] = value
  return copy
}

const wirePath = (path: string): string => path.split('.').map(wireName).join('.')

const said = Object.entries(FIELDS).flatMap(([path, law]) => ('not' in law ? [] : [{ path, law }]))

test.each(said)('$path can be said', ({ path, law }) => {
  const before = definitionOf(PLAIN)
  const after = definitionOf(withMember(PLAIN, law.at ?? wirePath(path), law.value))
  const expected = 'is' in law ? law.is : law.value
  expect(memberAt(before, path)).not.toEqual(expected)
  expect(memberAt(after, path)).toEqual(expected)
})

test('what cannot be said has a reason, and is little', () => {
  const not = Object.values(FIELDS).flatMap((law) => ('not' in law ? [law.not] : []))
  expect(not).toHaveLength(7)
  for (const reason of not) expect(reason).not.toBe('')
})

test('a description offers each way that it has an address for', () => {
  const offered = (body: object) => definitionOf({ name: 'Acme', ...body }).authMethods
  const { token_url, authorization_url } = PLAIN
  expect(offered({})).toEqual(['api_key'])
  expect(offered({ token_url })).toEqual(['client_credentials', 'api_key'])
  expect(offered({ token_url, authorization_url })).toContain('oauth')
})

test('a quirk wins over what follows from a plain field', () => {
  const { oauth } = definitionOf({
    ...PLAIN,
    authenticate_via: 'basic_auth_header',
    request_scope_separator: ',',
    oauth: {
      token: { client_authentication: 'post' },
      response: { scope_separator: ' ' },
      revocation: { auth: 'none' },
    },
  })
  expect(oauth?.token.clientAuthentication).toBe('post')
  expect(oauth?.scopes.separator).toBe(',')
  expect(oauth?.response.scopeSeparator).toBe(' ')
  expect(oauth?.revocation?.auth).toBe('none')
})

test('an account has the picture of OpenID Connect, unless there is none', () => {
  const pictureOf = (userinfo: object) =>
    definitionOf({ ...PLAIN, oauth: { userinfo } }).oauth?.userinfo?.picture
  expect(pictureOf({})).toEqual({ from: 'picture' })
  expect(pictureOf({ picture: null })).toBeUndefined()
})
