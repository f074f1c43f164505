/** What must hold before a token is vended: the key, its environment, the integration. */
import type { Environment } from './environment.ts'
import type { KeyScope } from './key-scope.ts'
import type { DataIntegration } from './integration.ts'

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

export type VendCheck = {
  readonly key: KeySnapshot | null
  readonly integration: IntegrationSnapshot | null
}

export const isKeyLive = (key: KeySnapshot, now: number): boolean =>
  key.revokedAt === null && (key.expiresAt === null || key.expiresAt > now)
