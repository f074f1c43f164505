/** Jobs read what is due, lists what they show, and neither the table: D1's own word on how it finds the rows. */
import { expect, test } from 'vitest'
import { explain, plansOf, statementsOf } from '../test/query-plans.ts'
import { listAccounts, type AccountFilter } from './account-lists.ts'
import { listApiKeys } from './api-keys.ts'
import { compatibilityAccount, connectionsOf, isAccountHeld } from './connected-accounts.ts'
import { claimCompatibility, deleteAbandonedAccount } from './connection-slots.ts'
import { listIntegrations } from './data-integrations.ts'
import { commit } from './database.ts'
import { accountsOfJob, resultsOf } from './disconnect-jobs.ts'
import { listEnvironments } from './environments.ts'
import { deleteIdempotencyKeysBefore } from './idempotency-keys.ts'
import { FIRST_ROW } from './key-place.ts'
import { countKeyUse, rowsUnderKey } from './key-use.ts'
import { objectsUnderKey } from './object-keys.ts'
import { dueAccounts } from './observations.ts'
import { overridesOf } from './organization-overrides.ts'
import type { Page } from './page.ts'
import { dueRevocations } from './revocations.ts'
import { readVendCheck } from './vend-checks.ts'

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
  expect(plans.join('\n')).toContain(
    'organization_overrides_by_integration (environment_id=? AND data_integration_id=?)',
  )
  expect(plans.filter((step) => step.startsWith('SCAN'))).toEqual([])
})

test('due revocations are found by their index', async () => {
  const plans = await plansOf((db) => dueRevocations(db, 1, 20))
  expect(plans).toEqual([expect.stringContaining('USING INDEX revocations_due')])
})

test('the connections of an owner are found by their owner, old keys of requests by their age', async () => {
  const owned = {
    environmentId: 'environment_1',
    integrationId: 'data_integration_1',
    owner: { kind: 'user', userId: 'user_1', organizationId: null },
  } as const
  const reference = { ...owned, environmentKind: 'sandbox' } as const
  const holder = { accountId: 'a', sequence: 1, ifPending: true }
  const at = { environmentId: 'environment_1', accountId: 'a' }
  const plans = await plansOf(async (db) => {
    await connectionsOf(db, owned)
    await compatibilityAccount(db, reference)
    await commit(db, [claimCompatibility(db, reference, holder, 1)])
    await commit(db, deleteAbandonedAccount(db, at, 1))
    await deleteIdempotencyKeysBefore(db, 1)
  })
  expect(plans.filter((step) => step.startsWith('SCAN'))).toEqual([])
  expect(plans.join('\n')).toContain('connected_accounts_by_owner')
  expect(plans.join('\n')).toContain('idempotency_keys_by_age')
})

