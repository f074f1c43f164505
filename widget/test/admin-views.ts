/** Every state in which `<pipes-admin>` can be seen; for its tests and for the script that takes its pictures. */
import {
  configurations,
  members,
  sharedRows,
  sharedTwice,
  type WireMember,
} from './admin-fixtures.ts'
import { refusal, serverError, type WireAnswer } from './fixtures.ts'

export type AdminViewFixture = {
  readonly name: string
  /** What the two lists answer; null = nothing, ever. */
  readonly list: { readonly own: WireAnswer; readonly shared: WireAnswer } | null
  readonly members?: readonly WireMember[]
  /** Without it the session may manage. */
  readonly permissions?: readonly string[]
  /** Buttons and switches to press, by their accessible names, in this order. */
  readonly press?: readonly string[]
  /** What to type then, by the inputs' labels. */
  readonly type?: Readonly<Record<string, string>>
  /** Boxes to tick or untick. */
  readonly toggle?: readonly string[]
  /** What to press in the dialog after that. */
  readonly submit?: string
  /** What a change is answered with. */
  readonly put?: WireAnswer
  /** A text by which one knows that the state is reached. */
  readonly shows: string
}

const ok = (data: unknown): WireAnswer => ({ status: 200, body: { data } })
const all = { own: ok(configurations), shared: ok(sharedRows) }
const tokenExpired = refusal(403, 'widget_token_expired', 'The widget session has expired.')

export const adminViews: readonly AdminViewFixture[] = [
  { name: 'list', list: all, shows: 'support@acme.example' },
  { name: 'loading', list: null, shows: 'Loading integrations…' },
  { name: 'empty', list: { own: ok([]), shared: ok([]) }, shows: 'No integrations yet' },
  {
    name: 'failed',
    list: { own: serverError, shared: serverError },
    shows: 'Integrations could not be loaded',
  },
  {
    name: 'session-expired',
    list: { own: tokenExpired, shared: tokenExpired },
    shows: 'Your session has expired',
  },
  {
    name: 'not-permitted',
    list: all,
    permissions: [],
    shows: 'You cannot manage connections',
  },
  { name: 'switch-off', list: all, members, press: ['Allow GitHub'], shows: 'Switch off GitHub?' },
  {
    name: 'people',
    list: all,
    members,
    press: ['Members connected to GitHub'],
    shows: 'grace@acme.example',
  },
  {
    name: 'people-none',
    list: all,
    press: ['Members connected to Slack'],
    shows: 'Nobody in your organization has connected Slack yet.',
  },
  { name: 'set-up', list: all, press: ['Set up Salesforce'], shows: 'Redirect URI' },
  {
    name: 'set-up-incomplete',
    list: all,
    press: ['Set up Salesforce'],
    type: { 'Client ID': '3MVG9acme' },
    submit: 'Next',
    shows: 'This is needed to connect.',
  },
  {
    name: 'settings-scopes',
    list: all,
    press: ['Settings for GitHub'],
    submit: 'Next',
    shows: 'Permissions to ask for',
  },
  {
    name: 'settings-refused',
    list: all,
    press: ['Settings for Slack'],
    toggle: ['chat:write'],
    submit: 'Save',
    put: refusal(409, 'configuration_raced', 'Somebody else was faster.'),
    shows: 'The settings for Slack were changed elsewhere',
  },
  {
    name: 'saved',
    list: all,
    press: ['Settings for Slack'],
    submit: 'Save',
    put: { status: 200, body: {} },
    shows: 'Saved',
  },
  {
    name: 'accounts',
    list: { own: ok([]), shared: ok([sharedTwice]) },
    press: ['Shared accounts at Zendesk'],
    shows: 'Add another account',
  },
  { name: 'disconnect', list: all, press: ['Disconnect Zendesk'], shows: 'Disconnect Zendesk?' },
  { name: 'key', list: all, press: ['Update key of Stripe'], shows: 'The key in use ends in 9f3c' },
]
