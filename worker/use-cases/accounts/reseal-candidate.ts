/** Seals a candidate again for another account id: a ciphertext is bound to the row it lies in. */
import type { OwnerReference } from '../../domain/owner.ts'
import type { Candidate } from '../../storage/connect-attempts.ts'
import { openTokens, sealTokens } from '../../vault/credential-vault.ts'
import type { Deps } from '../deps.ts'

export async function resealFor(
  deps: Deps,
  candidate: Candidate,
  reference: OwnerReference,
  accountId: string,
): Promise<Candidate> {
  const { environmentId } = reference
  const at = { environmentId, accountId: candidate.accountId, grantId: candidate.grantId, epoch: 1 }
  const opened = await openTokens(deps.keyring, at, candidate)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const place = { environmentId, accountId, grantId: candidate.grantId, epoch: 1 }
  const sealed = await sealTokens(deps.keyring, place, opened.value)
  if (!sealed.ok) throw new Error(sealed.failure.kind)
  return { ...candidate, ...sealed.value, accountId }
}
