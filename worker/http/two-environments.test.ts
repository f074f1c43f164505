/** Two environments of one deployment, with the same slugs, users and organizations, never meet: T04, T25. */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { begin, complete, returned, toCallback } from '../test/connect-steps.ts'
import { bearer, goodForm, postForm, told } from '../test/exchange.ts'
import { rowsOf } from '../test/faults.ts'
import { seedEnvironment, type Harness, type TestAccount } from '../test/harness.ts'
import { expectError, expectNoTrace, sendRaw, widgetHeaders } from '../test/http-laws.ts'
import { makeIssuer } from '../test/user-tokens.ts'
import { expectJson } from '../test/wire.ts'

const ORIGINS = { acme: 'https://acme.example', zebra: 'https://zebra.example' }
const SLUGS = ['strict', 'other'] as const
const OWNERS = [{}, { organizationId: 'org_1' }, { userId: 'user_2' }] as const

type Side = Awaited<ReturnType<typeof makeSide>>

/** A product with everything: integrations, connections, pages, a name, and an issuer of its own. */
async function makeSide(name: keyof typeof ORIGINS, kind: 'sandbox' | 'production' = 'production') {
  const made = await makeIssuer({ organizationClaim: 'org_id' })
  const h = await seedEnvironment({
    kind,
    name,
    allowedOrigins: [ORIGINS[name]],
    returnUrls: [`${ORIGINS[name]}/connected`],
    settings: {
      branding: { name: `The ${name}`, logoUrl: `${ORIGINS[name]}/logo.png` },
      userTokenIssuers: [made.issuer],
    },
  })
  return { ...made, h, origin: ORIGINS[name] }
}

/** With connections of the same owners under the same slugs. */
async function connectAll({ h }: Side): Promise<TestAccount[]> {
  const accounts: TestAccount[] = []
  for (const slug of SLUGS) {
    const provider = await h.createProvider({ slug })
    for (const owner of OWNERS) accounts.push(await h.connectedAccount(provider, owner))
  }
  return accounts
}

// The world outside is on this machine, which only a sandbox may call.
const setUp = async () => {
  const [acme, zebra] = [await makeSide('acme', 'sandbox'), await makeSide('zebra', 'sandbox')]
  return { acme, zebra, ours: await connectAll(acme), theirs: await connectAll(zebra) }
}

/** Everything that an environment vends, by each door. */
async function vendAll({ h, token }: Side, accounts: readonly TestAccount[]): Promise<string[]> {
  const vended: string[] = []
  for (const { slug, userId, reference } of accounts) {
    const organizationId = reference.owner.organizationId
    const owner = { user_id: userId, ...(organizationId && { organization_id: organizationId }) }
    const answer = await h.api('POST', `/data-integrations/${slug}/token`, owner)
    const body = await answer.json<{ access_token?: { access_token: string }; error?: string }>()
    vended.push(body.access_token?.access_token ?? body.error ?? '')
    const claims = { sub: userId, ...(organizationId && { org_id: organizationId }) }
    vended.push(
      await told(await postForm(goodForm(await token(claims), { audience: slug }), bearer(h))),
    )
  }
  return vended
}

const twice = (accounts: readonly TestAccount[]): string[] =>
  accounts.flatMap(({ accessToken }) => [accessToken, accessToken])

test('each vends and lists its own, and names no id of the other', async () => {
  const { acme, zebra, ours, theirs } = await setUp()
  expect(await vendAll(acme, ours)).toEqual(twice(ours))
  expect(await vendAll(zebra, theirs)).toEqual(twice(theirs))
  for (const [side, own, foreign] of [
    [acme, ours, theirs],
    [zebra, theirs, ours],
  ] as const) {
    const token = await side.h.widgetToken('user_1')
    const pages = [
      await side.h.api('GET', '/data-integrations'),
      await side.h.api('GET', '/api_keys'),
      await side.h.api('GET', '/user_management/users/user_1/data_providers'),
      await side.h.api('GET', '/user_management/users/user_1/data_providers?organization_id=org_1'),
      await side.h.api('GET', '/user_management/users/user_1/connected_accounts/strict'),
      await side.h.widget('GET', '/DataIntegrations/mine', undefined, {
        token,
        origin: side.origin,
      }),
      await side.h.widget('GET', '/settings', undefined, { token, origin: side.origin }),
    ]
    const text = (await Promise.all(pages.map((page) => page.text()))).join()
    expect(text).toContain(own[0]?.accountId)
    expect(text).toContain(`The ${new URL(side.origin).hostname.split('.')[0]}`)
    const names = foreign.flatMap(({ accountId, reference }) => [
      accountId,
      reference.integrationId,
      reference.environmentId,
    ])
    for (const name of names) expect(text).not.toContain(name)
  }
})

test('an account that is named by its id is found by its own key only', async () => {
  const { acme, theirs } = await setUp()
  const [foreign] = theirs
  const body = { user_id: 'user_1', connected_account_id: foreign?.accountId }
  const answer = await acme.h.api('POST', '/data-integrations/strict/token', body)
  expect(await answer.json()).toEqual({ active: false, error: 'not_installed' })
  const token = await acme.h.widgetToken('user_1')
  await expectNoTrace(async () => {
    for (const id of [foreign?.accountId, 'data_installation_0']) {
      const path = `/DataIntegrations/installations/${id}`
      const ended = await acme.h.widget('DELETE', path, undefined, { token, origin: acme.origin })
      expect((await expectError(ended, 404)).code).toBe('account_not_found')
    }
  })
})

