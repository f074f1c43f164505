/** Objects that lost what they knew, and code of another version, where an owner has several connections. */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { afterEach, expect, test, vi } from 'vitest'
import type { InstallRequest } from '../domain/object-messages.ts'
import { countD1, forgetObject, objectOf, rowsOf, silenceD1 } from '../test/faults.ts'
import type { TestAccount } from '../test/harness.ts'
import { noted, recordOfAccount, twoConnections } from '../test/two-connections.ts'
import { OwnerAccounts } from './owner-accounts.ts'

afterEach(() => {
  vi.useRealTimers()
})

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

const installOf = async (account: TestAccount, grantId: string): Promise<InstallRequest> => {
  const [row] = await rowsOf<{ sealed_access: string; wrapped_key: string }>(
    'SELECT * FROM credential_versions WHERE account_id = ?',
    account.accountId,
  )
  return {
    v: 1,
    reference: account.reference,
    slug: account.slug,
    accountId: account.accountId,
    credential: {
      grantId,
      epoch: 1,
      sealedAccess: row?.sealed_access ?? '',
      sealedRefresh: null,
      wrappedKey: row?.wrapped_key ?? '',
      expiresAt: null,
      refreshExpiresAt: null,
      obtainedAt: Date.now(),
      scopes: [],
      metadata: {},
    },
    clientVersionId: null,
    knownSequence: 0,
  }
}

test('evicted, and with its storage lost, an object finds both, each with its token and its role', async () => {
  const { provider, first, second, vend } = await twoConnections()
  await evictDurableObject(await objectOf(first.reference))
  expect((await vend(second)).token).toBe(second.accessToken)
  await noted(second)
  await forgetObject(first.reference)
  expect((await vend(second)).token).toBe(second.accessToken)
  expect((await vend(first)).token).toBe(first.accessToken)
  expect((await recordOfAccount(second)).role).toBe('standard')
  laterBy(3_700_000)
  await Promise.all([vend(first), vend(second)])
  expect(await provider.count('refresh_token')).toBe(2)
})

test('an object that has lost everything learns of its connections before it takes one more', async () => {
  const { h, provider, first, second, vend } = await twoConnections()
  await forgetObject(first.reference)
  const third = await h.connectedAccount(provider, { intent: 'add', providerAccount: 'third' })
  expect((await recordOfAccount(third)).role).toBe('standard')
  expect((await vend(first)).token).toBe(first.accessToken)
  expect((await vend(second)).token).toBe(second.accessToken)
  await Promise.all([noted(first), noted(second)])

  await forgetObject(first.reference)
  const fault = silenceD1(/^select.*connected_accounts/s)
  const object = await objectOf(first.reference)
  expect((await object.install(await installOf(third, 'grant_zzz'))).kind).toBe('unavailable')
  fault.heal()
  expect((await vend(first)).token).toBe(first.accessToken)
})

test('an object put back to a time before a connection was added finds it by its id', async () => {
  const { h, first, second, vend, disconnect } = await twoConnections()
  const putBack = async () => {
    const object = await objectOf(first.reference)
    await runInDurableObject(object, (_, { storage: { sql } }) => {
      sql.exec('DELETE FROM accounts WHERE account_id = ?', second.accountId)
    })
    await evictDurableObject(object)
  }
  await putBack()
  const fault = silenceD1(/^select.*connected_accounts/s)
  expect((await vend(second)).status).toBe(503)
  expect((await h.vend(first)).token).toBe(first.accessToken)
  fault.heal()
  expect((await vend(second)).token).toBe(second.accessToken)
  expect((await recordOfAccount(second)).role).toBe('standard')
  await noted(second)
  await putBack()
  expect((await disconnect(second)).status).toBe(204)
  expect((await vend(second)).body).toEqual({ active: false, error: 'not_installed' })
})

test('of an id that nobody has D1 is asked once in half a minute', async () => {
  const { h, first } = await twoConnections()
  await h.vend(first)
  const reads = countD1(/^select.*connected_accounts/s)
  for (const id of ['data_installation_0', 'data_installation_1', 'data_installation_0']) {
    const { body } = await h.vend(first, {}, { connected_account_id: id })
    expect(body).toEqual({ active: false, error: 'not_installed' })
  }
  expect(reads()).toBe(1)
})

test('callers of an older version know of the compatibility connection, in every message', async () => {
  const { first, second } = await twoConnections()
  const object = await objectOf(first.reference)
  const whose = { v: 1 as const, reference: first.reference, slug: first.slug }
  const answer = JSON.parse(await object.vendText(JSON.stringify(whose))) as { accountId: string }
  expect(answer.accountId).toBe(first.accountId)
  expect(await object.read(whose)).toMatchObject({ kind: 'found', accountId: first.accountId })
  expect(await object.care(whose)).toEqual({ kind: 'cared' })
  // It says which credential was refused, and that names the connection.
  const { grantId } = second
  const rejected = await object.reject({ ...whose, grantId, epoch: 1 })
  expect(rejected).toMatchObject({ kind: 'active', accountId: second.accountId })
  expect((await recordOfAccount(second)).credential?.epoch).toBe(2)
  expect(await object.disconnect(whose)).toMatchObject({ accountId: first.accountId })
  expect(await object.disconnect(whose)).toEqual({ kind: 'not_installed' })
  expect((await recordOfAccount(second)).status).toBe('connected')
})

test('code that knows of one connection only does not read an object with two', async () => {
  const { first, second } = await twoConnections()
  expect((await recordOfAccount(first)).version).toBe(1)
  // It leaves what is of a version that it does not know alone, and answers 503.
  expect((await recordOfAccount(second)).version).toBe(2)
})

test('the answer of an older object is never taken for that of another connection', async () => {
  const { h, first, second } = await twoConnections()
  const vend = vi.spyOn(OwnerAccounts.prototype, 'vendText')
  const older = JSON.stringify({ v: 1, reference: first.reference, slug: first.slug })
  vend.mockImplementation(function (this: OwnerAccounts) {
    return this.vend(JSON.parse(older) as never).then((outcome) => JSON.stringify(outcome))
  })
  const named = await h.vend(second, {}, { connected_account_id: second.accountId })
  expect(named.body).toEqual({ active: false, error: 'not_installed' })
  vend.mockRestore()
  expect((await h.vend(second, {}, { connected_account_id: second.accountId })).status).toBe(200)
})

test('records and rows of before are the compatibility connection, and get another one beside them', async () => {
  const { h, provider, first, vend } = await twoConnections()
  const before = await h.connectedAccount(provider, { userId: 'user_2', providerAccount: 'old' })
  const object = await objectOf(before.reference)
  await runInDurableObject(object, (_, { storage: { sql } }) => {
    sql.exec(
      `UPDATE accounts SET record = json_remove(record, '$.role', '$.authMethod', '$.config',
         '$.accountIdentifier', '$.accountDisplayName')`,
    )
  })
  await evictDurableObject(object)
  const added = await h.connectedAccount(provider, {
    userId: 'user_2',
    intent: 'add',
    providerAccount: 'new',
  })
  expect((await recordOfAccount(before)).role).toBe('compatibility')
  expect((await recordOfAccount(added)).role).toBe('standard')
  // Who the old one is was asked of D1 before the new one was taken.
  expect((await recordOfAccount(before)).accountIdentifier).toBe('old')
  expect((await h.vend({ slug: 'strict', userId: 'user_2' })).token).toBe(before.accessToken)
  expect((await vend(first)).status).toBe(200)
})
