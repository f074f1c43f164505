/** English, which is built in. */
import type { Messages } from './messages.ts'

const FINISHED_ELSEWHERE =
  'This was not finished where it was started, so nothing was connected. Start again here.'

export const en: Messages = {
  listLabel: 'Connections',

  connect: 'Connect',
  connectName: 'Connect {name}',
  reauthorize: 'Reauthorize',
  reauthorizeName: 'Reauthorize {name}',
  disconnect: 'Disconnect',
  disconnectName: 'Disconnect {name}',
  updateKey: 'Update key',
  updateKeyName: 'Update key of {name}',
  updateClient: 'Update credentials',
  updateClientName: 'Update credentials of {name}',
  cancel: 'Cancel',
  cancelName: 'Cancel connecting {name}',
  tryAgain: 'Try again',

  notConnected: 'Not connected',
  connected: 'Connected',
  needsReauthorization: 'Requires reauthorization',
  keyEnding: 'API key ending in {last4}',
  opening: 'Opening {name}…',
  activities: {
    starting: 'Opening {name}…',
    waiting: 'Waiting for {name}…',
    completing: 'Finishing…',
    leaving: 'Opening {name}…',
    disconnecting: 'Disconnecting…',
    sending: 'Connecting…',
    saving: 'Connecting…',
  },

  confirmTitle: 'Disconnect {name}?',
  confirmText:
    'This app will no longer be able to use your {name} account. You can connect it again at any time.',
  confirmTextAccount:
    'This app will no longer be able to use your {name} account {account}. You can connect it again at any time.',

  form: {},

  loading: 'Loading connections…',
  emptyTitle: 'No integrations yet',
  emptyText: 'Once this app offers integrations, you can connect your accounts here.',
  failedTitle: 'Connections could not be loaded',
  sessionExpiredTitle: 'Your session has expired',
  sessionExpiredText: 'Try again, or sign in again if that does not help.',

  news: {
    loaded: 'Connections loaded.',
    'connect-waiting': 'Waiting for {name}. Continue in the window that has opened, or cancel.',
    'connect-cancelled': 'Connecting {name} was cancelled.',
    'connect-failed': '{name}: {problem}',
    connected: '{name} is connected.',
    'form-refused': '{name}: {problem}',
    'disconnect-started': 'Disconnecting {name}…',
    'disconnect-failed': '{name}: {problem}',
    disconnected: '{name} is disconnected.',
  },

  problems: {
    access_denied: 'Access was declined at {name}, so nothing was connected.',
    attempt_expired: 'That took too long, and the attempt has expired. Try again.',
    attempt_not_found: 'This attempt is no longer known. Try again.',
    provider_error: '{name} reported a problem. Try again in a moment.',
    exchange_failed:
      '{name} did not accept the connection. Try again, or tell the makers of this app.',
    exchange_unknown: '{name} did not answer in time. Try again.',
    configuration_changed: 'The settings for {name} changed while you were connecting. Try again.',
    integration_disabled: '{name} is switched off at the moment.',
    organization_credentials_missing:
      'Your organization has not set up {name} yet. Ask its administrator.',
    organization_required: '{name} is connected within an organization, and this page named none.',
    issuer_mismatch: 'The answer did not come from {name}, so nothing was connected. Try again.',
    completion_refused: FINISHED_ELSEWHERE,
    verifier_mismatch: FINISHED_ELSEWHERE,
    popup_blocked:
      'Your browser blocked the {name} window. Allow pop-ups for this page and try again.',
    return_to_refused:
      'Your browser blocked the {name} window, and this page is not registered as a return address. Allow pop-ups for this page and try again.',
    handoff_failed:
      'The {name} window could not be reached. Try again, and {name} will open in this tab.',
    insecure_context: 'Connecting works only on a secure (https) page.',
    account_changed:
      'This connection was changed elsewhere at the same time, so nothing was saved. Try again.',
    client_credentials_refused:
      '{name} did not accept these credentials, so nothing was saved. Check them and try again.',
    provider_unavailable: '{name} did not answer, so nothing was saved. Try again in a moment.',
    too_many_connections:
      'You have as many {name} connections as there can be. Disconnect one of them first.',
    form_unavailable: 'The form for {name} could not be loaded. Reload the page and try again.',
    network: 'The service could not be reached. Check your internet connection and try again.',
    rate_limited: 'Too many requests. Try again in a moment.',
    storage_unavailable: 'The service is not available right now. Try again in a moment.',
    session_unavailable: 'This page could not start a session. Try again in a moment.',
    session_missing:
      'This page gave the widget no session: set session-url, authToken or getToken.',
  },
  someProvider: 'the provider',
  unknownProblem: 'The service answered with an error. Try again in a moment.',
}
