/** What the dashboard asks is found by keys and indexes, with a million connections as with none. */
import { expect, test } from 'vitest'
import type { ConnectedAccount } from '../domain/integration.ts'
import { plansOf } from '../test/query-plans.ts'
import { accountRows, isAnyUsed, searchAccounts } from './account-search.ts'
import { readPast } from './account-timeline.ts'
import { connectionCountsOf, dailyCountsSince } from './counters.ts'
import { listAudit } from './operator-audit.ts'
import { listOverrides } from './override-list.ts'
import { passkeyByCredential } from './operator-passkeys.ts'
import { deleteEndedSessions, sessionByToken, sessionsOf } from './operator-sessions.ts'

const ROW = {
  id: 'data_installation_1',
  owner: { kind: 'user', userId: 'u', organizationId: null },
} as unknown as ConnectedAccount

test('a million connections are searched, counted and remembered by keys', async () => {
  const account = { ...ROW, environmentId: 'e', integrationId: 'i' } as const
  const filter = { provider: undefined, state: undefined }
  const plans = await plansOf(async (db) => {
    await searchAccounts(db, 'e', 'user_', filter, 10)
    await accountRows(db, 'e', ['a', 'b'])
    await readPast(db, account)
    await connectionCountsOf(db, 'e')
    await dailyCountsSince(db, 'e', '2026-11-01')
    await isAnyUsed(db, 'e')
  })
  for (const index of ['by_user', 'by_organization', 'list']) {
    expect(plans.join('\n')).toContain(`connected_accounts_${index}`)
  }
  expect(plans.join('\n')).toContain('sqlite_autoindex_connected_accounts_1 (id=?)')
  expect(plans.join('\n')).not.toContain('connected_accounts_by_owner')
  expect(plans.filter((step) => /^SCAN (?!newest|\(subquery)/.test(step))).toEqual([])
  expect(plans.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
})

test('what organizations have set is found by indexes, of all, of a provider, of an organization', async () => {
  const page = { limit: 10, order: 'desc', after: { id: 'x', rank: null }, before: null } as const
  const all = { integrationId: undefined, organizationId: undefined }
  const plans = await plansOf(async (db) => {
    await listOverrides(db, 'e', all, page)
    await listOverrides(db, 'e', { ...all, integrationId: 'i' }, page)
    await listOverrides(db, 'e', { ...all, organizationId: 'o' }, page)
  })
  for (const index of [
    'list (environment_id=? AND id<?)',
    'by_integration (environment_id=? AND d',
    'of_one (environment_id=? AND o',
  ]) {
    expect(plans.join('\n')).toContain(`organization_overrides_${index}`)
  }
  expect(plans.filter((step) => /^SCAN|TEMP B-TREE/.test(step))).toEqual([])
})

test('operators, their sessions and what they did are found by indexes', async () => {
  const page = { limit: 10, order: 'desc', after: null, before: null } as const
  const plans = await plansOf(async (db) => {
    await sessionByToken(db, 'h')
    await sessionsOf(db, 'o')
    await passkeyByCredential(db, 'c')
    await listAudit(db, 'e', page)
    await deleteEndedSessions(db, 1)
  })
  expect(plans.join('\n')).toContain('operator_sessions_by_token')
  expect(plans.join('\n')).toContain('operator_audit_by_environment')
  expect(plans.filter((step) => step.startsWith('SCAN'))).toEqual([])
})
