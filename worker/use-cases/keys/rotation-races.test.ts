/** What is on its way to an object while that is moved: it must not come back under the old key. */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { userOwner } from '../../domain/owner.ts'
import { Secret } from '../../kit/secret.ts'
import { testKeyring } from '../../test/builders.ts'
import { begin, complete, toCallback } from '../../test/connect-steps.ts'
import { forgetObject, objectOf, recordOf, rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { operatorPass } from '../../test/operator.ts'
import { expectJson } from '../../test/wire.ts'
import { sealClientSecret } from '../../vault/client-secret-vault.ts'
import { keyIdOf } from '../../vault/envelope.ts'
import { rewrapDataKey } from '../../vault/rewrap.ts'

const ring = (active: string): string => {
  const { keys } = JSON.parse(env.VAULT_KEYRING) as { keys: Record<string, string> }
  return JSON.stringify({ active, keys })
}
const underOldKey = () => testKeyring(ring('k0'))

async function rewrapAll(h: Harness): Promise<void> {
  for (;;) {
    const answer = await h.api('POST', '/keys/k0/rewrap', undefined, {
      headers: { authorization: `Bearer ${await operatorPass()}` },
    })
    const { remaining } = await expectJson<{ remaining: { rows: number; objects: number } }>(
      answer,
      200,
    )
    if (remaining.rows + remaining.objects === 0) return
  }
}

const setUp = async (expiresInSeconds: number) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds, keyring: underOldKey() })
  return { h, provider, account }
}

test('a refresh that began before the move brings nothing back under the old key', async () => {
  const { h, provider, account } = await setUp(-1)
  await putClientUnderOldKey(account.reference.environmentId, provider)
  await provider.faults('refresh_token', { kind: 'delay', ms: 400 })
  const vending = h.vend(account)
  await expect.poll(() => provider.count('refresh_token')).toBe(1)
  await rewrapAll(h)
  expect((await vending).status).toBe(200)
  const { credential, sealedClient } = await recordOf(account.reference)
  expect(credential?.epoch).toBe(2)
  expect(keyIdOf(credential?.wrappedKey ?? '')).toBe('k1')
  expect(keyIdOf(sealedClient?.wrappedKey ?? '')).toBe('k1')
})

test('an object that fills itself from a row under the old key keeps the copy under the active one', async () => {
  const { h, account } = await setUp(3600)
  await rowsOf(`UPDATE connected_accounts SET object_key_id = 'k1' WHERE id = ?`, account.accountId)
  await forgetObject(account.reference)
  expect((await h.vend(account)).token).toBe(account.accessToken)
  const { credential } = await recordOf(account.reference)
  expect(keyIdOf(credential?.wrappedKey ?? '')).toBe('k1')
})

test('a candidate under the old key is never handed to an object, not by a completion that is cut short', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  // Of an account that is moved already, so that nobody has a reason to look at its object again.
  expect((await h.connectThrough(provider)).completed.status).toBe(200)
  const begun = await begin(h, provider, 'popup')
  await begun.browser.send(await toCallback(begun))
  await putCandidateUnderOldKey()
  const fault = silenceD1(/update "connected_accounts".*"account_identifier"/s)
  expect((await complete(h, begun)).status).toBe(503)
  fault.heal()
  await rewrapAll(h)
  expect((await complete(h, begun)).status).toBe(200)
  const [row] = await rowsOf<{ id: string; object_key_id: string }>(
    'SELECT id, object_key_id FROM connected_accounts',
  )
  expect(row?.object_key_id).toBe('k1')
  const { credential } = await recordOf({
    environmentId: h.environment.id,
    environmentKind: h.environment.kind,
    integrationId: provider.integrationId,
    owner: userOwner('user_1'),
  })
  expect(keyIdOf(credential?.wrappedKey ?? '')).toBe('k1')
})

test('a D1 that was restored to the time before is counted, refused and moved again (F44)', async () => {
  const { h, account } = await setUp(3600)
  const stored = 'SELECT wrapped_key FROM credential_versions WHERE account_id = ?'
  const [before] = await rowsOf<{ wrapped_key: string }>(stored, account.accountId)
  await rewrapAll(h)
  await rowsOf('UPDATE credential_versions SET wrapped_key = ?', before?.wrapped_key ?? '')
  await rowsOf(`UPDATE connected_accounts SET object_key_id = 'k0'`)
  expect((await h.vend(account)).token).toBe(account.accessToken)
  const pass = { headers: { authorization: `Bearer ${await operatorPass()}` } }
  const refused = await h.api('POST', '/keys/k0/retire', undefined, pass)
  expect(await refused.json()).toMatchObject({ code: 'key_in_use' })
  await rewrapAll(h)
  const [after] = await rowsOf<{ wrapped_key: string }>(stored, account.accountId)
  expect(keyIdOf(after?.wrapped_key ?? '')).toBe('k1')
  expect((await h.vend(account)).token).toBe(account.accessToken)
})

test('an object that was restored to the time before says which key it lacks, and keeps everything (F45)', async () => {
  const { h, account } = await setUp(3600)
  const object = await objectOf(account.reference)
  const before = JSON.stringify(await recordOf(account.reference))
  await rewrapAll(h)
  await runInDurableObject(object, (_, { storage }) => {
    storage.sql.exec('UPDATE accounts SET record = ?', before)
  })
  await evictDurableObject(object)
  const { keys } = JSON.parse(env.VAULT_KEYRING) as { keys: Record<string, string> }
  h.restartIsolate({ VAULT_KEYRING: JSON.stringify({ active: 'k1', keys: { k1: keys['k1'] } }) })
  const vended = await h.vend(account)
  expect([vended.status, vended.body.code]).toEqual([503, 'vault_key_unavailable'])
  expect(JSON.stringify(await recordOf(account.reference))).toBe(before)
  h.restartIsolate()
  expect((await h.vend(account)).token).toBe(account.accessToken)
})

async function putCandidateUnderOldKey(): Promise<void> {
  const [row] = await rowsOf<{ environment_id: string; candidate: string }>(
    'SELECT environment_id, candidate FROM connect_attempts WHERE candidate IS NOT NULL',
  )
  const candidate = JSON.parse(row?.candidate ?? '{}') as { accountId: string; wrappedKey: string }
  const scope = { environmentId: row?.environment_id ?? '', subject: candidate.accountId }
  const old = await rewrapDataKey(underOldKey(), candidate.wrappedKey, scope)
  if (!old.ok) throw new Error(old.failure.kind)
  await rowsOf(
    `UPDATE connect_attempts SET candidate = json_set(candidate, '$.wrappedKey', ?) WHERE candidate IS NOT NULL`,
    old.value,
  )
}

async function putClientUnderOldKey(
  environmentId: string,
  provider: { readonly clientVersionId: string | null; readonly clientSecret: string },
): Promise<void> {
  const clientVersionId = provider.clientVersionId ?? ''
  const { sealedSecret, wrappedKey } = await sealClientSecret(
    underOldKey(),
    { environmentId, clientVersionId },
    new Secret(provider.clientSecret),
  )
  await rowsOf(
    'UPDATE client_versions SET sealed_secret = ?, wrapped_key = ? WHERE id = ?',
    sealedSecret,
    wrappedKey,
    clientVersionId,
  )
}
