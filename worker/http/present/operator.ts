import type { AccessApplication } from '../../domain/access.ts'
import type { Operator, OperatorSession } from '../../domain/operator.ts'
import { freshUntil } from '../../domain/operator.ts'
import type { AuditRow } from '../../storage/operator-audit.ts'
import type { Passkey } from '../../storage/operator-passkeys.ts'
import type { Invitation } from '../../storage/operators.ts'
import type { Ceremony } from '../../use-cases/operators/ceremony.ts'
import type { Caller } from '../../use-cases/operators/sign-in.ts'
import { isoTime, isoTimeOrNull } from './times.ts'

export const presentOperator = ({ id, name, email, role, createdAt, lastSeenAt }: Operator) => ({
  object: 'operator' as const,
  id,
  name,
  email,
  role,
  created_at: isoTime(createdAt),
  last_seen_at: isoTimeOrNull(lastSeenAt),
})

/** @param currentId the session that asks */
export const presentSession = (session: OperatorSession, currentId: string) => ({
  object: 'operator_session' as const,
  id: session.id,
  current: session.id === currentId,
  method: session.method,
  created_at: isoTime(session.createdAt),
  last_seen_at: isoTime(session.lastSeenAt),
  expires_at: isoTime(session.expiresAt),
  ip_address: session.ipAddress,
  user_agent: session.userAgent,
})

/** @param access where it signs people in; null: passkeys do */
export const presentState = (
  state: 'set_up' | 'signed_out' | Caller,
  access: AccessApplication | null,
) => {
  const caller = typeof state === 'string' ? null : state
  return {
    object: 'operator_state' as const,
    state: typeof state === 'string' ? state : ('signed_in' as const),
    sign_in_with: [access === null ? ('passkey' as const) : ('access' as const)],
    operator: caller === null ? null : presentOperator(caller.operator),
    session: caller === null ? null : presentSession(caller.session, caller.session.id),
    fresh_until: caller === null ? null : isoTime(freshUntil(caller.session)),
  }
}

export const presentCeremony = ({ challengeId, options }: Ceremony) => ({
  object: 'passkey_ceremony' as const,
  challenge_id: challengeId,
  options,
})

export const presentPasskey = ({ id, name, isSynced, createdAt, lastUsedAt }: Passkey) => ({
  object: 'passkey' as const,
  id,
  name,
  synced: isSynced,
  created_at: isoTime(createdAt),
  last_used_at: isoTimeOrNull(lastUsedAt),
})

/** Without its token: the link is shown once, when it is made. */
export const presentInvitation = ({ id, name, email, role, createdAt, expiresAt }: Invitation) => ({
  object: 'operator_invitation' as const,
  id,
  name,
  email,
  role,
  created_at: isoTime(createdAt),
  expires_at: isoTime(expiresAt),
})

export const presentAudit = (row: AuditRow) => ({
  object: 'audit_entry' as const,
  id: row.id,
  at: isoTime(row.at),
  operator: row.operatorId === null ? null : { id: row.operatorId, name: row.operatorName ?? '' },
  action: row.action,
  environment_id: row.environmentId,
  target: row.target,
  details: row.details,
  ip_address: row.ipAddress,
  country: row.country,
  user_agent: row.userAgent,
})
