import type { ConnectedAccountLabel } from '../../contract/error.ts'
import type { ConnectionLabel } from '../../domain/connections.ts'

/** What tells connections apart, where one of them has to be chosen. */
export const presentConnectionLabel = (label: ConnectionLabel): ConnectedAccountLabel => ({
  id: label.id,
  account_identifier: label.accountIdentifier,
  account_display_name: label.accountDisplayName,
})
