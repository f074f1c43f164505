/** English of the dialogs of `<pipes-admin>`, which comes with their script. */
import type { DialogMessages } from './admin-messages.ts'

export const enDialogs: DialogMessages = {
  offTitle: 'Switch off {name}?',
  offText:
    'Nobody in your organization will be able to connect {name} until you switch it on again.',
  offPeople: {
    one: '{count} person has connected {name}. Their connection stops working until then.',
    other: '{count} people have connected {name}. Their connections stop working until then.',
  },
  offPeopleOver:
    'More than {count} people have connected {name}. Their connections stop working until then.',
  offPeopleUnknown:
    'If anyone has connected {name} already, their connection stops working until then.',
  offShared:
    'Everyone in your organization loses the shared {name} account until you switch it on again.',
  switchOff: 'Switch off',

  disconnectTitle: 'Disconnect {name}?',
  disconnectText:
    'Everyone in your organization loses the shared {name} account at once. You can connect one again at any time.',
  disconnectTextAccount:
    'Everyone in your organization loses the shared {name} account {account} at once. You can connect one again at any time.',

  peopleTitle: 'Who has connected {name}',
  peopleNone: 'Nobody in your organization has connected {name} yet.',
  peopleSince: 'Since {date}',
  peopleMore: 'Show more',
  reading: 'Loading…',
  close: 'Close',

  step: 'Step {step} of {steps}',
  clientText:
    'Your organization connects to {name} through an OAuth client of its own. Register one at {name} with this redirect URI, then enter it here.',
  redirectUri: 'Redirect URI',
  copy: 'Copy',
  copyName: 'Copy redirect URI',
  copied: 'Copied',
  keepSecret: 'The secret in use ends in {last4}. Leave this empty to keep it.',
  secretForClient: 'Another client ID needs its own secret.',
  scopesTitle: 'Permissions to ask for',
  scopesNone: 'Nothing is asked for beyond what {name} gives to everyone.',
  otherScopes: 'Other permissions',
  otherScopesHint: 'As {name} calls them, with spaces between them.',
  scopesRemoved: 'This app asks for {scopes} by default. Without that, parts of it may not work.',
  next: 'Next',
  back: 'Back',
  save: 'Save',
}
