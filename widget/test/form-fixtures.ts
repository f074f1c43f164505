/** Providers of whose users something is asked, and every state of the form (as `fixtures.ts`). */
import { list, refusal, wireInstallation, wireRow } from './fixtures.ts'
import type { ViewFixture, WireInstallation, WireRow } from './fixtures.ts'

const stripe = wireRow({
  slug: 'stripe',
  name: 'Stripe',
  description: 'Payments and customers',
  authMethods: ['api_key'],
})
const snowflake = wireRow({
  slug: 'snowflake',
  name: 'Snowflake',
  description: 'Tables and queries of your warehouse',
  authMethods: ['client_credentials'],
  configFields: [
    {
      key: 'role',
      label: 'Role',
      required: false,
      scope: 'installation',
      order: 2,
      default: 'PUBLIC',
    },
    {
      key: 'account',
      label: 'Account',
      required: true,
      scope: 'installation',
      description: 'The first part of the address at which you sign in.',
      example: 'acme-eu1',
      pattern: '[a-z0-9-]+',
      patternFlags: 'i',
      order: 1,
    },
  ],
})
const zendesk = wireRow({
  slug: 'zendesk',
  name: 'Zendesk',
  description: 'Tickets and the people who write them',
  authMethods: ['oauth'],
  configFields: [
    {
      key: 'subdomain',
      label: 'Subdomain',
      required: true,
      scope: 'installation',
      description: 'What stands before .zendesk.com in your address.',
      example: 'acme',
      pattern: '[a-z0-9-]+',
    },
  ],
})
const intercom = wireRow({
  slug: 'intercom',
  name: 'Intercom',
  description: 'Conversations with your customers',
  authMethods: ['oauth', 'api_key', 'client_credentials'],
})

export const wireKey = (slug: string, lastFour: string): WireInstallation => ({
  ...wireInstallation(slug, null),
  auth_method: 'api_key',
  api_key_last_4: lastFour,
})

export const wireClient = (
  slug: string,
  clientId: string,
  config: Readonly<Record<string, string>> = {},
): WireInstallation => ({
  ...wireInstallation(slug, null),
  auth_method: 'client_credentials',
  client_id: clientId,
  client_secret_last_4: '47ae',
  config,
})

/** As nobody has connected them yet. */
export const formRows: readonly WireRow[] = [stripe, snowflake, zendesk, intercom]

/** And as they are in all other states. */
export const secretRows: readonly WireRow[] = [
  { ...stripe, installation: wireKey('stripe', '9f3c') },
  {
    ...snowflake,
    installation: wireClient('snowflake', 'pipes-reader', { account: 'acme-eu1' }),
  },
  {
    ...zendesk,
    installation: {
      ...wireInstallation('zendesk', 'ada@example.com'),
      config: { subdomain: 'acme' },
      state: 'needs_reauthorization',
    },
  },
  {
    ...intercom,
    installation: { ...wireKey('intercom', '0a1b'), state: 'needs_reauthorization' },
  },
]

export const formViews: readonly ViewFixture[] = [
  { name: 'secrets', mine: list(secretRows), shows: '•••• 9f3c' },
  { name: 'form-key', mine: list(formRows), press: ['Connect Stripe'], shows: 'Stored encrypted' },
  {
    name: 'form-key-update',
    mine: list(secretRows),
    press: ['Update key of Stripe'],
    shows: 'The key in use ends in 9f3c',
  },
  {
    name: 'form-key-refused',
    mine: list(formRows),
    press: ['Connect Stripe'],
    type: { 'API key': 'rk_live_51Hxyz' },
    submit: 'Connect',
    put: refusal(
      409,
      'auth_method_mismatch',
      '"stripe" is connected with a sign-in already. Disconnect it first to connect it with an API key.',
    ),
    shows: 'This connection was changed elsewhere',
  },
  {
    name: 'form-client',
    mine: list(formRows),
    press: ['Connect Snowflake'],
    shows: 'Left empty: PUBLIC',
  },
  {
    name: 'form-client-update',
    mine: list(secretRows),
    press: ['Update credentials of Snowflake'],
    shows: 'Client secret',
  },
  {
    name: 'form-client-wrong',
    mine: list(formRows),
    press: ['Connect Snowflake'],
    type: { 'Client ID': 'pipes-reader', Account: 'acme.eu1' },
    submit: 'Connect',
    shows: 'This does not look as it should',
  },
  {
    name: 'form-fields',
    mine: list(formRows),
    press: ['Connect Zendesk'],
    shows: 'Continue to Zendesk',
  },
  {
    name: 'form-methods',
    mine: list(formRows),
    press: ['Connect Intercom'],
    shows: 'How do you want to connect?',
  },
]
