/** A provider switched on in an environment, and the connection that an owner has to it. */
import type { Observation } from './care.ts'
import type { AccountStatus } from './grant.ts'
import type { Owner } from './owner.ts'

export type CredentialsType = 'shared' | 'custom'

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
  readonly description: string | null
  readonly enabled: boolean
  readonly isCustomProvider: boolean
  readonly securityVersion: number
  readonly deletingAt: number | null
  readonly createdAt: number
  readonly updatedAt: number
}

export type ConnectedAccount = {
  readonly id: string
  readonly environmentId: string
  readonly integrationId: string
  readonly slug: string
  readonly owner: Owner
  readonly state: AccountStatus | 'pending'
  readonly reason: string | null
  readonly grantId: string
  readonly clientVersionId: string | null
  readonly scopes: readonly string[]
  readonly accountIdentifier: string | null
  readonly accountDisplayName: string | null
  readonly sequence: number
  /** How it fares, as its object last told. */
  readonly care: AccountCare
  readonly createdAt: number
  readonly updatedAt: number
}

export type AccountCare = Omit<Observation, 'nextCareAt' | 'observedAt'>

/** Of a connection that nobody has looked at yet. */
export const UNSEEN: AccountCare = {
  lastUsedAt: null,
  lastRefreshedAt: null,
  lastError: null,
  needsUser: null,
}

/** Shared credentials belong to the operator and work in sandboxes only. */
export const mayUseShared = (environmentKind: 'sandbox' | 'production'): boolean =>
  environmentKind === 'sandbox'
