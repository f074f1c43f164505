import type { SealedCredential } from '../../domain/grant.ts'
import type { Candidate } from '../../storage/connect-attempts.ts'

/** The first credential of the grant that a candidate is. */
export const credentialOfCandidate = (
  candidate: Candidate,
  obtainedAt: number,
): SealedCredential => ({
  grantId: candidate.grantId,
  epoch: 1,
  sealedAccess: candidate.sealedAccess,
  sealedRefresh: candidate.sealedRefresh,
  wrappedKey: candidate.wrappedKey,
  expiresAt: candidate.expiresAt,
  refreshExpiresAt: candidate.refreshExpiresAt ?? null,
  obtainedAt,
  scopes: candidate.scopes,
  metadata: candidate.metadata,
})
