/** Jobs read what is due and not the table: D1's own word on how it finds the rows. */
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { openDatabase } from './database.ts'
import { countKeyUse, objectsUnderKey, rowsUnderKey } from './key-use.ts'
import { dueAccounts } from './observations.ts'
import { overridesOf } from './organization-overrides.ts'
import { dueRevocations } from './revocations.ts'
import { readVendCheck } from './vend-checks.ts'

/** The plan of every statement that a function sends, one line a step. */
async function plansOf(work: (db: ReturnType<typeof openDatabase>) => Promise<unknown>) {
  const d1 = Object.getPrototypeOf(env.DB) as D1Database
  const queries: string[] = []
  const prepare = Object.getOwnPropertyDescriptor(d1, 'prepare')?.value as D1Database['prepare']
  const spy = vi.spyOn(d1, 'prepare').mockImplementation(function (this: D1Database, query) {
    queries.push(query)
    return prepare.call(this, query)
  })
  await work(openDatabase(env.DB))
  spy.mockRestore()
  const plans: string[] = []
  for (const query of queries) {
    const values = Array.from({ length: query.split('?').length - 1 }, () => 1)
    const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${query}`)
      .bind(...values)
      .all<{ detail: string }>()
    plans.push(...results.map(({ detail }) => detail))
  }
  return plans
}

test('the care sweep scans integrations, and finds what is due of each by its index', async () => {
  const plans = await plansOf((db) => dueAccounts(db, { now: 1, perIntegration: 100, page: 500 }))
  expect(plans.join('\n')).toContain('USING INDEX connected_accounts_due')
  expect(plans.filter((step) => /^SCAN (?:connected_accounts|due)/.test(step))).toEqual([])
})

test('what a vend checks is looked up, and scans nothing', async () => {
  const plans = await plansOf(async (db) => {
    await readVendCheck(db, { keyId: 'k', slug: 's', ownership: 'user', organizationId: 'o' })
    await overridesOf(db, 'e', 'o')
  })
  expect(plans.join('\n')).toContain('USING INDEX organization_overrides_by_organization')
  expect(plans.filter((step) => step.startsWith('SCAN'))).toEqual([])
})

test('due revocations are found by their index', async () => {
  const plans = await plansOf((db) => dueRevocations(db, 1, 20))
  expect(plans).toEqual([expect.stringContaining('USING INDEX revocations_due')])
})

test('what a key wraps is found by its range', async () => {
  const plans = await plansOf(async (db) => {
    await rowsUnderKey(db, 'k1', 10)
    await countKeyUse(db, 'k1')
    await objectsUnderKey(db, 'k1', 10)
  })
  const scans = plans.filter((step) => step.startsWith('SCAN'))
  // Attempts live for a day: a small table, whose candidates are JSON.
  expect(new Set(scans)).toEqual(new Set(['SCAN connect_attempts']))
  for (const index of [
    'credential_versions_by_key',
    'client_versions_by_key',
    'revocations_by_key',
    'connected_accounts_by_object_key',
  ]) {
    expect(plans.join('\n')).toContain(index)
  }
})