const stateOf = async ({ accountId }: TestAccount): Promise<string | undefined> => {
  const query = 'SELECT state FROM connected_accounts WHERE id = ?'
  return (await rowsOf<{ state: string }>(query, accountId))[0]?.state
}

test.for<[string, (h: Harness) => Promise<Response>, number]>([
  [
    'one account',
    (h) => h.api('DELETE', '/user_management/users/user_1/connected_accounts/strict'),
    204,
  ],
  ['a user', (h) => h.api('DELETE', '/user_management/users/user_1'), 200],
  ['an organization', (h) => h.api('DELETE', '/organizations/org_1'), 200],
  [
    'everything of a provider',
    (h) => h.api('POST', '/disconnect_jobs', { provider: 'strict' }),
    200,
  ],
  ['everything', (h) => h.api('POST', '/disconnect_jobs', { all: true }), 200],
  ['an integration', (h) => h.api('DELETE', '/data-integrations/strict'), 204],
])('what ends %s here ends nothing there', async ([, end, status]) => {
  const { acme, zebra, ours, theirs } = await setUp()
  const ended = await end(acme.h)
  expect([ended.status, await ended.text()]).toEqual([status, expect.any(String)])
  const states = await Promise.all(ours.map(stateOf))
  expect(states).toContain('disconnected')
  expect(new Set(await Promise.all(theirs.map(stateOf)))).toEqual(new Set(['connected']))
  expect(await vendAll(zebra, theirs)).toEqual(twice(theirs))
})

test('a connection that begins here is neither seen, answered nor finished there', async () => {
  const [acme, zebra] = [await makeSide('acme', 'sandbox'), await makeSide('zebra', 'sandbox')]
  const [provider, theirs] = [await acme.h.createProvider(), await zebra.h.createProvider()]
  const begun = await begin(acme.h, provider, 'rest_verifier')
  const callbackUrl = await toCallback(begun)
  // The answer of one provider's configuration, brought to the other one's address (T04).
  const misplaced = new URL(callbackUrl)
  misplaced.pathname = new URL(theirs.redirectUri).pathname
  const seen = await zebra.h.widgetToken('user_1')
  await expectNoTrace(async () => {
    expect((await begun.browser.send(misplaced.href)).status).toBe(404)
    const path = `/DataIntegrations/attempts/${begun.attemptId}`
    const as = { token: seen, origin: zebra.origin }
    expect((await zebra.h.widget('GET', path, undefined, as)).status).toBe(404)
  })
  const completionCode = returned(await begun.browser.send(callbackUrl)).get(
    'pipes_completion_code',
  )
  const foreign = await complete(zebra.h, begun, { completionCode })
  expect((await expectError(foreign, 404)).code).toBe('attempt_not_found')
  expect((await complete(acme.h, begun, { completionCode })).status).toBe(200)
  const active = async (h: Harness) =>
    (await h.vend({ slug: 'strict', userId: 'user_1' })).body.active
  expect([await active(acme.h), await active(zebra.h)]).toEqual([true, false])
})

test('each has its own pages, return addresses, name and logo', async () => {
  const [acme, zebra] = [await makeSide('acme'), await makeSide('zebra')]
  for (const { h } of [acme, zebra]) {
    const custom_provider = {
      name: 'Tasks',
      authorization_url: 'https://tasks.example/authorize',
      token_url: 'https://tasks.example/token',
    }
    const credentials = { type: 'custom', client_id: 'id', client_secret: 'canary-secret' }
    const made = { provider: 'tasks', enabled: true, credentials, custom_provider }
    await expectJson(await h.api('POST', '/data-integrations', made), 201)
  }
  const session = await acme.h.widgetToken('user_1')
  await expectNoTrace(async () => {
    const path = '/_widgets/DataIntegrations/mine'
    const headers = widgetHeaders(session, zebra.origin)
    const refused = await expectError(await sendRaw(path, { headers }), 403)
    expect(refused.code).toBe('origin_not_allowed')
    const body = { user_id: 'user_1', return_to: `${zebra.origin}/connected` }
    const begun = await acme.h.api('POST', '/data-integrations/tasks/authorize', body)
    expect((await expectError(begun, 400)).code).toBe('return_to_not_allowed')
  })
  const headers = widgetHeaders(session, acme.origin)
  expect((await sendRaw('/_widgets/DataIntegrations/mine', { headers })).status).toBe(200)
  const settings = await expectJson(await sendRaw('/_widgets/settings', { headers }), 200)
  expect(settings).toMatchObject({ teamName: 'The acme', logoLightPath: `${acme.origin}/logo.png` })
})

test('clients that the operator shares are for sandboxes, also of an integration that was one’s', async () => {
  const [acme, zebra] = [await makeSide('acme', 'sandbox'), await makeSide('zebra')]
  const shared = { provider: 'github', enabled: true, credentials: { type: 'shared' } }
  expect((await acme.h.api('POST', '/data-integrations', shared)).status).toBe(201)
  const refused = await expectError(await zebra.h.api('POST', '/data-integrations', shared), 422)
  expect(refused.code).toBe('shared_credentials_not_allowed')
  // An operator's hand in D1 does not make it so.
  await env.DB.prepare(`UPDATE environments SET kind = 'production' WHERE id = ?`)
    .bind(acme.h.environment.id)
    .run()
  const begun = await acme.h.api('POST', '/data-integrations/github/authorize', {
    user_id: 'user_1',
  })
  expect((await expectError(begun, 422)).code).toBe('shared_credentials_not_allowed')
})
