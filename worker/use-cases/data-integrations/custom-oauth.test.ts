/** The quirks of a provider that an operator describes: kept, shown, used, and refused where they would do harm. */
import { expect, test } from 'vitest'
import { findProvider } from '../../providers/catalogue.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { expectError } from '../../test/http-laws.ts'
import { expectJson } from '../../test/wire.ts'
import { customJson } from '../../tools/providers/custom-json.ts'

const PLAIN = {
  name: 'Acme',
  authorization_url: 'https://acme.example/authorize',
  token_url: 'https://acme.example/token',
  revocation_url: 'https://acme.example/revoke',
  userinfo_url: 'https://acme.example/me',
}
const credentials = { type: 'custom', client_id: 'client-1', client_secret: 'canary-of-a-client' }

const create = (h: Harness, custom_provider: object) =>
  h.api('POST', '/data-integrations', { provider: 'acme', credentials, custom_provider })

test('an entry of the catalogue can be given as one’s own, is shown as it was given, and changes', async () => {
  const h = await seedEnvironment()
  const slack = customJson(findProvider('slack') as ProviderDefinition)
  const made = await expectJson<{ custom_provider: object }>(await create(h, slack), 201)
  expect(made.custom_provider).toMatchObject(slack)

  const put = (custom_provider: object) =>
    h.api('PUT', '/data-integrations/acme', { custom_provider })
  const oauth = { response: { root: 'authed_user' } }
  const changed = await expectJson<{ custom_provider: object }>(await put({ oauth }), 200)
  expect(changed.custom_provider).toMatchObject({ token_url: slack['token_url'], oauth })
  const plain = await expectJson<{ custom_provider: object }>(await put({ oauth: null }), 200)
  expect(plain.custom_provider).toMatchObject({ oauth: null })
})

/** What it says, and the field at which it is refused. */
const REFUSED: readonly (readonly [what: string, said: object, field: string])[] = [
  ['a field that is none', { oauth: { grant: 'x' } }, 'oauth.grant'],
  [
    'what has a field already',
    { oauth: { token: { url: 'https://x.example' } } },
    'oauth.token.url',
  ],
  ['a list', { oauth: [] }, 'oauth'],
  [
    'a header that proves the client',
    headers({ Authorization: 'Basic x' }),
    'oauth.token.headers.Authorization',
  ],
  ['the transport’s own header', headers({ host: 'x' }), 'oauth.token.headers.host'],
  ['a header with a line break', headers({ 'x-a': 'b\r\nc: d' }), 'oauth.token.headers.x-a'],
  ['a header whose name has a blank', headers({ 'x a': 'b' }), 'oauth.token.headers.x a'],
  [
    'a token in a header of the transport',
    { oauth: { userinfo: { token_header: 'Host' } } },
    'oauth.userinfo.token_header',
  ],
  [
    'a pattern deeper than any stack',
    {
      config_fields: [{ key: 'a', label: 'A', scope: 'integration', pattern: '('.repeat(20_000) }],
    },
    'config_fields.0.pattern',
  ],
  ['too many headers', headers(numbered(11)), 'oauth.token.headers'],
  ['too many parameters', { oauth: { token: { params: numbered(21) } } }, 'oauth.token.params'],
  [
    'a parameter that is lost',
    { oauth: { token: { params: JSON.parse('{"__proto__":"x"}') } } },
    'oauth.token.params',
  ],
  [
    'a token as metadata',
    { oauth: { response: { keep: ['data.refresh_token'] } } },
    'oauth.response.keep.0',
  ],
  ['a code as metadata', { oauth: { callback: { keep: ['code'] } } }, 'oauth.callback.keep.0'],
  [
    'a state that is repeated',
    { oauth: { callback: { echo: ['state'] } } },
    'oauth.callback.echo.0',
  ],
  [
    'an address without state',
    { oauth: { authorization_omits: ['state'] } },
    'oauth.authorization_omits.0',
  ],
  [
    'another name for what is not ours',
    { oauth: { rename: { audience: 'x' } } },
    'oauth.rename.audience',
  ],
  [
    'the name of another of ours',
    { oauth: { rename: { code: 'client_secret' } } },
    'oauth.rename.code',
  ],
  ['a path that is none', { oauth: { response: { root: 'a..b' } } }, 'oauth.response.root'],
  [
    'a code of nobody',
    { oauth: { response: { error_map: { x: 'whatever' } } } },
    'oauth.response.error_map.x',
  ],
  ['ok_value alone', { oauth: { response: { ok_value: '0' } } }, 'oauth.response.ok_value'],
  [
    'two things in one header',
    { oauth: { revocation: { auth: 'basic', with_bearer: true } } },
    'oauth.revocation.with_bearer',
  ],
  ['a life of centuries', { oauth: { refresh: { idle_days: 1e6 } } }, 'oauth.refresh.idle_days'],
  ['half a day', { oauth: { refresh: { idle_days: 0.5 } } }, 'oauth.refresh.idle_days'],
  [
    'a way of renewing that is none',
    { oauth: { refresh: { by: { kind: 'magic' } } } },
    'oauth.refresh.by.kind',
  ],
  [
    'revocation without an address',
    { revocation_url: undefined, oauth: { revocation: {} } },
    'oauth',
  ],
  [
    'userinfo without an address or all paths',
    { userinfo_url: undefined, oauth: { userinfo: { id_paths: ['id'] } } },
    'oauth',
  ],
  ['an issuer that is demanded and not named', { oauth: { callback_issuer: 'required' } }, 'oauth'],
  [
    'OAuth of a provider that has none',
    {
      authorization_url: undefined,
      token_url: undefined,
      revocation_url: undefined,
      userinfo_url: undefined,
      oauth: {},
    },
    'oauth',
  ],
  [
    '40 kB',
    {
      oauth: {
        scopes: {
          available: Array.from({ length: 100 }, () => ({
            value: 'x'.repeat(200),
            description: 'y'.repeat(200),
          })),
        },
      },
    },
    'oauth',
  ],
  [
    'a pattern that takes years',
    {
      config_fields: [
        {
          key: 'a',
          label: 'A',
          scope: 'installation',
          pattern: `${'a?'.repeat(40)}${'a'.repeat(40)}`,
        },
      ],
    },
    'config_fields.0.pattern',
  ],
]

