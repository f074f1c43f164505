/** English of `<pipes-admin>`, which is built in. */
import type { AdminMessages } from './admin-messages.ts'

export const enAdmin: AdminMessages = {
  membersTitle: 'Members’ accounts',
  membersText: 'Each member connects an account of their own.',
  sharedTitle: 'Shared accounts',
  sharedText: 'One account for everyone in your organization.',

  available: 'Available',
  offByOrganization: 'Switched off by your organization',
  offByDeveloper: 'Switched off by the makers of this app',
  needsSetup: 'Needs to be set up',
  switchName: 'Allow {name}',
  switching: 'Switching…',
  saving: 'Saving…',
  saved: 'Saved',

  setUp: 'Set up',
  setUpName: 'Set up {name}',
  settings: 'Settings',
  settingsName: 'Settings for {name}',
  people: 'Members',
  peopleName: 'Members connected to {name}',
  accounts: 'Accounts',
  accountsName: 'Shared accounts at {name}',

  dialogs: {},

  loading: 'Loading integrations…',
  emptyTitle: 'No integrations yet',
  emptyText: 'Once this app offers integrations, you can manage them here.',
  failedTitle: 'Integrations could not be loaded',
  notPermittedTitle: 'You cannot manage connections',
  notPermittedText: 'Only administrators of your organization can. Ask one of them.',

  news: {
    loaded: 'Integrations loaded.',
    saved: 'The settings for {name} are saved.',
    'switched-on': '{name} is switched on.',
    'switched-off': '{name} is switched off.',
    connected: '{name} is connected.',
    'connect-waiting': 'Waiting for {name}. Continue in the window that has opened, or cancel.',
    'connect-cancelled': 'Connecting {name} was cancelled.',
    disconnected: '{name} is disconnected.',
    failed: '{name}: {problem}',
  },
  problems: {
    session_over:
      'Your session has expired, so nothing was saved. What you entered is still here: sign in again in another tab, then try again.',
    client_pair_incomplete:
      'Enter both the client ID and the client secret. A stored secret is never shown, so it has to be entered again.',
    client_required_for_new_address:
      'With these values the client secret goes to another address. Enter it again to confirm that.',
    configuration_raced:
      'The settings for {name} were changed elsewhere at the same time, so nothing was saved. Try again.',
    config_invalid: 'This does not look as it should.',
    scope_not_configured:
      'One of these permissions is not known at {name}, or not offered to your organization.',
    scopes_required: '{name} needs at least one permission.',
    integration_not_found: '{name} is no longer offered by this app.',
    account_not_found: '{name} is not connected any more.',
    widget_permission_missing: 'You may no longer manage connections.',
  },
}
