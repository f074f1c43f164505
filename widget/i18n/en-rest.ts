/**
 * The rest of English: `languages/en.json`, fetched when a connect or its end begins, or something has failed. What may have to be
 * said while nothing can be fetched is in `en.ts`.
 */
import type { Messages } from './messages.ts'

export const enRest: Pick<Messages, 'news' | 'problems'> = {
  news: {
    'connect-waiting': 'Waiting for {name}. Continue in the window that has opened, or cancel.',
    'connect-cancelled': 'Connecting {name} was cancelled.',
    connected: '{name} is connected.',
    'disconnect-started': 'Disconnecting {name}…',
    disconnected: '{name} is disconnected.',
  },
  problems: {
    popup_blocked:
      'Your browser blocked the {name} window. Allow pop-ups for this page and try again.',
    form_unavailable: 'The form for {name} could not be loaded. Reload the page and try again.',
    access_denied: 'Access was declined at {name}, so nothing was connected.',
    rate_limited: 'Too many requests. Try again in a moment.',
    'storage_unavailable storage_failed account_unavailable disconnect_unavailable':
      'The service is not available right now. Try again in a moment.',
    session_unavailable: 'This page could not start a session. Try again in a moment.',
    session_missing:
      'This page gave the widget no session: set session-url, authToken or getToken.',
    attempt_expired: 'That took too long, and the attempt has expired. Try again.',
    attempt_not_found: 'This attempt is no longer known. Try again.',
    provider_error: '{name} reported a problem. Try again in a moment.',
    exchange_failed:
      '{name} did not accept the connection. Try again, or tell the makers of this app.',
    exchange_unknown: '{name} did not answer in time. Try again.',
    configuration_changed: 'The settings for {name} changed while you were connecting. Try again.',
    'integration_disabled integration_not_found': '{name} is switched off at the moment.',
    organization_credentials_missing:
      'Your organization has not set up {name} yet. Ask its administrator.',
    organization_required: '{name} is connected within an organization, and this page named none.',
    issuer_mismatch: 'The answer did not come from {name}, so nothing was connected. Try again.',
    'completion_refused verifier_mismatch':
      'This was not finished where it was started, so nothing was connected. Start again here.',
    return_to_refused:
      'Your browser blocked the {name} window, and this page is not registered as a return address. Allow pop-ups for this page and try again.',
    handoff_failed:
      'The {name} window could not be reached. Try again, and {name} will open in this tab.',
    insecure_context: 'Connecting works only on a secure (https) page.',
    account_mismatch:
      'You signed in to {name} with another account, so nothing was changed. Try again with the one that is connected, or add the other one.',
    account_not_found: 'This {name} connection is no longer there.',
    admin_consent_required:
      'An administrator of your {name} has to allow this app first. Ask them, and try again when they have.',
    'account_changed auth_method_mismatch':
      'This connection was changed elsewhere at the same time, so nothing was saved. Try again.',
    client_credentials_refused:
      '{name} did not accept these credentials, so nothing was saved. Check them and try again.',
    provider_unavailable: '{name} did not answer, so nothing was saved. Try again in a moment.',
    too_many_connections:
      'You have as many {name} connections as there can be. Disconnect one of them first.',
  },
}