test('what a key wraps is found by its range', async () => {
  const plans = await plansOf(async (db) => {
    await rowsUnderKey(db, 'k1', FIRST_ROW, 10)
    await countKeyUse(db, 'k1')
    await objectsUnderKey(db, 'k1', 0, 10)
  })
  const scans = plans.filter((step) => step.startsWith('SCAN'))
  // Attempts live for a day: a small table, whose candidates are JSON.
  expect(new Set(scans)).toEqual(new Set(['SCAN connect_attempts']))
  expect(plans.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
  for (const index of [
    'credential_versions_by_key',
    'client_versions_by_key',
    'revocations_by_key',
    'connected_accounts_by_object_key',
  ]) {
    expect(plans.join('\n')).toContain(index)
  }
})

const withoutTerms = (step: string): string => step.replace(/ \(.*/, '')

const [HERE, THERE] = [
  { id: 'a', rank: 1 },
  { id: 'b', rank: 2 },
]
/** Every way to ask for a page. */
const PAGES: readonly Page[] = [
  { order: 'desc', limit: 10, before: null, after: null },
  { order: 'asc', limit: 10, before: null, after: HERE },
  { order: 'desc', limit: 10, before: HERE, after: null },
  { order: 'asc', limit: 10, before: THERE, after: HERE },
]

const ALL: AccountFilter = {
  provider: 'github',
  userId: 'u',
  organizationId: 'o',
  ownerKind: 'organization',
  state: 'needs_reauthorization',
  authMethod: 'api_key',
  needsUserBefore: 1,
  lastErrorClass: 'retry',
  accountIdentifier: 'i',
}
const MANY: Partial<AccountFilter> = { ownerKind: 'user', state: 'connected', authMethod: 'oauth' }

/** Every combination of filters; alone and in pairs with the values that nearly all have, too. */
function* filters(): Generator<AccountFilter> {
  const names = Object.keys(ALL) as (keyof AccountFilter)[]
  for (let bits = 0; bits < 2 ** names.length; bits += 1) {
    const chosen = names.filter((_, index) => (bits >> index) % 2 === 1)
    const pick = (from: Partial<AccountFilter>) =>
      Object.fromEntries(
        names.map((name) => [name, chosen.includes(name) ? from[name] : undefined]),
      ) as AccountFilter
    yield pick(ALL)
    if (chosen.length < 3 && chosen.some((name) => name in MANY)) yield pick({ ...ALL, ...MANY })
  }
}

/** The index by which connections are found, for what is asked: the first that fits. */
const LEADS: readonly [(filter: AccountFilter) => boolean, string][] = [
  [({ accountIdentifier }) => accountIdentifier !== undefined, 'by_identifier'],
  [({ userId, organizationId }) => ![userId, organizationId].includes(undefined), 'by_owner'],
  [({ userId }) => userId !== undefined, 'by_user'],
  [({ needsUserBefore }) => needsUserBefore !== undefined, 'by_need'],
  [({ lastErrorClass }) => lastErrorClass !== undefined, 'by_error'],
  [({ state }) => state === 'needs_reauthorization', 'to_reauthorize'],
  [
    ({ ownerKind, organizationId }) => ownerKind === 'organization' && organizationId !== undefined,
    'by_owner',
  ],
  [({ organizationId }) => organizationId !== undefined, 'by_organization'],
  [({ ownerKind }) => ownerKind === 'organization', 'by_user'],
  [({ provider }) => provider !== undefined, 'by_provider'],
  [({ authMethod }) => authMethod !== undefined && authMethod !== 'oauth', 'by_auth_method'],
  [() => true, 'list'],
]

test('a page of connections is one search of one index, whatever is asked', async () => {
  const asked = [...filters()].flatMap((filter) => PAGES.map((page) => ({ filter, page })))
  const statements = await statementsOf(async (db) => {
    for (const { filter, page } of asked) await listAccounts(db, 'e', filter, page)
  })
  expect(statements).toHaveLength(asked.length)
  const plans = await explain(statements)
  const seen = new Set<string>()
  for (const [at, { filter, page }] of asked.entries()) {
    const [, index = ''] = LEADS.find(([fits]) => fits(filter)) ?? []
    // What one account at a provider, or one user holds, is little: put in order as it is found.
    const isSorted = filter.needsUserBefore !== undefined && index !== 'by_need'
    expect([filter, page, plans[at]?.map(withoutTerms)]).toEqual([
      filter,
      page,
      [
        `SEARCH connected_accounts USING INDEX connected_accounts_${index}`,
        ...(isSorted ? ['USE TEMP B-TREE FOR ORDER BY'] : []),
      ],
    ])
    seen.add(index)
  }
  expect(seen.size).toBe(new Set(LEADS.map(([, index]) => index)).size)
})

test('a page of any other list is found by its index, in the order in which it is shown', async () => {
  const job = { id: 'j', environmentId: 'e' }
  const plans = await plansOf(async (db) => {
    for (const page of PAGES) {
      await listApiKeys(db, 'e', page)
      await listIntegrations(db, 'e', { ownership: 'user', credentialsType: undefined }, page)
      await listEnvironments(db, page)
      await resultsOf(db, job, page)
    }
  })
  expect(plans.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
  expect(new Set(plans.map(withoutTerms))).toEqual(
    new Set([
      'SEARCH api_keys USING INDEX api_keys_by_environment',
      'SEARCH data_integrations USING INDEX data_integrations_list',
      'SEARCH custom_providers USING INDEX sqlite_autoindex_custom_providers_1',
      'SEARCH client_versions USING INDEX sqlite_autoindex_client_versions_1',
      // A page of them is the first so many rows of the index.
      'SCAN environments USING INDEX sqlite_autoindex_environments_1',
      'SEARCH environments USING INDEX sqlite_autoindex_environments_1',
      'SEARCH disconnect_job_accounts USING INDEX sqlite_autoindex_disconnect_job_accounts_1',
      'SEARCH connected_accounts USING INDEX sqlite_autoindex_connected_accounts_1',
    ]),
  )
})

test('one owner, one account at a provider, and a job’s next accounts are found without a scan', async () => {
  const reference = {
    environmentId: 'e',
    environmentKind: 'sandbox' as const,
    integrationId: 'i',
    owner: { kind: 'organization' as const, userId: '', organizationId: 'o' },
  }
  const [owner] = await plansOf((db) => connectionsOf(db, reference))
  expect(owner).toContain('INDEX connected_accounts_by_owner')
  const owned = { ...reference, slug: 'github' }
  const held = await plansOf((db) => isAccountHeld(db, owned, 'octocat'))
  expect(held.join('\n')).toContain('INDEX connected_accounts_by_identifier')
  expect(held.filter((step) => step.startsWith('SCAN'))).toEqual([])
  const job = {
    id: 'j',
    environmentId: 'e',
    selector: { organizationId: 'o' },
    cursor: 'a',
    state: 'running' as const,
    until: 1,
    createdAt: 1,
    updatedAt: 1,
  }
  const next = await plansOf((db) => accountsOfJob(db, job, 20))
  expect(next).toEqual([expect.stringContaining('INDEX connected_accounts_by_organization')])
})
