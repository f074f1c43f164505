/** The third and fourth phase of a rotation: everything moves to the active key, then the old one goes. */
import { evictDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { OwnerAccounts } from '../../refresh/owner-accounts.ts'
import { testKeyring } from '../../test/builders.ts'
import { dumpOf, forgetObject, objectOf, recordOf, rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { expectJson } from '../../test/wire.ts'
import { keyIdOf } from '../../vault/envelope.ts'
import { operatorPass } from '../../test/operator.ts'

afterEach(() => {
  vi.useRealTimers()
})

const ring = (active: string): string => {
  const { keys } = JSON.parse(env.VAULT_KEYRING) as { keys: Record<string, string> }
  return JSON.stringify({ active, keys })
}
const underOldKey = () => testKeyring(ring('k0'))

type Slice = {
  readonly moved: { readonly rows: number; readonly objects: number }
  readonly failed: number
  readonly remaining: { readonly rows: number; readonly objects: number }
}

const operator = async (h: Harness, method: string, path: string, pass?: string) =>
  h.api(method, path, undefined, {
    headers: { authorization: `Bearer ${pass ?? (await operatorPass())}` },
  })

const rewrap = async (h: Harness): Promise<Slice> =>
  expectJson<Slice>(await operator(h, 'POST', '/keys/k0/rewrap'), 200)

async function rewrapAll(h: Harness): Promise<void> {
  for (let slice = await rewrap(h); ; slice = await rewrap(h)) {
    if (slice.remaining.rows + slice.remaining.objects === 0) return
  }
}

const setUp = async (count = 1, expiresInSeconds = 3600) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const accounts = []
  for (let index = 0; index < count; index += 1) {
    accounts.push(
      await h.connectedAccount(provider, {
        userId: `user_${index}`,
        expiresInSeconds,
        keyring: underOldKey(),
      }),
    )
  }
  const [account] = accounts
  if (account === undefined) throw new Error('no account')
  return { h, provider, accounts, account }
}

const use = async (h: Harness, kid: string) => {
  const answer = await operator(h, 'GET', '/keys')
  const { data } = await expectJson<{ data: { id: string; rows: number; objects: number }[] }>(
    answer,
    200,
  )
  return data.find(({ id }) => id === kid)
}

const keyOf = async (account: { reference: Parameters<typeof recordOf>[0] }) =>
  keyIdOf((await recordOf(account.reference)).credential?.wrappedKey ?? '')

test('everything moves, nothing is read in vain, and the old key may go', async () => {
  const { h, accounts } = await setUp(12)
  expect(await use(h, 'k0')).toMatchObject({ rows: 12, objects: 12 })
  expect((await operator(h, 'POST', '/keys/k0/retire')).status).toBe(409)
  const rewrapping = { isDone: false }
  const reading = (async () => {
    let reads = 0
    while (!rewrapping.isDone) {
      for (const account of accounts) {
        expect((await h.vend(account)).token).toBe(account.accessToken)
        reads += 1
      }
    }
    return reads
  })()
  await rewrapAll(h)
  rewrapping.isDone = true
  expect(await reading).toBeGreaterThan(0)
  expect(await use(h, 'k0')).toMatchObject({ rows: 0, objects: 0 })
  expect((await operator(h, 'POST', '/keys/k0/retire')).status).toBe(200)

  const dump = JSON.stringify([
    await rowsOf('SELECT * FROM credential_versions'),
    await rowsOf('SELECT * FROM connected_accounts'),
    ...(await Promise.all(
      accounts.map(async ({ reference }) => dumpOf(await objectOf(reference))),
    )),
  ])
  expect(dump).not.toContain('w1.k0.')
  expect(dump).toContain('w1.k1.')
})

test('a rewrap that was stopped goes on, and what was moved is not moved again', async () => {
  const { h, account } = await setUp(3)
  const broken = vi.spyOn(OwnerAccounts.prototype, 'rewrap').mockImplementationOnce(async () => {
    throw new Error('killed')
  })
  const first = await rewrap(h)
  expect(first).toMatchObject({
    moved: { rows: 3, objects: 2 },
    failed: 1,
    remaining: { rows: 0, objects: 1 },
  })
  broken.mockRestore()
  expect(await rewrap(h)).toMatchObject({
    moved: { rows: 0, objects: 1 },
    remaining: { rows: 0, objects: 0 },
  })
  expect((await h.vend(account)).token).toBe(account.accessToken)
})

test('an object that D1 could not be told of is moved again, and D1 never says too much', async () => {
  const { h, account } = await setUp()
  const d1 = silenceD1(/^update "connected_accounts" set "object_key_id"/)
  expect((await rewrap(h)).remaining.objects).toBe(1)
  expect(await keyOf(account)).toBe('k1')
  d1.heal()
  await rewrapAll(h)
  expect(await use(h, 'k0')).toMatchObject({ rows: 0, objects: 0 })
})

test('a refresh while the object is moved loses neither', async () => {
  const { h, provider, account } = await setUp(1, -1)
  await provider.faults('refresh_token', { kind: 'delay', ms: 100 })
  const [vended] = await Promise.all([h.vend(account), rewrapAll(h)])
  expect(vended.token).toBeTypeOf('string')
  await rewrapAll(h)
  expect(await keyOf(account)).toBe('k1')
  expect((await h.vend(account)).token).toBe(vended.token)
  expect(await use(h, 'k0')).toMatchObject({ rows: 0, objects: 0 })
  expect((await recordOf(account.reference)).credential?.epoch).toBe(2)
})

test('a refresh alone leaves the old key behind', async () => {
  const { h, account } = await setUp(1, -1)
  expect((await h.vend(account)).status).toBe(200)
  expect(await keyOf(account)).toBe('k1')
})

test('the moved copy is what survives the object’s memory, and it refreshes', async () => {
  const { h, provider, account } = await setUp()
  await h.vend(account)
  await rewrapAll(h)
  await evictDurableObject(await objectOf(account.reference))
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_700_000 })
  expect((await h.vend(account)).status).toBe(200)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('an object that has lost everything is moved as D1 has it', async () => {
  const { h, account } = await setUp()
  await forgetObject(account.reference)
  await rewrapAll(h)
  expect((await h.vend(account)).token).toBe(account.accessToken)
  expect(await keyOf(account)).toBe('k1')
})

test('a grant that waits to be given back is moved with the rest', async () => {
  const { h, provider, account } = await setUp()
  await provider.faults(
    'revocation',
    { kind: 'status', status: 503 },
    { kind: 'status', status: 503 },
  )
  await h.api(
    'DELETE',
    `/user_management/users/${account.userId}/connected_accounts/${account.slug}`,
  )
  await expect.poll(async () => (await provider.seen()).revocations.length).toBe(2)
  expect((await recordOf(account.reference)).revoking).not.toBeNull()
  await rewrapAll(h)
  expect(keyIdOf((await recordOf(account.reference)).revoking?.credential.wrappedKey ?? '')).toBe(
    'k1',
  )
  const [row] = await rowsOf<{ wrapped_key: string }>(
    'SELECT wrapped_key FROM revocations WHERE account_id = ?',
    account.accountId,
  )
  expect(row?.wrapped_key).toMatch(/^w1\.k1\./)
})

test('a row that does not open is left as it is, and said so', async () => {
  const { h, account } = await setUp()
  await rowsOf(
    `UPDATE credential_versions SET wrapped_key = 'w1.k0.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAA.AAAA' WHERE account_id = ?`,
    account.accountId,
  )
  expect(await rewrap(h)).toMatchObject({ failed: 1, remaining: { rows: 1, objects: 0 } })
  expect((await operator(h, 'POST', '/keys/k0/retire')).status).toBe(409)
  await rowsOf('DELETE FROM credential_versions WHERE account_id = ?', account.accountId)
})

test.each([
  ['an unknown key', '/keys/k9/rewrap', 404, 'key_unknown'],
  ['the active key', '/keys/k1/rewrap', 409, 'key_active'],
  ['the active key, to be retired', '/keys/k1/retire', 409, 'key_active'],
])('%s is refused', async (_, path, status, code) => {
  const h = await seedEnvironment()
  const answer = await operator(h, 'POST', path)
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ code })
})

test('only an operator’s living pass is let in', async () => {
  const h = await seedEnvironment()
  const now = Date.now()
  const genuine = await operatorPass(now)
  const [version, expires = '', mac = ''] = genuine.split('.')
  const passes = [
    h.environment.apiKey,
    '',
    await operatorPass(now - 301_000),
    await operatorPass(now + 3_600_000),
    `${version}.${Number(expires) + 1}.${mac}`,
    `${version}.${expires}.${mac.replace(/^./, (first) => (first === '0' ? '1' : '0'))}`,
    `${genuine}x`,
  ]
  for (const pass of passes) {
    const answer = await operator(h, 'GET', '/keys', pass)
    expect([pass, answer.status]).toEqual([pass, 401])
  }
  expect((await operator(h, 'GET', '/keys', genuine)).status).toBe(200)
  const page = await h.api('GET', '/keys', undefined, {
    headers: { authorization: `Bearer ${genuine}`, origin: 'https://app.example.com' },
  })
  expect(page.status).toBe(403)
})
