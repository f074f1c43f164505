/** Gives a grant back to its provider: by token, best effort, with an outcome that can be told. */
import type { ReplacedGrant } from '../../domain/grant.ts'
import type { OwnerReference } from '../../domain/owner.ts'
import type { Secret } from '../../kit/secret.ts'
import { revokeToken } from '../../oauth/revocation.ts'
import type { ConnectAttempt } from '../../storage/connect-attempts.ts'
import { isAccountHeld } from '../../storage/connected-accounts.ts'
import { isGrantTaken } from '../../storage/credential-versions.ts'
import { environmentById } from '../../storage/environments.ts'
import { openTokens } from '../../vault/credential-vault.ts'
import { resolveClientOfGrant, type ResolvedClient } from '../data-integrations/resolve-client.ts'
import { referenceOfAttempt } from '../connect/attempt-reference.ts'
import { credentialOfCandidate } from '../accounts/candidate-credential.ts'
import type { Deps } from '../deps.ts'

export type GrantJob = {
  readonly reference: OwnerReference
  readonly slug: string
  readonly grant: ReplacedGrant
  /** Whose account it is there, if anybody knows. */
  readonly accountIdentifier: string | null
}

/** Revokes tokens that are in hand. */
export async function revokeTokens(
  deps: Deps,
  reference: OwnerReference,
  { definition, client }: ResolvedClient,
  tokens: {
    readonly accessToken?: Secret<string> | undefined
    readonly refreshToken?: Secret<string> | undefined
    readonly account?: string | undefined
  },
): Promise<'revoked' | 'not_supported' | 'failed'> {
  const egress = deps.egressFor(reference.environmentKind)
  return (await revokeToken(egress, definition, client, { ...tokens, now: deps.clock() })).outcome
}

/** Revokes a candidate that will never be a connection, unless its account is connected elsewhere. */
export async function revokeCandidate(deps: Deps, attempt: ConnectAttempt): Promise<void> {
  const { candidate } = attempt
  if (candidate === null) return
  const environment = await environmentById(deps.db, attempt.environmentId)
  if (environment === undefined) return
  const reference = referenceOfAttempt(attempt, environment)
  const { slug } = attempt
  const isHeld =
    candidate.accountIdentifier === null ||
    (await isAccountHeld(deps.db, { ...reference, slug }, candidate.accountIdentifier)) ||
    // Its proof was accepted: the owner's object may hold it already.
    (await isGrantTaken(deps.db, {
      environmentId: attempt.environmentId,
      grantId: candidate.grantId,
    }))
  const outcome = isHeld
    ? 'skipped_shared_grant'
    : await openAndRevoke(deps, {
        reference,
        slug,
        accountIdentifier: candidate.accountIdentifier,
        grant: {
          accountId: candidate.accountId,
          clientVersionId: attempt.clientVersionId,
          config: attempt.config,
          credential: credentialOfCandidate(candidate, attempt.updatedAt),
        },
      })
  deps.log.info('candidate_revoked', { attempt_id: attempt.id, slug, outcome })
}

/** Opens a sealed grant and revokes what the provider takes of it. */
export async function openAndRevoke(
  deps: Deps,
  job: GrantJob,
): Promise<'revoked' | 'not_supported' | 'failed'> {
  const { reference, grant } = job
  const { credential } = grant
  const resolved = await resolveClientOfGrant(deps, {
    environmentId: reference.environmentId,
    integrationId: reference.integrationId,
    slug: job.slug,
    clientVersionId: grant.clientVersionId,
    config: grant.config,
  })
  if (!resolved.ok) return 'failed'
  const at = {
    environmentId: reference.environmentId,
    accountId: grant.accountId,
    grantId: credential.grantId,
    epoch: credential.epoch,
  }
  const opened = await openTokens(deps.keyring, at, credential)
  if (!opened.ok) return 'failed'
  return revokeTokens(deps, reference, resolved.value, {
    accessToken: opened.value.accessToken ?? undefined,
    refreshToken: opened.value.refreshToken ?? undefined,
    account: job.accountIdentifier ?? undefined,
  })
}
