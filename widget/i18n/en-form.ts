/** English of the form, which comes with the form's script. */
import type { FormMessages } from './messages.ts'

export const enForm: FormMessages = {
  connectTitle: 'Connect {name}',
  reauthorizeTitle: 'Reauthorize {name}',
  keyTitle: 'Update key of {name}',
  clientTitle: 'Update credentials of {name}',

  choose: 'How do you want to connect?',
  chooseSignIn: 'Sign in to {name}',
  chooseKey: 'Enter an API key',
  chooseClient: 'Enter client credentials',

  signInText: '{name} opens in a window of its own. Sign in there and allow access.',
  keyText: 'Create an API key in your {name} account and paste it here.',
  clientText: 'Enter the client that you have registered at {name}.',
  secretNote: 'Stored encrypted, and never shown again.',
  currentKey: 'The key in use ends in {last4}. The new one takes its place at once.',

  key: 'API key',
  newKey: 'New API key',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  optional: '{label} (optional)',
  example: 'For example: {example}',
  fallback: 'Left empty: {value}',
  show: 'Show',
  showName: 'Show {label}',
  hide: 'Hide',
  hideName: 'Hide {label}',

  submitSignIn: 'Continue to {name}',
  submit: 'Connect',
  submitUpdate: 'Update',
  sending: 'Connecting…',

  missing: 'This is needed to connect.',
  malformed: 'This does not look as it should.',
  refused: 'This was not accepted. Check that it is complete and try again.',
}
