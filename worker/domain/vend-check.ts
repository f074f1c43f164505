/** What must hold before a token is vended: the key, its environment, the integration, the organization's word. */
import type { Environment } from './environment.ts'
import type { KeyScope } from './key-scope.ts'
import type { DataIntegration } from './integration.ts'
import type { OrganizationOverride } from './organization-override.ts'

/** A key as it is checked. The MAC is no secret: it is made with a pepper outside of the database. */
export type KeySnapshot = {
  readonly id: string
  readonly mac: string
  readonly expiresAt: number | null
  readonly revokedAt: number | null
  /** Null: everything. Absent from copies of an older version. */
  readonly scopes?: readonly KeyScope[] | null
  readonly environment: Environment
}

/** An integration as vending sees it; `definition` only when the operator defined the provider. */
export type IntegrationSnapshot = {
  readonly integration: DataIntegration
  readonly definition: unknown
}

/** What an organization has set over an integration, as vending sees it. */
export type OverrideSnapshot = Pick<
  OrganizationOverride,
  'environmentId' | 'dataIntegrationId' | 'organizationId' | 'enabled' | 'scopes' | 'config'
>

export type VendCheck = {
  readonly key: KeySnapshot | null
  readonly integration: IntegrationSnapshot | null
  /** Of the organization that is asked for; null: it has set nothing, or there is none. */
  readonly override: OverrideSnapshot | null
  /** Whether any organization has set anything over this integration. */
  readonly hasOverrides: boolean
}

/** What a vend names: the key, one of the two roots of a provider, and perhaps an organization. */
export type VendAt = Pick<DataIntegration, 'slug' | 'ownership'> & {
  readonly keyId: string
  readonly organizationId: string | null
}

export const isKeyLive = (key: KeySnapshot, now: number): boolean =>
  key.revokedAt === null && (key.expiresAt === null || key.expiresAt > now)
