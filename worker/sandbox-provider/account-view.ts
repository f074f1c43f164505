/** An account as its operator sees it: no token and no digest of one. */
import type { Account, Grant } from './records.ts'

export type AccountView = Account & {
  readonly grants: readonly Pick<Grant, 'scopes' | 'endedBy'>[]
}

export const viewOf = (account: Account & { readonly grants: readonly Grant[] }): AccountView => ({
  ...account,
  grants: account.grants.map(({ scopes, endedBy }) => ({ scopes, endedBy })),
})
