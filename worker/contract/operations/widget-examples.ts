/** Examples of the browser's API: the same user, organization and provider. */
import {
  ACCOUNT,
  CLIENT_ACCOUNT,
  CREATED,
  INTEGRATION,
  KEY_ACCOUNT,
  ORIGIN,
  UPDATED,
} from './examples.ts'

const WIDGET_TWINS = {
  userlandUserId: 'user_123',
  organizationId: null,
  createdAt: CREATED,
  updatedAt: UPDATED,
} as const

export const INSTALLATION = { ...ACCOUNT, ...WIDGET_TWINS } as const

export const KEY_INSTALLATION = { ...KEY_ACCOUNT, ...WIDGET_TWINS } as const
export const CLIENT_INSTALLATION = { ...CLIENT_ACCOUNT, ...WIDGET_TWINS } as const

const WIDGET_ACCOUNT = {
  ...INSTALLATION,
  missing_scopes: [],
  picture_url: `${ORIGIN}/account-pictures/2jmj7l5rSw0yVb_vlWAYkK_YBwk-pJz1o7dYm3p0aQs`,
} as const

export const WIDGET_ROW = {
  object: 'data_integration',
  id: INTEGRATION.id,
  name: 'GitHub',
  description: INTEGRATION.description,
  slug: 'github',
  integrationType: 'github',
  ownership: 'userland_user',
  credentialsType: 'custom',
  scopes: INTEGRATION.scopes,
  createdAt: CREATED,
  updatedAt: UPDATED,
  installation: WIDGET_ACCOUNT,
  configFields: [],
  config: {},
  iconSlug: 'github',
  iconUrl: `${ORIGIN}/icons/github.svg`,
  authMethods: ['oauth'],
  connected_accounts: [WIDGET_ACCOUNT],
  disabledSource: null,
  category: 'developer-tools',
  aliases: [],
  scopeDescriptions: { repo: 'Full access to repositories' },
} as const

export const SHARED_ROW = {
  object: 'data_integration',
  id: INTEGRATION.id,
  name: 'GitHub',
  description: INTEGRATION.description,
  slug: 'github',
  ownership: 'organization',
  iconSlug: 'github',
  iconUrl: `${ORIGIN}/icons/github.svg`,
  connected_accounts: [
    {
      object: 'connected_account',
      id: ACCOUNT.id,
      state: 'connected',
      availability: 'available',
      created_at: CREATED,
      updated_at: UPDATED,
    },
  ],
} as const

export const MEMBER_ACCOUNT = {
  object: 'connected_account',
  id: ACCOUNT.id,
  user_id: 'user_123',
  organization_id: 'org_456',
  account_identifier: ACCOUNT.account_identifier,
  account_display_name: ACCOUNT.account_display_name,
  auth_method: 'oauth',
  state: 'connected',
  last_used_at: ACCOUNT.last_used_at,
  created_at: CREATED,
} as const

const WIDGET_SETTINGS = {
  enabled: true,
  scopes: ['repo'],
  defaultScopes: ['repo', 'read:user'],
  availableScopes: ['repo', 'read:user', 'gist'],
  scopeDescriptions: { gist: 'Create gists' },
  credentials: {
    credentialsType: 'organization',
    hasCredentials: true,
    client_id: 'Iv1.0b1c2d3e4f5a6b7c',
    redactedClientSecret: '47ae',
    redirectUri: INTEGRATION.redirect_uri,
  },
  configFields: [],
  config: {},
} as const

export const WIDGET_CONFIGURATION = {
  object: 'data_integration_configuration',
  id: INTEGRATION.id,
  name: 'GitHub',
  description: INTEGRATION.description,
  slug: 'github',
  integrationType: 'github',
  ownership: 'userland_user',
  iconSlug: 'github',
  iconUrl: `${ORIGIN}/icons/github.svg`,
  authMethods: ['oauth'],
  ...WIDGET_SETTINGS,
  createdAt: CREATED,
  updatedAt: UPDATED,
} as const

const SHARED_INSTALLATION = {
  ...WIDGET_ACCOUNT,
  user_id: null,
  organization_id: 'org_456',
  userlandUserId: null,
  organizationId: 'org_456',
} as const

export const ORGANIZATION_ROW = {
  ...WIDGET_ROW,
  ownership: 'organization',
  credentialsType: 'organization',
  installation: SHARED_INSTALLATION,
  connected_accounts: [SHARED_INSTALLATION],
  configuration: {
    hasOverride: true,
    rootEnabled: true,
    overrideEnabled: null,
    disabledSource: null,
    configured: true,
    ...WIDGET_SETTINGS,
  },
  capabilities: {
    canConfigure: true,
    canConnect: false,
    canUpdateCredentials: false,
    canReauthorize: true,
    canDisconnect: true,
  },
} as const
