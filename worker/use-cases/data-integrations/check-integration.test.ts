/** The doctor at a strict provider: what is wrong is named, and asking does no harm. */
import { expect, test } from 'vitest'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { expectError } from '../../test/http-laws.ts'
import { outsideOrigin } from '../../test/outside.ts'
import { expectJson } from '../../test/wire.ts'

type Check = {
  readonly findings: Readonly<
    Record<string, { readonly verdict: string; readonly code: string; readonly message: string }>
  >
}

const check = async (h: Harness, slug = 'strict'): Promise<Check> =>
  expectJson<Check>(await h.api('POST', `/data-integrations/${slug}/check`), 200)

const codesOf = ({ findings }: Check) =>
  Object.fromEntries(Object.entries(findings).map(([name, { code }]) => [name, code]))

test('what is right is found right, nothing is marked, and no user is asked anything', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  const found = await check(h)
  expect(codesOf(found)).toMatchObject({
    client: 'client_accepted',
    redirect_uri: 'redirect_uri_accepted',
    endpoints: 'endpoint_answers',
  })
  expect(JSON.stringify(found)).not.toContain(provider.clientSecret)
  expect((await h.vend(account)).token).toBe(account.accessToken)
  const troubles = 'SELECT 1 FROM client_troubles WHERE environment_id = ?'
  expect(await rowsOf(troubles, h.environment.id)).toEqual([])
})

test('a wrong secret is named, and opens no breaker', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const credentials = {
    type: 'custom',
    client_id: provider.clientId,
    client_secret: 'canary-wrong',
  }
  await expectJson(await h.api('PUT', '/data-integrations/strict', { credentials }), 200)
  const found = await check(h)
  expect(found.findings['client']).toMatchObject({ verdict: 'wrong', code: 'client_refused' })
  expect(found.findings['redirect_uri']).toMatchObject({ verdict: 'ok' })
  const troubles = 'SELECT 1 FROM client_troubles WHERE environment_id = ?'
  expect(await rowsOf(troubles, h.environment.id)).toEqual([])
})

test('a redirect URI that nobody registered is named, with the one to register', async () => {
  const h = await seedEnvironment()
  const first = await h.createProvider()
  expect((await h.api('DELETE', '/data-integrations/strict')).status).toBe(204)
  const again = await h.api('POST', '/data-integrations', {
    provider: 'strict',
    credentials: { type: 'custom', client_id: first.clientId, client_secret: first.clientSecret },
    custom_provider: {
      name: 'Strict',
      authorization_url: `${outsideOrigin()}/auth`,
      token_url: `${outsideOrigin()}/token`,
    },
  })
  const { redirect_uri: uri } = await expectJson<{ redirect_uri: string }>(again, 201)
  const { findings } = await check(h)
  expect(findings['redirect_uri']).toMatchObject({ verdict: 'wrong', code: 'redirect_uri_refused' })
  expect(findings['redirect_uri']?.message).toContain(uri)
  expect(findings['client']).toMatchObject({ verdict: 'ok' })
})

test('an address without a token endpoint is named; a provider that is down is no verdict', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider({
    customProvider: { token_url: `${outsideOrigin()}/nowhere` },
  })
  expect((await check(h)).findings['endpoints']).toMatchObject({
    verdict: 'wrong',
    code: 'endpoint_missing',
  })
  const other = await h.createProvider({ slug: 'down' })
  await other.faults('authorization_code', { kind: 'cut_before' }, { kind: 'cut_before' })
  expect((await check(h, 'down')).findings['client']).toMatchObject({
    verdict: 'cannot_tell',
    code: 'not_answered',
  })
  expect((await provider.seen()).blocked.length).toBe((await other.seen()).blocked.length)
})

test('an integration by API keys has nothing to check; the eleventh check within a minute waits', async () => {
  const h = await seedEnvironment()
  await h.api('POST', '/data-integrations', {
    provider: 'keyed',
    auth_methods: ['api_key'],
    custom_provider: { name: 'Keyed' },
  })
  for (let count = 0; count < 10; count += 1) {
    expect(new Set(Object.values(codesOf(await check(h, 'keyed'))))).toEqual(
      new Set(['nothing_to_check']),
    )
  }
  const refused = await h.api('POST', '/data-integrations/keyed/check')
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
  expect((await expectError(refused, 429)).code).toBe('check_rate_limited')
})
