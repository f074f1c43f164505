/** Gives a grant back to its provider: by token, best effort, with an outcome that can be told. */
import type { ReplacedGrant } from '../../domain/grant.ts'
import type { OwnerReference } from '../../domain/owner.ts'
import { errorFields } from '../../kit/log.ts'
import type { Secret } from '../../kit/secret.ts'
import { revokeToken } from '../../oauth/revocation.ts'
import type { ConnectAttempt } from '../../storage/connect-attempts.ts'
import {
  accountById,
  isAccountHeld,
  isGrantShared,
  recordRevocation,
} from '../../storage/connected-accounts.ts'
import {
  deleteCredentialVersions,
  deleteGrantVersions,
  isGrantTaken,
} from '../../storage/credential-versions.ts'
import { commit } from '../../storage/database.ts'
import { environmentById } from '../../storage/environments.ts'
import { openAccessToken, openRefreshToken } from '../../vault/credential-vault.ts'
import { resolveClient, type ResolvedClient } from '../data-integrations/resolve-client.ts'
import { referenceOfAttempt } from '../connect/attempt-reference.ts'
import type { Deps } from '../deps.ts'

type GrantJob = {
  readonly reference: OwnerReference
  readonly slug: string
  readonly grant: ReplacedGrant
}

export type RevocationOutcome = 'revoked' | 'not_supported' | 'failed' | 'skipped_shared_grant'

/** Revokes tokens that are in hand. */
export async function revokeTokens(
  deps: Deps,
  reference: OwnerReference,
  { definition, client }: ResolvedClient,
  tokens: {
    readonly accessToken?: Secret<string> | undefined
    readonly refreshToken?: Secret<string> | undefined
  },
): Promise<'revoked' | 'not_supported' | 'failed'> {
  const egress = deps.egressFor(reference.environmentKind)
  return (await revokeToken(egress, definition, client, tokens)).outcome
}

/**
 * Revokes a disconnected account's grant and forgets what was stored of it. Providers often end
 * *all* tokens of a user for an app, so a grant that another connection lives on is left alone.
 */
export async function revokeGrant(deps: Deps, job: GrantJob): Promise<void> {
  const { reference, grant } = job
  const at = { environmentId: reference.environmentId, accountId: grant.accountId }
  const outcome = await tryToRevoke(deps, job).catch((error: unknown) => {
    deps.log.warn('revocation_failed', { account_id: grant.accountId, ...errorFields(error) })
    return 'failed' as const
  })
  deps.log.info('grant_revoked', { account_id: grant.accountId, slug: job.slug, outcome })
  await commit(deps.db, [
    recordRevocation(deps.db, at, outcome),
    deleteCredentialVersions(deps.db, at),
  ])
}

/**
 * Revokes a grant that another one has replaced, if it belongs to another account at the provider.
 *
 * @param job `identifier`: the account that the old grant was for; null when it is, or may be, the
 * same as the new one, whose grant would be ended too
 */
export async function revokeReplaced(
  deps: Deps,
  job: GrantJob & { readonly identifier: string | null },
): Promise<void> {
  const { reference, grant, identifier } = job
  const at = { environmentId: reference.environmentId, accountId: grant.accountId }
  const outcome =
    identifier === null || (await isAccountHeld(deps.db, at.environmentId, job.slug, identifier))
      ? 'skipped_shared_grant'
      : await openAndRevoke(deps, job)
  deps.log.info('replaced_grant_revoked', { account_id: at.accountId, slug: job.slug, outcome })
  await commit(deps.db, [
    deleteGrantVersions(deps.db, { ...at, grantId: grant.credential.grantId }),
  ])
}

/** Revokes a candidate that will never be a connection, unless its account is connected elsewhere. */
export async function revokeCandidate(deps: Deps, attempt: ConnectAttempt): Promise<void> {
  const { candidate } = attempt
  if (candidate === null) return
  const environment = await environmentById(deps.db, attempt.environmentId)
  if (environment === undefined) return
  const isHeld =
    candidate.accountIdentifier === null ||
    (await isAccountHeld(
      deps.db,
      attempt.environmentId,
      attempt.slug,
      candidate.accountIdentifier,
    )) ||
    // Its proof was accepted: the owner's object may hold it already.
    (await isGrantTaken(deps.db, {
      environmentId: attempt.environmentId,
      grantId: candidate.grantId,
    }))
  const outcome = isHeld
    ? 'skipped_shared_grant'
    : await openAndRevoke(deps, {
        reference: referenceOfAttempt(attempt, environment),
        slug: attempt.slug,
        grant: {
          accountId: candidate.accountId,
          clientVersionId: attempt.clientVersionId,
          credential: { ...candidate, epoch: 1, obtainedAt: attempt.updatedAt },
        },
      })
  deps.log.info('candidate_revoked', { attempt_id: attempt.id, slug: attempt.slug, outcome })
}

async function tryToRevoke(deps: Deps, job: GrantJob): Promise<RevocationOutcome> {
  const { reference, grant } = job
  const account = await accountById(deps.db, reference.environmentId, grant.accountId)
  const isShared = account !== undefined && (await isGrantShared(deps.db, account))
  return isShared ? 'skipped_shared_grant' : openAndRevoke(deps, job)
}

async function openAndRevoke(
  deps: Deps,
  job: GrantJob,
): Promise<'revoked' | 'not_supported' | 'failed'> {
  const { reference, grant } = job
  const { credential } = grant
  const resolved = await resolveClient(
    deps,
    {
      environmentId: reference.environmentId,
      integrationId: reference.integrationId,
      slug: job.slug,
      clientVersionId: grant.clientVersionId,
    },
    null,
  )
  if (!resolved.ok) return 'failed'
  const at = {
    environmentId: reference.environmentId,
    accountId: grant.accountId,
    grantId: credential.grantId,
    epoch: credential.epoch,
  }
  const access = await openAccessToken(deps.keyring, at, credential)
  const refresh =
    credential.sealedRefresh === null
      ? undefined
      : await openRefreshToken(deps.keyring, at, {
          sealedRefresh: credential.sealedRefresh,
          wrappedKey: credential.wrappedKey,
        })
  if (!access.ok || refresh?.ok === false) return 'failed'
  return revokeTokens(deps, reference, resolved.value, {
    accessToken: access.value,
    refreshToken: refresh?.value,
  })
}
