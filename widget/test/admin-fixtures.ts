/** Answers of the Worker to an administrator, as they are on the wire. */
import { API_ORIGIN, type WireField } from './fixtures.ts'
import { wireKey } from './form-fixtures.ts'

export type WireSettings = {
  readonly enabled: boolean
  readonly scopes: readonly string[]
  readonly defaultScopes: readonly string[]
  readonly availableScopes: readonly string[]
  readonly scopeDescriptions: Readonly<Record<string, string>>
  readonly credentials: {
    readonly credentialsType: 'shared' | 'custom' | 'organization' | 'none'
    readonly hasCredentials: boolean
    readonly client_id: string | null
    readonly redactedClientSecret: string | null
    readonly redirectUri: string
  }
  readonly configFields: readonly WireField[]
  readonly config: Readonly<Record<string, string>>
}

type WireProvider = {
  readonly slug: string
  readonly name: string
  readonly description: string | null
  readonly iconUrl?: string
  readonly authMethods: readonly string[]
}

export type WireConfiguration = WireProvider & WireSettings

export type WireShared = WireProvider & {
  readonly installation: unknown
  readonly connected_accounts?: readonly object[]
  readonly scopeDescriptions?: Readonly<Record<string, string>>
  readonly configFields: readonly WireField[]
  readonly configuration: WireSettings & { readonly disabledSource: string | null }
  readonly capabilities: Readonly<Record<string, boolean>>
}

export type WireMember = {
  readonly object: 'connected_account'
  readonly id: string
  readonly user_id: string
  readonly account_identifier: string | null
  readonly account_display_name: string | null
  readonly state: string
  readonly created_at: string
}

const DEVELOPERS = {
  credentialsType: 'custom',
  hasCredentials: true,
  client_id: null,
  redactedClientSecret: null,
  redirectUri: `${API_ORIGIN}/data-integrations/x/dik_1/callback`,
} as const

const settings: WireSettings = {
  enabled: true,
  scopes: [],
  defaultScopes: [],
  availableScopes: [],
  scopeDescriptions: {},
  credentials: DEVELOPERS,
  configFields: [],
  config: {},
}

/** @param change what differs from a provider that members connect with the developer's client */
export const wireConfiguration = (
  change: Partial<WireConfiguration> & { readonly slug: string; readonly name: string },
): WireConfiguration => ({
  ...settings,
  description: null,
  iconUrl: `${API_ORIGIN}/icons/${change.slug}.svg`,
  authMethods: ['oauth'],
  ...change,
})

const NOTHING_DONE = {
  canConfigure: true,
  canConnect: false,
  canUpdateCredentials: false,
  canReauthorize: false,
  canDisconnect: false,
} as const

/** @param change what differs from a shared provider that is not connected */
export const wireShared = (
  change: Partial<Omit<WireShared, 'configuration' | 'capabilities'>> & {
    readonly slug: string
    readonly name: string
    readonly configuration?: Partial<WireShared['configuration']>
    readonly can?: readonly string[]
  },
): WireShared => {
  const { configuration, can = ['canConnect'], ...row } = change
  return {
    description: null,
    iconUrl: `${API_ORIGIN}/icons/${change.slug}.svg`,
    authMethods: ['oauth'],
    installation: null,
    configFields: [],
    ...row,
    configuration: { ...settings, disabledSource: null, ...configuration },
    capabilities: { ...NOTHING_DONE, ...Object.fromEntries(can.map((name) => [name, true])) },
  }
}

const github = wireConfiguration({
  slug: 'github',
  name: 'GitHub',
  description: 'Repositories, issues and pull requests',
  scopes: ['read:user'],
  defaultScopes: ['read:user', 'user:email'],
  availableScopes: ['repo', 'read:user', 'user:email', 'gist'],
  scopeDescriptions: {
    repo: 'Full access to repositories',
    'read:user': 'Read profile data',
    'user:email': 'Read email addresses',
  },
  credentials: {
    credentialsType: 'organization',
    hasCredentials: true,
    client_id: 'Iv1.acme',
    redactedClientSecret: '47ae',
    redirectUri: `${API_ORIGIN}/data-integrations/github/dik_1/callback`,
  },
})

