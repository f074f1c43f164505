/** Two answers to one refresh token: the first is the current one, the other is kept for one try (security.md F22). */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import type { CommitRequest } from '../domain/object-messages.ts'
import { eventsOf, objectOf, recordOf, recordsOf, silenceD1 } from '../test/faults.ts'
import { seedEnvironment } from '../test/harness.ts'
import { isAliveOutside } from '../test/outside.ts'
import { testKeyring } from '../test/builders.ts'
import { keyIdOf } from '../vault/envelope.ts'
import type { Keyring } from '../vault/keyring.ts'
import { OwnerAccounts } from './owner-accounts.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

const CURRENT = {
  kind: 'status' as const,
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    access_token: 'canary-second-answer',
    token_type: 'bearer',
    refresh_token: 'canary-refused-later',
    expires_in: 3600,
  }),
}

/**
 * An exchange whose answer is on its way when its lease ends: the provider has rotated, neither sink has
 * a byte. The old token is sent once more and answered again; then the first answer arrives.
 */
const withTwoAnswers = async (keyring?: Keyring) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1, keyring })
  const { promise: late, resolve: arrive } = Promise.withResolvers<void>()
  const told: CommitRequest[] = []
  const commit = Object.getOwnPropertyDescriptor(OwnerAccounts.prototype, 'commit')?.value as (
    this: OwnerAccounts,
    request: CommitRequest,
  ) => Promise<unknown>
  const spy = vi.spyOn(OwnerAccounts.prototype, 'commit')
  spy.mockImplementationOnce(async function (this: OwnerAccounts, request) {
    told.push(request)
    await late
    return commit.call(this, request) as never
  })
  const sink = silenceD1(/^insert into "credential_versions"/)
  const first = await h.vend(account)
  expect(first.body.code).toBe('refresh_in_progress')
  await expect.poll(() => told).toHaveLength(1)

  laterBy(6000)
  await provider.faults('refresh_token', CURRENT)
  await expect.poll(async () => (await h.vend(account)).token).toBe('canary-second-answer')
  sink.heal()
  arrive()
  await expect.poll(async () => (await recordOf(account.reference)).spare).not.toBeNull()
  return { h, provider, account, told }
}

test('F22: a late answer of the same epoch is kept, and the current one is not replaced', async () => {
  const { h, account, told } = await withTwoAnswers()
  const { credential, spare } = await recordOf(account.reference)
  expect(credential?.epoch).toBe(2)
  expect(spare?.sealedRefresh).toBe(told[0]?.credential.sealedRefresh)
  expect(spare?.sealedRefresh).not.toBe(credential?.sealedRefresh)
  expect(JSON.stringify(spare)).not.toMatch(/access/i)
  expect((await h.vend(account)).token).toBe('canary-second-answer')
})

test('F22: the spare is tried before a user is asked, and nobody notices', async () => {
  const { h, provider, account } = await withTwoAnswers()
  laterBy(7_200_000)
  const vended = await h.vend(account)
  expect(vended.status).toBe(200)
  expect(await isAliveOutside(vended.token ?? '')).toBe(true)
  // Both answers, the current one's refusal, and the spare.
  expect(await provider.count('refresh_token')).toBe(4)
  expect(await recordOf(account.reference)).toMatchObject({
    status: 'connected',
    spare: null,
    credential: { epoch: 3 },
  })
  expect(await eventsOf(account.accountId)).toEqual(['connected'])
})

test('F22: where the spare is refused as well, the user is asked, once', async () => {
  const { h, provider, account } = await withTwoAnswers()
  await provider.revokeGrants(`provider-${account.userId}`)
  laterBy(7_200_000)
  const vended = await h.vend(account)
  expect(vended.body).toEqual({ active: false, error: 'needs_reauthorization' })
  expect(await provider.count('refresh_token')).toBe(4)
  expect(await recordOf(account.reference)).toMatchObject({
    reason: 'rotation_uncertain',
    spare: null,
  })
  await expect
    .poll(() => eventsOf(account.accountId))
    .toEqual(['connected', 'reauthorization_needed'])
  await h.vend(account)
  expect(await provider.count('refresh_token')).toBe(4)
})

test('F22: a provider that does not answer to the spare has not refused it', async () => {
  const { h, provider, account } = await withTwoAnswers()
  laterBy(7_200_000)
  const refusal = { kind: 'status' as const, status: 400, body: '{"error":"invalid_grant"}' }
  await provider.faults('refresh_token', refusal, { kind: 'status', status: 503 })
  const vended = await h.vend(account)
  expect([vended.status, vended.body.code]).toEqual([503, 'provider_unavailable'])
  expect((await recordOf(account.reference)).spare).not.toBeNull()

  laterBy(600_000)
  expect((await h.vend(account)).status).toBe(200)
  expect((await recordOf(account.reference)).spare).toBeNull()
})

test('F22: the next refresh that works makes the spare worthless, and it goes', async () => {
  const { h, provider, account } = await withTwoAnswers()
  laterBy(7_200_000)
  await provider.faults('refresh_token', CURRENT)
  expect((await h.vend(account)).status).toBe(200)
  expect((await recordOf(account.reference)).spare).toBeNull()
  expect(await provider.count('refresh_token')).toBe(3)
})

test('F22: an answer that is told twice is no spare, and a spare that is told twice is one', async () => {
  const { account, told } = await withTwoAnswers()
  const object = await objectOf(account.reference)
  const [request] = told
  if (request === undefined) throw new Error('nothing was told')
  const { credential, spare } = await recordOf(account.reference)
  if (credential === null) throw new Error('nothing is connected')
  expect(await object.commit({ ...request, credential })).toEqual({ kind: 'stale' })
  expect(await object.commit(request)).toEqual({ kind: 'spare' })
  expect((await recordOf(account.reference)).spare).toEqual(spare)
})

test('F22: a spare moves to another ring key with the rest, and is used from there', async () => {
  const { keys } = JSON.parse(env.VAULT_KEYRING) as { readonly keys: Record<string, string> }
  const ring = JSON.stringify({ active: 'k0', keys })
  // Each of the two exchanges has moved the key for itself: its wrapped form is not the same in both.
  const { h, account } = await withTwoAnswers(testKeyring(ring))
  const before = await recordOf(account.reference)
  expect(before.spare?.wrappedKey).not.toBe(before.credential?.wrappedKey)
  const object = await objectOf(account.reference)
  // The object as it will be after the deployment that makes another key the active one.
  const moved = await runInDurableObject(object, async (_, state) => {
    const other = new OwnerAccounts(state, { ...env, VAULT_KEYRING: ring })
    return other.rewrap({ v: 1, reference: account.reference, slug: account.slug })
  })
  expect(moved.kind).toBe('rewrapped')
  const { spare } = await recordOf(account.reference)
  expect(keyIdOf(spare?.wrappedKey ?? '')).toBe('k0')
  await evictDurableObject(object)
  laterBy(7_200_000)
  expect((await h.vend(account)).status).toBe(200)
})

test('F22: a disconnect leaves nothing of a spare behind', async () => {
  const { h, account, told } = await withTwoAnswers()
  const path = `/user_management/users/${account.userId}/connected_accounts/${account.slug}`
  expect((await h.api('DELETE', path)).status).toBe(204)
  const kept = JSON.stringify(await recordsOf(account.reference))
  expect(kept).not.toContain(told[0]?.credential.sealedRefresh ?? 'nothing was told')
})