function headers(given: Record<string, string>) {
  return { oauth: { token: { headers: given } } }
}
function numbered(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`x-${at}`, 'y']))
}

test('what would do harm, or nothing, is refused at its field', async () => {
  const h = await seedEnvironment()
  for (const [what, said, field] of REFUSED) {
    const { code, errors } = await expectError(await create(h, { ...PLAIN, ...said }), 422)
    expect([what, code, errors?.[0]?.field]).toEqual([
      what,
      'invalid_request',
      `custom_provider.${field}`,
    ])
  }
})

test('no callback names a whole host', async () => {
  const h = await seedEnvironment()
  const body = {
    ...PLAIN,
    token_url: 'https://{host}/token',
    config_fields: [{ key: 'host', label: 'Host', scope: 'integration' }],
    oauth: { callback: { config: { host: { param: 'h', as: '{value}' } } } },
  }
  const { code, errors, message } = await expectError(await create(h, body), 422)
  expect([code, errors?.[0]?.field]).toEqual([
    'url_not_allowed',
    'custom_provider.oauth.callback.config',
  ])
  expect(message).toContain('host_field_not_operators')
})

const upgradeAt = (url: string) => ({
  oauth: { upgrade: { url, grant_type: 'x', token_param: 'token' } },
})

test('an address within the quirks is judged as every other, and its host is new like theirs', async () => {
  const h = await seedEnvironment()
  const field = { key: 'host', label: 'Host', scope: 'installation' }
  for (const [url, reason] of [
    ['http://acme.example/up', 'scheme_not_https'],
    ['https://127.0.0.1/up', 'ip_address'],
    ['https://user:pw@acme.example/up', 'userinfo_present'],
    ['https://acme.example:8443/up', 'port_not_443'],
    ['https://{host}/up', 'host_field_not_operators'],
    ['https://{other}.acme.example/up', 'field_undeclared'],
  ]) {
    const body = { ...PLAIN, config_fields: [field], ...upgradeAt(url as string) }
    const { code, errors, message } = await expectError(await create(h, body), 422)
    expect([url, code, errors?.[0]?.field]).toEqual([
      url,
      'url_not_allowed',
      'custom_provider.oauth.upgrade.url',
    ])
    expect(`${url}: ${message}`).toContain(reason)
  }
  await expectJson(await create(h, PLAIN), 201)
  const moved = await h.api('PUT', '/data-integrations/acme', {
    custom_provider: upgradeAt('https://evil.example/up'),
  })
  expect((await expectError(moved, 422)).code).toBe('secret_required_for_new_host')
})

test('no answer of a token endpoint names the host of a userinfo request', async () => {
  const h = await seedEnvironment()
  const userinfo_url = 'https://api.{token:host}/me'
  const { code, message } = await expectError(await create(h, { ...PLAIN, userinfo_url }), 422)
  expect(code).toBe('url_not_allowed')
  expect(message).toContain('token_field_in_host')
})
