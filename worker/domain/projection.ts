import type { AccountStatus } from './grant.ts'
import type { ConnectionRole } from './integration.ts'

/** What D1 is told after a decision. */
export type Projection = {
  readonly accountId: string
  readonly environmentId: string
  /** Taken over by a row that is pending still: its object decides it once. */
  readonly role?: ConnectionRole
  readonly accountIdentifier?: string | null | undefined
  readonly accountDisplayName?: string | null | undefined
  readonly status: AccountStatus
  readonly reason: string | null
  readonly sequence: number
  readonly scopes: readonly string[]
  readonly grantId: string | null
  readonly clientVersionId: string | null
  readonly objectKeyId: string | null
}
