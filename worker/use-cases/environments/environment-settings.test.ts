/** What an environment may be told about its product: shown as it was said, merged, and nothing unsafe. */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { expectError, expectNoTrace, sendRaw } from '../../test/http-laws.ts'
import { operatorPass } from '../../test/operator.ts'
import { expectJson } from '../../test/wire.ts'

type Shown = {
  readonly id: string
  readonly name: string
  readonly branding: Record<string, string | null>
  readonly requires_binding: boolean
  readonly user_token_issuers: readonly Record<string, string | null>[]
}

const operate = async (method: string, path: string, body?: unknown): Promise<Response> =>
  sendRaw(path, {
    method,
    headers: {
      authorization: `Bearer ${await operatorPass()}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

const make = async (body: Record<string, unknown>): Promise<Shown> =>
  expectJson(
    await operate('POST', '/environments', { name: 'Acme', kind: 'sandbox', ...body }),
    201,
  )

const change = (id: string, body: unknown): Promise<Response> =>
  operate('PUT', `/environments/${id}`, body)

const UNSET = {
  branding: { name: null, logo_url: null, accent_color: null },
  requires_binding: false,
  widget_session_minutes: 15,
  keep_alive_days: null,
  user_token_issuers: [],
}
const ISSUER = {
  issuer: 'https://auth.example.com',
  jwks_uri: 'https://auth.example.com/jwks.json',
  audience: 'pipes',
}

test('an environment is made with settings, and shows what it was not told as unset', async () => {
  expect(await make({})).toMatchObject(UNSET)
  const said = {
    branding: {
      name: 'Acme CRM',
      logo_url: 'https://cdn.example.com/a.png?v=1',
      accent_color: null,
    },
    requires_binding: true,
    user_token_issuers: [
      ISSUER,
      {
        ...ISSUER,
        audience: 'other',
        user_claim: 'uid',
        organization_claim: 'https://a.example/org',
      },
    ],
  }
  const made = await make(said)
  const shown = {
    ...said,
    user_token_issuers: [
      { ...ISSUER, user_claim: 'sub', organization_claim: null },
      said.user_token_issuers[1],
    ],
  }
  expect(made).toMatchObject(shown)
  expect(await (await operate('GET', `/environments/${made.id}`)).json()).toMatchObject(shown)
  const listed = await (await operate('GET', '/environments')).json<{ data: Shown[] }>()
  expect(listed.data.find(({ id }) => id === made.id)).toMatchObject(shown)
})

test('null takes a setting away, absent leaves it, a list is replaced', async () => {
  const { id } = await make({
    branding: { name: 'Acme', accent_color: '#AA00ff' },
    requires_binding: true,
    user_token_issuers: [ISSUER],
  })
  const steps: readonly (readonly [Record<string, unknown>, Record<string, unknown>])[] = [
    [{}, {}],
    [{ name: 'Other' }, {}],
    [{ branding: { accent_color: null } }, { branding: { ...UNSET.branding, name: 'Acme' } }],
    [
      { branding: { logo_url: 'https://cdn.example.com/a.svg' } },
      { branding: { name: 'Acme', logo_url: 'https://cdn.example.com/a.svg', accent_color: null } },
    ],
    [{ requires_binding: null }, { requires_binding: false }],
    [
      { user_token_issuers: [{ ...ISSUER, audience: 'b' }] },
      {
        user_token_issuers: [
          { ...ISSUER, audience: 'b', user_claim: 'sub', organization_claim: null },
        ],
      },
    ],
    [{ branding: null, user_token_issuers: null }, UNSET],
  ]
  let expected: Record<string, unknown> = {
    branding: { name: 'Acme', logo_url: null, accent_color: '#AA00ff' },
    requires_binding: true,
    user_token_issuers: [{ ...ISSUER, user_claim: 'sub', organization_claim: null }],
  }
  for (const [said, then] of steps) {
    expected = { ...expected, ...then }
    expect(await expectJson(await change(id, said), 200)).toMatchObject(expected)
  }
  const [row] = await rowsOf<{ settings: string }>(
    'SELECT settings FROM environments WHERE id = ?',
    id,
  )
  expect(JSON.parse(row?.settings ?? '')).toEqual({})
})

test('of two changes at once none is lost', async () => {
  const { id } = await make({})
  await Promise.all([
    change(id, { branding: { name: 'Acme' } }),
    change(id, { branding: { accent_color: '#112233' } }),
    change(id, { requires_binding: true }),
    change(id, { user_token_issuers: [ISSUER] }),
  ])
  expect(await (await operate('GET', `/environments/${id}`)).json()).toMatchObject({
    branding: { name: 'Acme', accent_color: '#112233' },
    requires_binding: true,
    user_token_issuers: [ISSUER],
  })
})

const LONG = 'x'.repeat(101)

test.for<[string, unknown, string, string]>([
  ['a colour by name', { branding: { accent_color: 'red' } }, 'branding.accent_color', 'invalid'],
  ['a short colour', { branding: { accent_color: '#fff' } }, 'branding.accent_color', 'invalid'],
  ['CSS', { branding: { accent_color: '#ffffff;}' } }, 'branding.accent_color', 'invalid'],
  ['a newline', { branding: { accent_color: '#ffffff\n' } }, 'branding.accent_color', 'invalid'],
  ['a long name', { branding: { name: LONG } }, 'branding.name', 'invalid'],
  ['an empty name', { branding: { name: '' } }, 'branding.name', 'invalid'],
  ['an unknown member', { branding: { logo: 'x' } }, 'branding.logo', 'unknown_field'],
  ['a list', { branding: [] }, 'branding', 'invalid'],
  [
    'http',
    { branding: { logo_url: 'http://a.example/l.png' } },
    'branding.logo_url',
    'url_not_allowed',
  ],
  [
    'a script',
    { branding: { logo_url: 'javascript:alert(1)' } },
    'branding.logo_url',
    'url_not_allowed',
  ],
  [
    'data',
    { branding: { logo_url: 'data:image/svg+xml,x' } },
    'branding.logo_url',
    'url_not_allowed',
  ],
  ['a text', { requires_binding: 'true' }, 'requires_binding', 'invalid'],
])('%s is refused, and nothing is written', async ([, said, field, code]) => {
  const { id } = await make({})
  await expectNoTrace(async () => {
    const { errors } = await expectError(await change(id, said), 422)
    expect(errors?.[0]).toMatchObject({ field, code })
    const made = await operate('POST', '/environments', {
      name: 'x',
      kind: 'sandbox',
      ...(said as object),
    })
    await expectError(made, 422)
  })
})

test.for<[string, Record<string, unknown>, string, string]>([
  ['inside', { jwks_uri: 'https://127.0.0.1/jwks' }, 'jwks_uri', 'url_not_allowed'],
  ['in a cloud', { jwks_uri: 'https://169.254.169.254/' }, 'jwks_uri', 'url_not_allowed'],
  ['on this machine', { jwks_uri: 'http://localhost:1/jwks' }, 'jwks_uri', 'url_not_allowed'],
  ['of one word', { jwks_uri: 'https://keys/jwks' }, 'jwks_uri', 'url_not_allowed'],
  ['of ours', { jwks_uri: `${env.PUBLIC_URL}/jwks` }, 'jwks_uri', 'url_not_allowed'],
  ['an issuer without scheme', { issuer: 'auth.example.com' }, 'issuer', 'issuer_not_exact'],
  ['an issuer over http', { issuer: 'http://auth.example.com' }, 'issuer', 'issuer_not_exact'],
  ['an issuer with query', { issuer: 'https://auth.example.com?a' }, 'issuer', 'issuer_not_exact'],
  ['an issuer with user', { issuer: 'https://a@auth.example.com' }, 'issuer', 'issuer_not_exact'],
  ['no audience', { audience: '' }, 'audience', 'invalid'],
  ['a list of audiences', { audience: ['a'] }, 'audience', 'invalid'],
  ['an unknown member', { secret: 'x' }, 'secret', 'unknown_field'],
])('keys %s are refused, and nothing is sent', async ([, wrong, field, code]) => {
  const { id } = await make({})
  await expectNoTrace(async () => {
    const said = {
      user_token_issuers: [
        { ...ISSUER, audience: 'a' },
        { ...ISSUER, ...wrong },
      ],
    }
    const { errors } = await expectError(await change(id, said), 422)
    expect(errors?.[0]).toMatchObject({ field: `user_token_issuers.1.${field}`, code })
  })
})

test('ten issuers are enough, and no two say the same', async () => {
  const { id } = await make({})
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...ISSUER, audience: `a${index}` }))
  expect((await change(id, { user_token_issuers: many(10) })).status).toBe(200)
  for (const user_token_issuers of [many(11), [ISSUER, ISSUER]]) {
    const { errors } = await expectError(await change(id, { user_token_issuers }), 422)
    expect(errors?.[0]?.field).toBe('user_token_issuers')
  }
  expect(
    (await change(id, { user_token_issuers: [ISSUER, { ...ISSUER, audience: 'b' }] })).status,
  ).toBe(200)
})

test('loopback is for sandboxes, and for those origins that the operator has named', async () => {
  const [origin = ''] = JSON.parse(env.LOOPBACK_ORIGINS) as string[]
  const said = {
    branding: { logo_url: `${origin}/logo.png` },
    user_token_issuers: [
      { ...ISSUER, issuer: 'http://localhost:3000', jwks_uri: `${origin}/jwks` },
    ],
  }
  await make(said)
  const production = await operate('POST', '/environments', {
    name: 'x',
    kind: 'production',
    ...said,
  })
  await expectError(production, 422)
  const { id } = await make({ kind: 'production' })
  await expectError(await change(id, { branding: said.branding }), 422)
  await expectError(await change(id, { user_token_issuers: said.user_token_issuers }), 422)
})

test('what was taken away is not believed while D1 is silent', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  await change(h.environment.id, { requires_binding: true })
  await h.vend(account)
  const copied = () => env.KV.get(`key:${h.environment.keyId}`)
  await expect.poll(copied).toContain('"requiresBinding":true')
  await change(h.environment.id, { requires_binding: null })
  expect(await copied()).toBeNull()

  // A copy of a version that knew no settings.
  h.restartIsolate()
  await h.vend(account)
  await expect.poll(copied).not.toBeNull()
  await env.KV.put(
    `key:${h.environment.keyId}`,
    ((await copied()) ?? '').replace(/"settings":\{\}/, '"other":{}'),
  )
  const token = await h.widgetToken('user_1')
  silenceD1(/api_keys/)
  const settings = await h.widget('GET', '/settings', undefined, { token })
  expect(await settings.json()).toMatchObject({ teamName: 'Test app' })
})
