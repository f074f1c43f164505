/** Ends an attempt without a connection, and tells of it once. */
import type { Event } from '../../domain/event.ts'
import type { ConnectAttempt } from '../../storage/connect-attempts.ts'
import { endAttempt as endAttemptRow } from '../../storage/connect-attempts.ts'
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

type Ending = {
  readonly status: 'failed' | 'rejected'
  readonly code: AttemptFailureCode
  /** The provider's error code, already reduced to a known word. */
  readonly providerError?: string | undefined
  /** The states in which it may be ended; any open one unless told. */
  readonly from?: readonly ConnectAttempt['status'][] | undefined
}

/** @returns whether this call ended it; false when somebody else was first */
export async function endAttempt(
  deps: Deps,
  attempt: ConnectAttempt,
  { status, code, providerError, from }: Ending,
): Promise<boolean> {
  const now = deps.clock()
  const event: Event = {
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
  }
  const ending = { status, failureCode: code }
  if (!(await endAttemptRow(deps.db, attempt, ending, event, from))) return false
  deps.log.warn('connect_failed', {
    environment_id: attempt.environmentId,
    attempt_id: attempt.id,
    slug: attempt.slug,
    outcome: status,
    code,
    reason: providerError,
  })
  return true
}
