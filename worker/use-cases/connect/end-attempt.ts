/** Ends an attempt without a connection, and tells of it once. */
import type { ConnectAttempt } from '../../storage/connect-attempts.ts'
import { endAttempt as endAttemptRow } from '../../storage/connect-attempts.ts'
import { commit } from '../../storage/database.ts'
import { insertEvent } from '../../storage/events.ts'
import type { Deps } from '../deps.ts'

export type AttemptFailureCode =
  | 'access_denied'
  | 'attempt_expired'
  | 'provider_error'
  | 'exchange_failed'
  | 'exchange_unknown'
  | 'configuration_changed'
  | 'integration_disabled'
  | 'issuer_mismatch'
  | 'completion_refused'
  | 'storage_failed'

/**
 * @param providerError the provider's error code, already reduced to a known word
 * @returns whether this call ended it; false when somebody else was first
 */
export async function endAttempt(
  deps: Deps,
  attempt: ConnectAttempt,
  status: 'failed' | 'rejected',
  code: AttemptFailureCode,
  providerError?: string,
): Promise<boolean> {
  const now = deps.clock()
  const ended = await endAttemptRow(deps.db, attempt, status, code, now)
  if (ended === undefined) return false
  deps.log.warn('connect_failed', {
    environment_id: attempt.environmentId,
    attempt_id: attempt.id,
    slug: attempt.slug,
    outcome: status,
    code,
    reason: providerError,
  })
  const event = insertEvent(deps.db, {
    id: `event_${attempt.id.replace(/^attempt_/, '')}_failed`,
    environmentId: attempt.environmentId,
    name: 'pipes.connected_account.connection_failed',
    data: {
      object: 'connection_failed',
      data_integration_id: attempt.dataIntegrationId,
      provider_slug: attempt.slug,
      user_id: attempt.ownerKind === 'user' ? attempt.userId : null,
      organization_id: attempt.organizationId === '' ? null : attempt.organizationId,
      error_code: code,
      error_reason: null,
      provider_error: providerError ?? null,
      provider_error_description: null,
      created_at: new Date(now).toISOString(),
    },
    createdAt: now,
  })
  await commit(deps.db, [event])
  return true
}
