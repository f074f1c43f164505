/** The owner that a body names. */
import type { OwnerBody } from '../contract/owner.ts'
import { organizationOwner, userOwner, type Owner } from '../domain/owner.ts'
import { field } from './failures/words.ts'

/** @throws ApiError 422 `organization_required`: a shared connection belongs to an organization */
export function ownerOfBody(body: OwnerBody): Owner {
  const organizationId = body.organization_id ?? null
  if (body.connection_owner !== 'organization') return userOwner(body.user_id, organizationId)
  if (organizationId !== null) return organizationOwner(organizationId)
  throw field(
    'organization_id',
    'organization_required',
    'With "connection_owner": "organization" send organization_id: the organization whose shared connection is meant.',
  )
}