const salesforce = wireConfiguration({
  slug: 'salesforce',
  name: 'Salesforce',
  description: 'Accounts, leads and opportunities',
  credentials: {
    credentialsType: 'organization',
    hasCredentials: false,
    client_id: null,
    redactedClientSecret: null,
    redirectUri: `${API_ORIGIN}/data-integrations/salesforce/dik_2/callback`,
  },
  configFields: [
    {
      key: 'domain',
      label: 'My Domain',
      required: true,
      scope: 'integration',
      description: 'What stands before .my.salesforce.com in your address.',
      example: 'acme',
      pattern: '[a-z0-9-]+',
    },
  ],
})

export const configurations: readonly WireConfiguration[] = [
  github,
  salesforce,
  wireConfiguration({
    slug: 'slack',
    name: 'Slack',
    description: 'Messages and channels',
    scopes: ['channels:read', 'chat:write'],
    defaultScopes: ['channels:read', 'chat:write'],
  }),
  wireConfiguration({ slug: 'notion', name: 'Notion', enabled: false }),
]

export const sharedRows: readonly WireShared[] = [
  wireShared({
    slug: 'stripe',
    name: 'Stripe',
    description: 'Payments and customers',
    authMethods: ['api_key'],
    installation: wireKey('stripe', '9f3c'),
    can: ['canUpdateCredentials', 'canDisconnect'],
  }),
  wireShared({
    slug: 'zendesk',
    name: 'Zendesk',
    description: 'Tickets and the people who write them',
    installation: {
      id: 'data_installation_zendesk',
      object: 'connected_account',
      state: 'needs_reauthorization',
      account_identifier: null,
      account_display_name: 'support@acme.example',
      auth_method: 'oauth',
    },
    can: ['canReauthorize', 'canDisconnect'],
  }),
  wireShared({ slug: 'linear', name: 'Linear', description: 'Issues, projects and cycles' }),
  wireShared({
    slug: 'intercom',
    name: 'Intercom',
    description: 'Conversations with your customers',
    authMethods: ['api_key', 'client_credentials'],
    can: ['canConnect'],
  }),
  wireShared({
    slug: 'asana',
    name: 'Asana',
    configuration: { enabled: false, disabledSource: 'developer' },
    can: [],
  }),
].map((row) =>
  row.slug === 'asana'
    ? { ...row, capabilities: { ...row.capabilities, canConfigure: false } }
    : row,
)

const wireAccount = (label: string, change: object = {}) => ({
  object: 'connected_account',
  id: `data_installation_${label.split('@')[0]}`,
  state: 'connected',
  connection_role: 'standard',
  account_identifier: null,
  account_display_name: label,
  nickname: null,
  preferred: false,
  auth_method: 'oauth',
  scopes: ['tickets:read'],
  created_at: '2026-10-14T09:30:00.000Z',
  last_used_at: null,
  ...change,
})

const zendeskAccounts = [
  wireAccount('support@acme.example', { connection_role: 'compatibility' }),
  wireAccount('billing@acme.example', { nickname: 'Billing', preferred: true }),
]

/** One provider of which the organization shares two accounts. */
export const sharedTwice = wireShared({
  slug: 'zendesk',
  name: 'Zendesk',
  description: 'Tickets and the people who write them',
  installation: zendeskAccounts[0],
  connected_accounts: zendeskAccounts,
  scopeDescriptions: { 'tickets:read': 'Read tickets' },
  can: ['canReauthorize', 'canDisconnect'],
})

export const wireMember = (
  userId: string,
  label: string | null,
  change: Partial<WireMember> = {},
): WireMember => ({
  object: 'connected_account',
  id: `data_installation_${userId}_${label}`,
  user_id: userId,
  account_identifier: null,
  account_display_name: label,
  state: 'connected',
  created_at: '2026-10-14T09:30:00.000Z',
  ...change,
})

export const members: readonly WireMember[] = [
  wireMember('grace@acme.example', 'ghopper'),
  wireMember('ada@acme.example', 'octocat'),
  wireMember('ada@acme.example', 'ada-at-work', { state: 'needs_reauthorization' }),
  wireMember('user_01JBZ5W7M2', null),
]
