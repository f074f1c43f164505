/** Sealed bytes that do not open: the operator is told, the account is kept, nobody else suffers. */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { epochsOf, forgetObject, objectOf, recordOf } from '../../test/faults.ts'
import { testKeyring } from '../../test/builders.ts'
import { seedEnvironment } from '../../test/harness.ts'

const otherKeyring = JSON.stringify({ active: 'k9', keys: { k9: btoa('x'.repeat(32)) } })

test('a deployment that lacks the key says so, deletes nothing and asks no provider', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  const record = await recordOf(account.reference)
  h.restartIsolate({ VAULT_KEYRING: otherKeyring })

  const vended = await h.vend(account)
  expect(vended.status).toBe(503)
  expect(vended.body.code).toBe('vault_key_unavailable')
  expect(vended.retryAfter).toBe('30')

  expect(await recordOf(account.reference)).toEqual(record)
  expect(await epochsOf(account.accountId)).toEqual([1])
  expect((await provider.seen()).tokenRequests).toEqual({})
  h.restartIsolate()
  expect((await h.vend(account)).token).toBe(account.accessToken)
})

test('an expired token whose key is missing is not sent anywhere, and works when the key is back', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, {
    expiresInSeconds: -1,
    keyring: testKeyring(otherKeyring),
  })
  const before = (await recordOf(account.reference)).credential

  const vended = await h.vend(account)
  expect(vended.status).toBe(503)
  expect(vended.body.code).toBe('vault_key_unavailable')

  const after = await recordOf(account.reference)
  expect(after.credential).toEqual(before)
  expect(after.status).toBe('connected')
  expect(await provider.count('refresh_token')).toBe(0)
})

test('without any key ring nothing starts', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  h.restartIsolate({ VAULT_KEYRING: '' })
  const vended = await h.vend(account)
  expect(vended.status).toBe(503)
  expect(vended.body.code).toBe('misconfigured')
})

const flipped = (sealed: string): string => {
  const [last = ''] = sealed.slice(-6)
  return sealed.slice(0, -6) + (last === 'A' ? 'B' : 'A') + sealed.slice(-5)
}

const alter = async (
  account: Parameters<typeof objectOf>[0],
  field: 'sealedAccess' | 'sealedRefresh',
): Promise<void> => {
  const object = await objectOf(account)
  const { credential } = await recordOf(account)
  await runInDurableObject(object, (_, state) => {
    state.storage.sql.exec(
      `UPDATE accounts SET record = json_set(record, ?, ?)`,
      `$.credential.${field}`,
      flipped(credential?.[field] ?? ''),
    )
  })
  await evictDurableObject(object)
}

test('one flipped bit in an object’s access token is an integrity error of that account only', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  const other = await h.connectedAccount(provider, { userId: 'user_2' })
  await alter(account.reference, 'sealedAccess')
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)))

  const vended = await h.vend(account)
  expect(vended.status).toBe(500)
  expect(vended.body.code).toBe('integrity_error')
  expect((await recordOf(account.reference)).status).toBe('connected')
  expect((await h.vend(other)).token).toBe(other.accessToken)
  const alerts = lines.filter((line) => line.includes('"event":"integrity_error"'))
  expect(alerts).toHaveLength(1)
  expect(JSON.parse(alerts[0] ?? '')).toMatchObject({
    level: 'error',
    account_id: account.accountId,
  })
})

test('an older credential of the same grant, put in the place of the current one, does not open', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  const { credential: old } = await recordOf(account.reference)
  expect((await h.vend(account)).status).toBe(200)
  // Nothing of the new state may be written after the old one is back.
  await expect.poll(async () => (await recordOf(account.reference)).lastUsedAt).not.toBeNull()
  const object = await objectOf(account.reference)
  await runInDurableObject(object, (_, state) => {
    for (const field of ['sealedAccess', 'sealedRefresh', 'wrappedKey'] as const) {
      state.storage.sql.exec(
        `UPDATE accounts SET record = json_set(record, ?, ?)`,
        `$.credential.${field}`,
        old?.[field] ?? '',
      )
    }
  })
  await evictDurableObject(object)
  const vended = await h.vend(account)
  expect([vended.status, vended.body.code]).toEqual([500, 'integrity_error'])
})

test('one flipped bit in a refresh token is an integrity error, and nothing is sent', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  await alter(account.reference, 'sealedRefresh')

  const vended = await h.vend(account)
  expect(vended.status).toBe(500)
  expect(vended.body.code).toBe('integrity_error')
  expect((await recordOf(account.reference)).status).toBe('connected')
  expect(await provider.count('refresh_token')).toBe(0)
})

test.each(['sealed_access', 'wrapped_key'])(
  'an object that hydrates from an altered %s in D1 vends nothing',
  async (column) => {
    const h = await seedEnvironment()
    const provider = await h.createProvider()
    const account = await h.connectedAccount(provider)
    await forgetObject(account.reference)
    const row = (await env.DB.prepare('SELECT * FROM credential_versions').first()) as Record<
      string,
      string
    >
    await env.DB.prepare(`UPDATE credential_versions SET ${column} = ?`)
      .bind(flipped(row[column] ?? ''))
      .run()
    const vended = await h.vend(account)
    expect(vended.status).toBe(500)
    expect(vended.body.code).toBe('integrity_error')
  },
)

test('a credential copied to another user’s account does not open there', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const victim = await h.connectedAccount(provider)
  const thief = await h.connectedAccount(provider, { userId: 'user_2' })
  const { credential } = await recordOf(victim.reference)
  const object = await objectOf(thief.reference)
  await runInDurableObject(object, (_, state) => {
    state.storage.sql.exec(
      `UPDATE accounts SET record = json_set(record, '$.credential', json(?))`,
      JSON.stringify(credential),
    )
  })
  await evictDurableObject(object)
  const vended = await h.vend(thief)
  expect(vended.status).toBe(500)
  expect(vended.token).toBeUndefined()
})
