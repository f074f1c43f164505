/** Seals a candidate again for another account id: a ciphertext is bound to the row it lies in. */
import type { OwnerReference } from '../../domain/owner.ts'
import type { Candidate } from '../../storage/connect-attempts.ts'
import { openAccessToken, openRefreshToken, sealTokens } from '../../vault/credential-vault.ts'
import type { Deps } from '../deps.ts'

export async function resealFor(
  deps: Deps,
  candidate: Candidate,
  reference: OwnerReference,
  accountId: string,
): Promise<Candidate> {
  const { environmentId } = reference
  const at = { environmentId, accountId: candidate.accountId, grantId: candidate.grantId, epoch: 1 }
  const access = await openAccessToken(deps.keyring, at, candidate)
  if (!access.ok) throw new Error(access.failure.kind)
  const refresh =
    candidate.sealedRefresh === null
      ? undefined
      : await openRefreshToken(deps.keyring, at, {
          sealedRefresh: candidate.sealedRefresh,
          wrappedKey: candidate.wrappedKey,
        })
  if (refresh?.ok === false) throw new Error(refresh.failure.kind)
  const sealed = await sealTokens(
    deps.keyring,
    { environmentId, accountId, grantId: candidate.grantId, epoch: 1 },
    { accessToken: access.value, refreshToken: refresh?.value },
  )
  if (!sealed.ok) throw new Error(sealed.failure.kind)
  return { ...candidate, ...sealed.value, accountId }
}
