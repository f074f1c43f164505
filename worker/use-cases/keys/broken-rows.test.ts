/** Rows that nobody can open: they are counted, and hide nothing that can be moved. */
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { OwnerAccounts } from '../../refresh/owner-accounts.ts'
import { testKeyring } from '../../test/builders.ts'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { operatorPass } from '../../test/operator.ts'
import { expectJson } from '../../test/wire.ts'

/** More than a slice of a rewrap, and of a check. */
const BROKEN = 620

type Amounts = { readonly rows: number; readonly objects: number }
type Slice = {
  readonly moved: Amounts
  readonly failed: number
  readonly remaining: Amounts
  readonly after: string | null
}
type Check = { readonly checked: number; readonly broken: number; readonly after: string | null }

afterEach(async () => {
  await rowsOf(`DELETE FROM credential_versions WHERE wrapped_key LIKE 'w1.k0.%'`)
})

const operator = async (h: Harness, method: string, path: string) =>
  h.api(method, path, undefined, {
    headers: { authorization: `Bearer ${await operatorPass()}` },
  })

const pathOf = (path: string, after: string): string =>
  after === '' ? path : `${path}?after=${encodeURIComponent(after)}`

async function* walk<T extends { readonly after: string | null }>(
  h: Harness,
  method: string,
  path: string,
): AsyncGenerator<T> {
  for (let after: string | null = ''; after !== null;) {
    const slice: T = await expectJson<T>(await operator(h, method, pathOf(path, after)), 200)
    yield slice
    after = slice.after
  }
}

const all = async <T>(slices: AsyncGenerator<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const slice of slices) found.push(slice)
  return found
}

/** Rows under a data key that sorts before all others, each of another account. */
async function breakRows(environmentId: string): Promise<void> {
  await rowsOf(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${BROKEN})
     INSERT INTO credential_versions (environment_id, account_id, grant_id, epoch, sealed_access, wrapped_key, scopes, metadata, created_at)
     SELECT ?, 'broken_' || i, 'grant_' || i, 1, 'v1.a.b.c', 'w1.k0.AAAA' || printf('%012d', i) || '.AAAAAAAAAAAAAAAA.AAAA', '[]', '{}', 0 FROM n`,
    environmentId,
  )
}

const setUp = async (count: number) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const { keys } = JSON.parse(env.VAULT_KEYRING) as { readonly keys: Record<string, string> }
  const keyring = testKeyring(JSON.stringify({ active: 'k0', keys }))
  for (let index = 0; index < count; index += 1) {
    await h.connectedAccount(provider, { userId: `user_${index}`, keyring })
  }
  return h
}

test('more broken rows than a slice takes hide none that can be moved', async () => {
  const h = await setUp(3)
  await breakRows(h.environment.id)
  const slices = await all(walk<Slice>(h, 'POST', '/keys/k0/rewrap'))
  expect(slices.length).toBeGreaterThan(BROKEN / 100)
  const sum = (of: (slice: Slice) => number) =>
    slices.reduce((total, slice) => total + of(slice), 0)
  expect(sum(({ moved }) => moved.rows)).toBe(3)
  expect(sum(({ failed }) => failed)).toBe(BROKEN)
  expect(slices.at(-1)?.remaining).toEqual({ rows: BROKEN, objects: 0 })
  // The next walk moves nothing, and ends.
  const again = await all(walk<Slice>(h, 'POST', '/keys/k0/rewrap'))
  expect(again.every(({ moved }) => moved.rows === 0)).toBe(true)
  expect((await operator(h, 'POST', '/keys/k0/retire')).status).toBe(409)
})

test('broken rows are counted, and nothing is changed by that', async () => {
  const h = await setUp(2)
  await breakRows(h.environment.id)
  const before = await rowsOf(`SELECT * FROM credential_versions ORDER BY account_id`)
  const checks = await all(walk<Check>(h, 'GET', '/keys/k0/check'))
  expect(checks.length).toBeGreaterThan(1)
  const count = (of: (check: Check) => number) => checks.reduce((sum, one) => sum + of(one), 0)
  expect(count(({ checked }) => checked)).toBe(BROKEN + 2)
  expect(count(({ broken }) => broken)).toBe(BROKEN)
  expect(await rowsOf(`SELECT * FROM credential_versions ORDER BY account_id`)).toEqual(before)
})

test('a data key whose rows a page would cut is taken whole, in the next page', async () => {
  const h = await setUp(0)
  // The hundredth row and the one behind it are of one key.
  await breakRows(h.environment.id)
  await rowsOf(
    `UPDATE credential_versions SET wrapped_key = (
       SELECT wrapped_key FROM credential_versions WHERE account_id = 'broken_100'
     ) WHERE account_id = 'broken_101'`,
  )
  const slices = await all(walk<Slice>(h, 'POST', '/keys/k0/rewrap'))
  expect(slices.slice(0, 2).map(({ failed }) => failed)).toEqual([99, 99])
  expect(slices.reduce((total, { failed }) => total + failed, 0)).toBe(BROKEN)
})

test('texts that name no data key hide none that does', async () => {
  const h = await setUp(1)
  await breakRows(h.environment.id)
  await rowsOf(
    `UPDATE credential_versions SET wrapped_key = 'w1.k0.' WHERE account_id LIKE 'broken_%'`,
  )
  // Sorts right behind them: an id of a data key may begin with a hyphen.
  const hyphened = 'w1.k0.-BCDEFGHIJKLMNOP.AAAAAAAAAAAAAAAA.AAAA'
  await rowsOf(
    `UPDATE credential_versions SET wrapped_key = ? WHERE account_id = 'broken_1'`,
    hyphened,
  )
  const checks = await all(walk<Check>(h, 'GET', '/keys/k0/check'))
  // Of the same text no more is looked at than a page holds.
  expect(checks.map(({ checked }) => checked)).toEqual([500, 2])
  expect(checks.map(({ broken }) => broken)).toEqual([500, 1])
})

test('objects that cannot be reached hide none that can', async () => {
  const h = await setUp(60)
  const spy = vi.spyOn(OwnerAccounts.prototype, 'rewrap')
  for (let index = 0; index < 50; index += 1) {
    spy.mockImplementationOnce(async () => ({ kind: 'unavailable' }))
  }
  const slices = await all(walk<Slice>(h, 'POST', '/keys/k0/rewrap'))
  expect(spy).toHaveBeenCalledTimes(60)
  expect(slices.map(({ moved }) => moved.objects)).toEqual([0, 10])
  expect(slices.at(-1)?.remaining.objects).toBe(50)
  await all(walk<Slice>(h, 'POST', '/keys/k0/rewrap'))
})

test.each([
  ['made up', 'eyJyb3dzIjp7fX0.0f1e2d3c4b5a69788796a5b4c3d2e1f0'],
  ['not signed', 'eyJyb3dzIjp7fX0'],
  ['too long', 'a'.repeat(2001)],
])('a place that is %s is refused', async (_, after) => {
  const h = await seedEnvironment()
  for (const [method, path] of [
    ['POST', '/keys/k0/rewrap'],
    ['GET', '/keys/k0/check'],
  ] as const) {
    const answer = await operator(h, method, `${path}?after=${after}`)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'after' }] })
  }
})
