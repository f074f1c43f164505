/** Where tokens that a product brings come to lie, and how they are sealed for it. */
import type { Environment } from '../../domain/environment.ts'
import type { Standing } from '../../domain/object-messages.ts'
import type { ConnectedAccount } from '../../domain/integration.ts'
import { clientUnset, type OrganizationClientUnset } from '../../domain/organization-override.ts'
import type { Owner, OwnerReference } from '../../domain/owner.ts'
import { newId } from '../../kit/ids.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import { careRulesOf } from '../../providers/care-rules.ts'
import type { Candidate } from '../../storage/connect-attempts.ts'
import { integrationBySlug } from '../../storage/data-integrations.ts'
import { sealTokens } from '../../vault/credential-vault.ts'
import type { AuthMethodMismatch } from '../data-integrations/integration-methods.ts'
import type { Deps } from '../deps.ts'
import type { OnceFailure } from '../idempotency/add-once.ts'
import { effectiveIntegration } from '../organizations/effective-integration.ts'
import type { ImportedTokens, TokensRefused } from './imported-tokens.ts'
import type { NewGrant } from './place-grant.ts'

/** What a caller names; what is absent stays as it is, and null takes it away. */
export type TokenChanges = {
  readonly accessToken?: Secret | null | undefined
  readonly refreshToken?: Secret | null | undefined
  /** Epoch milliseconds. */
  readonly expiresAt?: number | null | undefined
  readonly scopes?: readonly string[] | null | undefined
  readonly state?: Standing['status'] | null | undefined
}

export type ImportFailure =
  | TokensRefused
  | OrganizationClientUnset
  | AuthMethodMismatch
  | { readonly kind: 'integration_not_found'; readonly slug: string }
  | { readonly kind: 'account_exists'; readonly slug: string }
  | { readonly kind: 'account_not_found' }
  | { readonly kind: 'account_changed' }
  | { readonly kind: 'too_many_connections' }
  | OnceFailure
  | { readonly kind: 'account_unavailable'; readonly retryAfterSeconds: number }

export type AccountTarget = {
  readonly environment: Environment
  readonly slug: string
  readonly owner: Owner
  /** Exactly this connection; the compatibility one unless told. */
  readonly accountId?: string | undefined
}

export type Place = Pick<NewGrant, 'reference' | 'slug' | 'clientVersionId'> & {
  readonly rules: Candidate['rules']
  /** Why no refresh token can be taken: there is no OAuth client that it could belong to. */
  readonly unset?: OrganizationClientUnset | undefined
}

export async function placeOf(
  deps: Deps,
  { environment, slug, owner }: AccountTarget,
): Promise<Result<Place, ImportFailure>> {
  const row = await integrationBySlug(deps.db, environment.id, slug, owner.kind)
  const { organizationId } = owner
  const effective =
    row === undefined ? undefined : await effectiveIntegration(deps, row, organizationId)
  if (effective === undefined) return fail({ kind: 'integration_not_found', slug })
  const { integration, definition } = effective
  if (!integration.authMethods.includes('oauth')) {
    return fail({ kind: 'auth_method_mismatch', slug, wanted: 'oauth' })
  }
  const reference: OwnerReference = {
    environmentId: environment.id,
    environmentKind: environment.kind,
    integrationId: integration.id,
    owner,
  }
  const { clientVersionId } = integration
  const unset = clientUnset(integration, organizationId)
  return ok({ reference, slug, clientVersionId, rules: careRulesOf(definition), unset })
}

export async function sealCandidate(
  deps: Deps,
  { reference, rules }: Place,
  tokens: ImportedTokens,
  account: Pick<Candidate, 'accountId' | 'scopes' | 'accountIdentifier' | 'accountDisplayName'> &
    Partial<Pick<Candidate, 'grantId'>>,
): Promise<Candidate> {
  const now = deps.clock()
  const grantId = account.grantId ?? newId('grant', now, deps.random)
  const { environmentId } = reference
  const at = { environmentId, accountId: account.accountId, grantId, epoch: 1 }
  const sealed = await sealTokens(deps.keyring, at, tokens)
  if (!sealed.ok) throw new Error(sealed.failure.kind)
  return {
    ...sealed.value,
    ...account,
    grantId,
    // Without an access token there is one to be fetched at once, or none at all.
    expiresAt: tokens.accessToken === null ? now : tokens.expiresAt,
    refreshExpiresAt: null,
    ...(rules === undefined ? {} : { rules }),
    metadata: {},
  }
}

export const logged = (account: ConnectedAccount) => ({
  environment_id: account.environmentId,
  account_id: account.id,
  slug: account.slug,
  outcome: account.state,
})
