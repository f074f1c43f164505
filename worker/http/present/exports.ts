/** Rows of exported files: what the lists show, one value a column. No credential is among it, not even its end. */
import type { ConnectedAccount } from '../../domain/integration.ts'
import type { AuditRow } from '../../storage/operator-audit.ts'
import { presentListedAccount } from './connected-account.ts'
import { presentAudit } from './operator.ts'

export const AUDIT_COLUMNS = [
  'id',
  'at',
  'operator_id',
  'operator_name',
  'action',
  'environment_id',
  'target',
  'details',
  'ip_address',
  'country',
  'user_agent',
] as const

export function exportAudit(row: AuditRow) {
  const { object: _, operator, ...shown } = presentAudit(row)
  return { ...shown, operator_id: operator?.id ?? null, operator_name: operator?.name ?? null }
}

export const CONNECTION_COLUMNS = [
  'id',
  'provider',
  'user_id',
  'organization_id',
  'connection_role',
  'auth_method',
  'state',
  'account_identifier',
  'account_display_name',
  'scopes',
  'created_at',
  'updated_at',
  'last_used_at',
  'last_refreshed_at',
  'last_error_class',
  'last_error_code',
  'last_error_at',
  'needs_user_at',
  'needs_user_reason',
] as const

export function exportConnection(account: ConnectedAccount) {
  const shown = presentListedAccount(account)
  return {
    id: shown.id,
    provider: shown.provider_slug,
    user_id: shown.user_id,
    organization_id: shown.organization_id,
    connection_role: shown.connection_role,
    auth_method: shown.auth_method,
    state: shown.state,
    account_identifier: shown.account_identifier,
    account_display_name: shown.account_display_name,
    scopes: shown.scopes,
    created_at: shown.created_at,
    updated_at: shown.updated_at,
    last_used_at: shown.last_used_at,
    last_refreshed_at: shown.last_refreshed_at,
    last_error_class: shown.last_error?.class ?? null,
    last_error_code: shown.last_error?.code ?? null,
    last_error_at: shown.last_error?.at ?? null,
    needs_user_at: shown.needs_user_at,
    needs_user_reason: shown.needs_user_reason,
  }
}
