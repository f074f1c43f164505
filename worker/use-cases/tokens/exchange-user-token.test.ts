/** Whose token a user's token yields, and whose it never does. */
import { afterEach, expect, test, vi } from 'vitest'
import { OwnerAccounts } from '../../refresh/owner-accounts.ts'
import {
  bearer,
  encodeForm,
  FORM_TYPE,
  goodForm,
  oauthBody,
  postForm,
  seedExchange,
  told,
  type Form,
} from '../../test/exchange.ts'
import { countD1, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { narrowKey } from '../../test/keys.ts'
import { epoch, makeIssuer } from '../../test/user-tokens.ts'
import { expectJson } from '../../test/wire.ts'

afterEach(() => {
  vi.useRealTimers()
})

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

const NOT_CONNECTED = '400 invalid_grant not_installed'

test('the user of the token, and nobody else', async () => {
  const { h, provider, account, exchange } = await seedExchange()
  const other = await h.connectedAccount(provider, { userId: 'user_2' })
  expect(await told(await exchange())).toBe(account.accessToken)
  expect(await told(await exchange({}, { sub: 'user_2' }))).toBe(other.accessToken)
  expect(await told(await exchange({}, { sub: 'user_3' }))).toBe(NOT_CONNECTED)
  // Ids are compared byte by byte, whatever they look like.
  for (const sub of ['USER_1', 'user_1 ', 'user_1:', '["user_1"]', 'user_1\u200b']) {
    expect(await told(await exchange({}, { sub }))).toBe(NOT_CONNECTED)
  }
  // What the form says of a user counts for nothing.
  expect(await told(await exchange({ user_id: 'user_2' }))).toBe(account.accessToken)
})

test('where an issuer names no organization, no form can', async () => {
  const { exchange } = await seedExchange()
  for (const claims of [{}, { org_id: 'org_1' }]) {
    const named = await exchange({ organization_id: 'org_1' }, claims)
    expect(await told(named)).toBe('400 invalid_request organization_mismatch')
  }
})

test('a user in an organization and the same user without one are two owners', async () => {
  const made = await makeIssuer({ organizationClaim: 'org_id' })
  const h = await seedEnvironment({ settings: { userTokenIssuers: [made.issuer] } })
  const provider = await h.createProvider()
  const alone = await h.connectedAccount(provider)
  const member = await h.connectedAccount(provider, { organizationId: 'org_1' })
  const exchange = async (claims: object, more: Form = {}) =>
    told(await postForm(goodForm(await made.token(claims), more), bearer(h)))
  expect(await exchange({})).toBe(alone.accessToken)
  expect(await exchange({ org_id: 'org_1' })).toBe(member.accessToken)
  expect(await exchange({ org_id: 'org_1' }, { organization_id: 'org_1' })).toBe(member.accessToken)
  expect(await exchange({ org_id: 'org_2' })).toBe(NOT_CONNECTED)
  for (const claims of [{}, { org_id: 'org_2' }]) {
    const mismatch = await exchange(claims, { organization_id: 'org_1' })
    expect(mismatch).toBe('400 invalid_request organization_mismatch')
  }
  expect(await exchange({ org_id: 7 })).toBe('400 invalid_request user_token_claim_invalid')
})

test('a shared connection is for those whom the token calls members', async () => {
  const made = await makeIssuer({ organizationClaim: 'org_id' })
  const h = await seedEnvironment({ settings: { userTokenIssuers: [made.issuer] } })
  await h.createProvider({ ownership: 'organization' })
  const path = '/organizations/org_1/connected_accounts/strict'
  await expectJson(await h.api('POST', path, { user_id: 'admin', access_token: 'shared-one' }), 201)
  const exchange = async (claims: object, more: Form) =>
    told(await postForm(goodForm(await made.token(claims), more), bearer(h)))
  const shared = { connection_owner: 'organization' }
  expect(await exchange({ org_id: 'org_1' }, shared)).toBe('shared-one')
  expect(await exchange({ org_id: 'org_2' }, shared)).toBe(NOT_CONNECTED)
  const refused = '400 invalid_request organization_not_in_token'
  expect(await exchange({}, shared)).toBe(refused)
  expect(await exchange({}, { ...shared, organization_id: 'org_1' })).toBe(
    '400 invalid_request organization_mismatch',
  )
  // There is no root for connections of users' own.
  expect(await exchange({ org_id: 'org_1' }, {})).toBe('400 invalid_target integration_not_found')
})

test('scopes that were not granted are named, and no token comes without them', async () => {
  const { account, exchange } = await seedExchange()
  expect(await told(await exchange({ scope: 'email openid' }))).toBe(account.accessToken)
  const response = await exchange({ scope: 'email repo admin:org' })
  const body = await oauthBody(response)
  expect([response.status, body.error, body.code]).toEqual([
    400,
    'invalid_scope',
    'scope_not_granted',
  ])
  expect(body.error_description).toContain('repo')
  expect(body.error_description).toContain('admin:org')
  expect(body.error_description).not.toContain('email')
  expect(body).not.toHaveProperty('access_token')
})

test('it is the vending of every day: refreshed when stale, once for many', async () => {
  const { h, provider, token } = await seedExchange()
  const stale = await h.connectedAccount(provider, { userId: 'user_2', expiresInSeconds: -1 })
  const form = goodForm(await token({ sub: 'user_2' }))
  const answers = await Promise.all(
    Array.from({ length: 10 }, async () => told(await postForm(form, bearer(h)))),
  )
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).not.toBe(stale.accessToken)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('each way in which there is no token has its own word', async () => {
  const { h, provider, account, exchange } = await seedExchange()
  const dead = await h.connectedAccount(provider, { userId: 'dead', expiresInSeconds: -1 })
  await provider.revokeGrants('provider-dead')
  expect(dead.userId).toBe('dead')
  const over = await exchange({}, { sub: 'dead' })
  expect(await told(over)).toBe('400 invalid_grant needs_reauthorization')

  await h.connectedAccount(provider, { userId: 'down', expiresInSeconds: -1 })
  await provider.faults('refresh_token', {
    kind: 'status',
    status: 503,
    headers: { 'retry-after': '7' },
  })
  const down = await exchange({}, { sub: 'down' })
  expect(down.headers.get('retry-after')).toBe('7')
  expect(await told(down)).toBe('503 temporarily_unavailable provider_unavailable')

  expect(await told(await exchange({ connected_account_id: account.accountId }))).toBe(
    account.accessToken,
  )
  expect(await told(await exchange({ connected_account_id: 'data_installation_0' }))).toBe(
    NOT_CONNECTED,
  )

  await h.api('PUT', '/data-integrations/strict', { enabled: false })
  laterBy(31_000)
  const disabled = await exchange({}, { exp: epoch(600) })
  expect(await told(disabled)).toBe('400 invalid_target integration_disabled')
})

test('once warm it is one hop: no statement in D1, nothing sent, also while D1 is silent', async () => {
  const { h, account, document, token } = await seedExchange()
  const key = await narrowKey(h.environment.id, ['tokens:exchange'])
  const form = goodForm(await token())
  const headers = { authorization: `Bearer ${key}` }
  expect(await told(await postForm(form, headers))).toBe(account.accessToken)

  const statements = countD1()
  const sent = vi.spyOn(globalThis, 'fetch')
  const hop = vi.spyOn(OwnerAccounts.prototype, 'vendText')
  expect(await told(await postForm(form, headers))).toBe(account.accessToken)
  expect([statements(), sent.mock.calls.length, hop.mock.calls.length]).toEqual([0, 0, 1])
  vi.restoreAllMocks()
  expect(await document.requests()).toBe(1)
  silenceD1()
  expect(await told(await postForm(form, headers))).toBe(account.accessToken)
})

test('a limit counts an exchange once, and says when to come again', async () => {
  const { h, account, token } = await seedExchange()
  h.restartIsolate({ RATE_LIMIT: '2/60' })
  const body = encodeForm(goodForm(await token()))
  const headers = { ...bearer(h), ...FORM_TYPE }
  const send = () => h.send('/oauth/token', { method: 'POST', headers, body })
  expect(await told(await send())).toBe(account.accessToken)
  expect(await told(await send())).toBe(account.accessToken)
  const third = await send()
  expect(third.headers.get('retry-after')).toMatch(/^\d+$/)
  expect(await told(third)).toBe('429 temporarily_unavailable rate_limited')
})
