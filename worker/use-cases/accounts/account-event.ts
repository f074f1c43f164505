import type { Owner } from '../../domain/owner.ts'

/** The data of an account's event, in the contract's words (contract 3). No secret is among them. */
export const accountEventData = (account: {
  readonly accountId: string
  readonly integrationId: string
  readonly slug: string
  readonly owner: Owner
  readonly scopes: readonly string[]
  readonly state: string
  readonly createdAt: number
  readonly updatedAt: number
}): Record<string, unknown> => ({
  object: 'connected_account',
  id: account.accountId,
  data_integration_id: account.integrationId,
  provider_slug: account.slug,
  user_id: account.owner.kind === 'user' ? account.owner.userId : null,
  organization_id: account.owner.organizationId,
  scopes: account.scopes,
  state: account.state,
  created_at: new Date(account.createdAt).toISOString(),
  updated_at: new Date(account.updatedAt).toISOString(),
})
