import type { ConnectedAccount } from '../../domain/integration.ts'
import type { ConnectAttempt } from '../../storage/connect-attempts.ts'
import { presentInstallation } from './connected-account.ts'
import { isoTime } from './times.ts'

/** An attempt as its page sees it: how far it is, and why it failed. */
export function presentAttempt(
  attempt: ConnectAttempt,
  account: ConnectedAccount | null,
  now: number,
) {
  const status = statusOf(attempt, now)
  const code = status === 'expired' ? 'attempt_expired' : attempt.failureCode
  return {
    object: 'connect_attempt' as const,
    id: attempt.id,
    slug: attempt.slug,
    status,
    error:
      code === null ? null : { code, message: ATTEMPT_MESSAGES[code] ?? 'The connection failed.' },
    connected_account: account === null ? null : presentInstallation(account),
    expires_at: isoTime(attempt.expiresAt),
  }
}

function statusOf(attempt: ConnectAttempt, now: number): string {
  const isOpen = ['created', 'opened', 'exchanging', 'pending'].includes(attempt.status)
  const hasExpired =
    attempt.failureCode === 'attempt_expired' || (isOpen && attempt.expiresAt <= now)
  return hasExpired ? 'expired' : attempt.status
}

/** What each failure means to the person who was connecting. */
export const ATTEMPT_MESSAGES: Readonly<Record<string, string>> = {
  access_denied: 'Access was not granted, so nothing was connected.',
  admin_consent_required:
    'An administrator at the provider has to allow this app first, so nothing was connected. Please ask them, and start again when they have.',
  attempt_expired: 'This took longer than ten minutes and has expired. Please start again.',
  provider_error: 'The provider reported an error instead of granting access. Please try again.',
  exchange_failed:
    'The provider did not accept this app. If it happens again, tell the app’s team.',
  exchange_unknown: 'The provider did not answer in time. Please start again.',
  configuration_changed: 'This integration was changed in the meantime. Please start again.',
  integration_disabled:
    'This integration has been switched off, by the app’s team or by your organization.',
  issuer_mismatch:
    'The answer came from another server than the one that was asked, and was refused.',
  completion_refused:
    'The connection was not finished by the page that started it, and was refused.',
  account_mismatch:
    'Another account came back than the one that was to be renewed, so nothing was changed. Please start again and choose the same account.',
  account_not_found:
    'The connection that was to be renewed has been disconnected in the meantime. Please connect it anew.',
  too_many_connections:
    'There are as many connections to this provider as there can be. Please disconnect one first.',
  storage_failed:
    'The connection could not be stored, so access was given back. Please start again.',
}
