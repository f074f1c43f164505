/** A provider switched on in an environment, and the connection that an owner has to it. */
import type { Observation } from './care.ts'
import type { AccountStatus } from './grant.ts'
import type { Owner } from './owner.ts'

/** How an account proves itself to its provider. */
export type AuthMethod = 'oauth' | 'api_key' | 'client_credentials'

/** Whose OAuth client: the deployment's, the environment's, each organization's own, or none at all. */
export type CredentialsType = 'shared' | 'custom' | 'organization' | 'none'

/**
 * The first connection that an owner has is the one that callers see who know of only one
 * (`compatibility`); later ones are peers (`standard`). It says nothing about preference.
 */
export type ConnectionRole = 'compatibility' | 'standard'

export type DataIntegration = {
  readonly id: string
  readonly environmentId: string
  readonly slug: string
  readonly ownership: 'user' | 'organization'
  readonly credentialsType: CredentialsType
  readonly redirectKey: string
  readonly clientVersionId: string | null
  /** The operator's scopes; null stands for the provider's defaults. */
  readonly scopes: readonly string[] | null
  /** What it takes to connect. Fixed when the integration is made. */
  readonly authMethods: readonly AuthMethod[]
  /** Values of the provider's config fields that hold for all connections. */
  readonly config: Readonly<Record<string, string>>
  readonly description: string | null
  readonly enabled: boolean
  readonly isCustomProvider: boolean
  readonly securityVersion: number
  readonly deletingAt: number | null
  readonly createdAt: number
  readonly updatedAt: number
}

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/

/** The short name of a provider: at most 64 lower-case letters, digits and hyphens, none of these at an end. */
export const isSlug = (text: string): boolean => SLUG.test(text)

/** One of the two that a provider may have in an environment: its connections are users' or organizations'. */
export type IntegrationRoot = Pick<DataIntegration, 'slug' | 'ownership'>

export const otherOwnership = (
  ownership: DataIntegration['ownership'],
): DataIntegration['ownership'] => (ownership === 'user' ? 'organization' : 'user')

export type ConnectedAccount = {
  readonly id: string
  readonly environmentId: string
  readonly integrationId: string
  readonly slug: string
  readonly owner: Owner
  readonly role: ConnectionRole
  readonly authMethod: AuthMethod
  /** What was set for this connection alone, by config field. */
  readonly config: Readonly<Record<string, string>>
  /** Of a connection by client credentials: its own client's id. */
  readonly clientId: string | null
  /** The last four characters of an API key or of a client's secret. */
  readonly secretLastFour: string | null
  readonly state: AccountStatus | 'pending'
  readonly reason: string | null
  readonly grantId: string
  readonly clientVersionId: string | null
  readonly scopes: readonly string[]
  readonly accountIdentifier: string | null
  readonly accountDisplayName: string | null
  /** What its owner calls it; null: as the provider does. */
  readonly nickname: string | null
  /** Its owner chose it: it is vended to whoever names none of several. */
  readonly preferred: boolean
  /** Where the picture of the account is that the provider showed when it was connected. */
  readonly pictureId: string | null
  readonly sequence: number
  /** How it fares, as its object last told. */
  readonly care: AccountCare
  readonly createdAt: number
  readonly updatedAt: number
}

/** Neither waiting for its first grant nor disconnected. */
export const isVisible = ({ state }: Pick<ConnectedAccount, 'state'>): boolean =>
  state === 'connected' || state === 'needs_reauthorization'

export type AccountCare = Omit<Observation, 'nextCareAt' | 'observedAt'>

/** Of a connection that nobody has looked at yet. */
export const UNSEEN: AccountCare = {
  lastUsedAt: null,
  lastRefreshedAt: null,
  lastError: null,
  needsUser: null,
}

/** Of a connection that its owner has said nothing of, and nobody has looked at. */
export const PLAIN = { nickname: null, preferred: false, pictureId: null } as const

/** Shared credentials belong to the operator and work in sandboxes only. */
export const mayUseShared = (environmentKind: 'sandbox' | 'production'): boolean =>
  environmentKind === 'sandbox'
