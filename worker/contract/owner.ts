/** Whose connection a request means: the user's own, or the one that an organization shares. */
import * as v from 'valibot'
import { externalId, optionalId } from './identifiers.ts'

const connectionOwner = v.nullish(
  v.picklist(['user', 'organization'], 'must be user or organization'),
)

/** `user_id` is the owner, or the member who acts for the organization. */
export const ownerEntries = {
  user_id: externalId,
  organization_id: optionalId,
  connection_owner: connectionOwner,
}

export type OwnerBody = {
  readonly user_id: string
  readonly organization_id?: string | null | undefined
  readonly connection_owner?: 'user' | 'organization' | null | undefined
}
