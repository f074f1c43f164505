/** What is told of an attempt that failed, in both families of the contract (contract 3). */
import type { Event, EventName } from '../../domain/event.ts'
import type { ConnectedAccount } from '../../domain/integration.ts'
import type { ConnectAttempt } from '../../storage/connect-attempts.ts'

/**
 * @param target the connection that was to be authorized anew, if it was about a certain one
 */
export function failureEvents(
  attempt: ConnectAttempt,
  target: ConnectedAccount | undefined,
  facts: {
    readonly errorCode: string
    /** The provider's error code, already reduced to a known word. */
    readonly providerError: string | null
    readonly now: number
  },
): readonly Event[] {
  const data = {
    object: 'connection_failed',
    data_integration_id: attempt.dataIntegrationId,
    provider_slug: attempt.slug,
    user_id: attempt.ownerKind === 'user' ? attempt.userId : null,
    organization_id: attempt.organizationId === '' ? null : attempt.organizationId,
    error_code: facts.errorCode,
    error_reason: null,
    provider_error: facts.providerError,
    provider_error_description: null,
    created_at: new Date(facts.now).toISOString(),
  }
  const id = `event_${attempt.id.replace(/^attempt_/, '')}_failed`
  const event = (name: EventName, suffix: string, more: Event['data'] = {}): Event => ({
    id: `${id}${suffix}`,
    environmentId: attempt.environmentId,
    name,
    data: { ...data, ...more },
    createdAt: facts.now,
  })
  const labelled = { account_identifier: target?.accountIdentifier ?? null }
  if (attempt.intent === 'add') {
    return [event('pipes.account_connection.add_failed', '_connection', labelled)]
  }
  return [
    // Whoever knows of only one connection hears of that one.
    ...(target === undefined || target.role === 'compatibility'
      ? [event('pipes.connected_account.connection_failed', '')]
      : []),
    event('pipes.account_connection.connection_failed', '_connection', labelled),
  ]
}
