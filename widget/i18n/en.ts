/** English, which is built in; but for what few ever read, see `en-rest.ts`. */
import type { Messages } from './messages.ts'

export const en: Messages = {
  listLabel: 'Connections',

  connect: 'Connect',
  connectName: 'Connect {name}',
  reauthorize: 'Reauthorize',
  reauthorizeName: 'Reauthorize {name}',
  allow: 'Allow access',
  allowName: 'Allow access to {name}',
  manage: 'Manage',
  manageName: 'Manage {name}',
  disconnect: 'Disconnect',
  disconnectName: 'Disconnect {name}',
  detailsName: 'Details of {name}',
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
  limited: 'More access needed',
  inUse: 'In use',
  repairOne: '{name} has stopped working here, and needs you to reauthorize it.',
  repairSeveral: 'Some connections have stopped working here, and need you to reauthorize them.',

  ownTitle: 'Your connections',

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

  form: {},
  more: {},

  loading: 'Loading connections…',
  emptyTitle: 'No integrations yet',
  emptyText: 'Once this app offers integrations, you can connect your accounts here.',
  failedTitle: 'Connections could not be loaded',
  sessionExpiredTitle: 'Your session has expired',
  sessionExpiredText: 'Try again, or sign in again if that does not help.',

  news: {
    loaded: 'Connections loaded.',
    'connect-failed': '{name}: {problem}',
    'form-refused': '{name}: {problem}',
    changed: 'Saved.',
  },

  problems: {
    network: 'The service could not be reached. Check your internet connection and try again.',
  },
  someProvider: 'the provider',
  unknownProblem: 'The service answered with an error. Try again in a moment.',
}
