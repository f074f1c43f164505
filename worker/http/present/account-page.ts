/** One connection and its past, in words for people. No secret comes near it. */
import type { AccountPage, TimelineEntry } from '../../use-cases/accounts/account-page.ts'
import type { RefreshResult } from '../../use-cases/accounts/refresh-account.ts'
import { presentListedAccount } from './connected-account.ts'
import { isoTime } from './times.ts'

export const presentAccountPage = ({ account, timeline }: AccountPage) => ({
  object: 'connected_account_page' as const,
  account: {
    ...presentListedAccount(account),
    ...(account.state === 'disconnected' ? { state: 'disconnected' as const } : {}),
  },
  timeline: timeline.map((entry) => ({
    id: entry.id,
    at: isoTime(entry.at),
    kind: entry.kind,
    class: entry.class,
    code: entry.code,
    text: wordsOf(entry),
  })),
})

function wordsOf({ kind, class: failureClass, code }: TimelineEntry): string {
  switch (kind) {
    case 'connect_started':
      return 'The user was sent to the provider.'
    case 'connect_failed':
      return `The connection was not made: ${REASONS[code ?? ''] ?? `it ended with ${code ?? 'no reason'}`}.`
    case 'connected':
      return 'Connected.'
    case 'refreshed':
      return 'The token was refreshed.'
    case 'refresh_failed':
      return FAILURES[failureClass ?? ''] ?? 'The token could not be refreshed.'
    case 'reauthorization_needed':
      return 'The grant is over: the user has to connect again.'
    case 'grant_given_back':
      return GIVEN_BACK[code ?? ''] ?? 'The grant is being given back.'
    case 'disconnected':
      return 'Disconnected.'
  }
}

const REASONS: Readonly<Record<string, string>> = {
  access_denied: 'the user said no at the provider',
  admin_consent_required: 'an administrator at the provider has to allow the app first',
  attempt_expired: 'the user did not finish within ten minutes',
  configuration_changed: 'the provider’s configuration was changed meanwhile',
  exchange_failed: 'the provider did not accept the code, or our client',
  provider_error: 'the provider answered with an error',
}

const FAILURES: Readonly<Record<string, string>> = {
  retry: 'The provider did not answer, or asked to wait. It is tried again by itself.',
  configuration:
    'The provider refuses the OAuth client or what it asks for. Test the provider: it says what is wrong.',
  needs_reauthorization: 'The provider says that the grant is over.',
  suspect:
    'The provider refused in a way that may mean an end. It is tried again before it is believed.',
  unknown_outcome: 'The answer was lost on its way. It is tried again by itself.',
}

const GIVEN_BACK: Readonly<Record<string, string>> = {
  pending: 'The grant is to be given back to the provider.',
  revoked: 'The grant was given back to the provider, which ended it.',
  not_supported: 'This provider takes no grants back: its user can end it there.',
  failed: 'The provider did not take the grant back within a day.',
  skipped_shared_grant: 'The grant was kept: another connection stands on it.',
}

export const presentRefresh = ({ code, retryAfterSeconds }: RefreshResult) => {
  const pause = retryAfterSeconds === null ? '' : ` Try again in ${retryAfterSeconds} s.`
  return {
    refreshed: code === null,
    code,
    text:
      code === null
        ? 'The token was refreshed.'
        : `${OUTCOMES[code] ?? 'It was not refreshed.'}${pause}`,
  }
}

const OUTCOMES: Readonly<Record<string, string>> = {
  not_connected: 'This connection is not there any more.',
  no_refresh_token:
    'There is no refresh token: this token works until it ends, then the user connects again.',
  needs_reauthorization: 'The grant is over: the user has to connect again.',
  rate_limited: 'It was refreshed just now.',
  refresh_too_soon: 'It was refreshed just now.',
  refresh_in_progress: 'A refresh is under way.',
  refresh_recovering: 'A refresh is under way.',
  provider_unavailable: 'The provider does not answer.',
  grants_refused_together:
    'The provider refuses many grants at once, so this one is not believed yet.',
  integration_misconfigured: 'The provider refuses the OAuth client. Test the provider.',
  storage_unavailable: 'Our storage does not answer.',
}
