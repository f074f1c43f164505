/** One owner with two connections to the strict provider: the compatibility one, and one beside it. */
import { expect } from 'vitest'
import type { AccountRecord } from '../domain/grant.ts'
import { recordsOf } from './faults.ts'
import { seedEnvironment, type TestAccount } from './harness.ts'

export const PATH = '/user_management/users/user_1/connected_accounts/strict'

export const twoConnections = async (expiresInSeconds = 3600) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const first = await h.connectedAccount(provider, { expiresInSeconds, providerAccount: 'one' })
  const second = await h.connectedAccount(provider, {
    expiresInSeconds,
    intent: 'add',
    providerAccount: 'two',
    accountDisplayName: 'Work',
  })
  /** The token of just this connection. */
  const vend = (account: TestAccount) =>
    h.vend(account, {}, { connected_account_id: account.accountId })
  const disconnect = ({ accountId }: TestAccount) =>
    h.api('DELETE', `${PATH}?connected_account_id=${accountId}`)
  return { h, provider, first, second, vend, disconnect }
}

/** The record that an owner's object keeps of one of several accounts. */
export const recordOfAccount = async ({
  reference,
  accountId,
}: TestAccount): Promise<AccountRecord> => {
  const record = (await recordsOf(reference)).find((one) => one.accountId === accountId)
  if (record === undefined) throw new Error('the object keeps no such account')
  return record
}

/** Behind an answer its object writes that the token was asked for. */
export const noted = (account: TestAccount) =>
  expect.poll(async () => (await recordOfAccount(account)).lastUsedAt).not.toBeNull()
