import { eventIdOf, type AccountChange } from '../../domain/event.ts'
import type { AccountStatus } from '../../domain/grant.ts'
import type { Owner } from '../../domain/owner.ts'
import { insertAccountEvents } from '../../storage/account-events.ts'
import type { Database, Write } from '../../storage/database.ts'

type Told = {
  readonly accountId: string
  readonly environmentId: string
  readonly integrationId: string
  readonly slug: string
  readonly owner: Owner
  readonly scopes: readonly string[]
  readonly state: AccountStatus
  readonly sequence: number
  readonly createdAt: number
  readonly updatedAt: number
}

const CHANGE_OF: Readonly<Record<AccountStatus, AccountChange>> = {
  connected: 'connected',
  needs_reauthorization: 'reauthorization_needed',
  disconnected: 'disconnected',
}

/**
 * Tells of a decision about an account (contract 3): to whoever knows of several connections, and if it
 * is the compatibility one to the others as well. To be committed with the account's row, and after it.
 */
export const tellAccount = (db: Database, told: Told): readonly Write[] =>
  insertAccountEvents(db, {
    id: eventIdOf(told.accountId, told.sequence),
    environmentId: told.environmentId,
    accountId: told.accountId,
    change: CHANGE_OF[told.state],
    data: accountEventData(told),
    createdAt: told.updatedAt,
  })

/** The data of an account's event, in the contract's words. No secret is among them. */
const accountEventData = (account: Told): Record<string, unknown> => ({
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
