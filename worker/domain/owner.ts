/** Whose connection it is. A user with an organization and the same user without one never match. */
export type Owner = {
  readonly kind: 'user' | 'organization'
  readonly userId: string
  readonly organizationId: string | null
}

export const userOwner = (userId: string, organizationId?: string | null): Owner => ({
  kind: 'user',
  userId,
  organizationId: organizationId ?? null,
})

export const organizationOwner = (organizationId: string): Owner => ({
  kind: 'organization',
  userId: '',
  organizationId,
})

/** Everything that names one owner's object: what it must know of itself before it knows anything. */
export type OwnerReference = {
  readonly environmentId: string
  /** Not part of the name: it says which hosts may be called for this owner. */
  readonly environmentKind: 'sandbox' | 'production'
  readonly integrationId: string
  readonly owner: Owner
}

/**
 * The text whose SHA-256 names the owner's object. JSON keeps `a:b`+`c` and `a`+`b:c` apart, and
 * the integration's *id* keeps a slug that was deleted and added again away from old copies.
 */
export const ownerObjectText = ({ environmentId, integrationId, owner }: OwnerReference): string =>
  JSON.stringify([environmentId, integrationId, owner.kind, owner.userId, owner.organizationId])
