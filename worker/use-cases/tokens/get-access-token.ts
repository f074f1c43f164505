/** Vends a credential to a backend: one hop to the owner's object, the checks beside it. */
import type { VendOutcome } from '../../domain/object-messages.ts'
import type { AuthMethod } from '../../domain/integration.ts'
import type { Owner, OwnerReference } from '../../domain/owner.ts'
import {
  configFor,
  disablerOf,
  scopesFor,
  type IntegrationDisabled,
} from '../../domain/organization-override.ts'
import type { VendAt, VendCheck } from '../../domain/vend-check.ts'
import { errorFields } from '../../kit/log.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import { effectiveConfig } from '../../providers/config-fields.ts'
import { missingScopes } from '../../providers/missing-scopes.ts'
import { openAccessToken } from '../../vault/credential-vault.ts'
import type { AuthMethodMismatch } from '../data-integrations/integration-methods.ts'
import { resolveDefinition } from '../data-integrations/resolve-client.ts'
import type { SelectionFailure } from '../accounts/disconnect.ts'
import type { Deps } from '../deps.ts'
import { admitKey, type KeyClaim, type KeyRefused } from './admit-key.ts'

export type VendInput = KeyClaim & {
  readonly keyId: string
  readonly slug: string
  readonly owner: Owner
  /** Only this account will do; null for the one that the caller's view leaves. */
  readonly accountId: string | null
  /** The caller knows that there may be several. */
  readonly plural: boolean
  /** An access token is OAuth's; any credential will do otherwise. */
  readonly wants: 'access_token' | 'credential'
  /** What the token must be good for; what the integration asks for unless told. */
  readonly requestedScopes?: readonly string[] | null
}

export type AccessTokenOutcome =
  | { readonly kind: 'active'; readonly token: AccessToken }
  | { readonly kind: 'inactive'; readonly error: 'not_installed' | 'needs_reauthorization' }

export type AccessToken = {
  readonly value: Secret<string>
  readonly authMethod: AuthMethod
  /** What holds for this connection now, by config field. */
  readonly config: Readonly<Record<string, string>>
  readonly expiresAt: number | null
  readonly scopes: readonly string[]
  readonly missingScopes: readonly string[]
  readonly metadata: Readonly<Record<string, string>>
  /** Which credential of which grant this is. */
  readonly position: {
    readonly accountId: string
    readonly grantId: string
    readonly epoch: number
  }
}

export type VendFailure =
  | KeyRefused
  | { readonly kind: 'integration_not_found'; readonly slug: string }
  | SelectionFailure
  | IntegrationDisabled
  | AuthMethodMismatch
  | { readonly kind: 'integrity_error' }
  | { readonly kind: 'vault_key_wrong'; readonly kid: string }
  | { readonly kind: 'vend_unavailable'; readonly code: string; readonly retryAfterSeconds: number }

export type Vended = Result<AccessTokenOutcome, VendFailure> & {
  readonly environmentId?: string | undefined
  readonly reference?: OwnerReference | undefined
}

/**
 * @returns the token, or why there is none; a disconnected or dead connection is an outcome, not a
 * failure (contract 2.4)
 */
export async function getAccessToken(deps: Deps, input: VendInput): Promise<Vended> {
  const { keyId, slug, owner } = input
  const at: VendAt = { keyId, slug, ownership: owner.kind, organizationId: owner.organizationId }
  const known = deps.vendChecks.peek(at)
  if (known?.isFresh === true) {
    const checked = await checkVend(deps, input, known.check)
    if (!checked.ok) return checked
    return answer(deps, input, checked.value, await hop(deps, input, checked.value))
  }

  // The old snapshot says where the object is; D1 is asked beside the hop, and both must agree. Who
  // would be refused by the old one does not get that far: a hop may send something to a provider.
  const stale = known === undefined ? undefined : await checkVend(deps, input, known.check)
  const guess = stale?.ok === true ? referenceOf(stale.value, input) : undefined
  const early = guess === undefined ? undefined : hopTo(deps, input, guess)
  const [check, earlyOutcome] = await Promise.all([deps.vendChecks.load(at, deps.waitUntil), early])
  const checked = await checkVend(deps, input, check)
  if (!checked.ok) return checked
  const reference = referenceOf(checked.value, input)
  const isSameObject = guess !== undefined && JSON.stringify(guess) === JSON.stringify(reference)
  const outcome =
    isSameObject && earlyOutcome !== undefined
      ? earlyOutcome
      : await hop(deps, input, checked.value)
  return answer(deps, input, checked.value, outcome)
}

type Checked = VendCheck & {
  readonly key: NonNullable<VendCheck['key']>
  readonly integration: NonNullable<VendCheck['integration']>
}

async function checkVend(
  deps: Deps,
  input: VendInput,
  check: VendCheck,
): Promise<Result<Checked, VendFailure>> {
  const { integration, override } = check
  const admitted = await admitKey(deps, input, check.key)
  if (!admitted.ok) return admitted
  const key = admitted.value
  if (integration === null) return fail({ kind: 'integration_not_found', slug: input.slug })
  const { slug, ownership } = integration.integration
  const disabledBy = disablerOf(integration.integration, override)
  if (disabledBy !== null) {
    return fail({ kind: 'integration_disabled', slug, ownership, disabledBy })
  }
  return ok({ ...check, key, integration })
}

function referenceOf(
  check: Pick<VendCheck, 'key' | 'integration'>,
  input: VendInput,
): OwnerReference | undefined {
  if (check.key === null || check.integration === null) return undefined
  return {
    environmentId: check.key.environment.id,
    environmentKind: check.key.environment.kind,
    integrationId: check.integration.integration.id,
    owner: input.owner,
  }
}

async function hop(deps: Deps, input: VendInput, check: Checked): Promise<VendOutcome> {
  const reference = referenceOf(check, input)
  return reference === undefined ? { kind: 'not_installed' } : hopTo(deps, input, reference)
}

async function hopTo(
  deps: Deps,
  { slug, accountId, plural }: VendInput,
  reference: OwnerReference,
): Promise<VendOutcome> {
  // Undefined members do not travel: what an owner's only connection is asked for stays short.
  const selection = { accountId: accountId ?? undefined, plural: plural || undefined }
  const request = { v: 1, reference, slug, ...selection } as const
  try {
    return await deps.ownerAccounts(reference).vend(request)
  } catch (error) {
    // An object that was killed while it answered comes back with its storage: ask it once more.
    if (isOverloaded(error)) return unreachable
    try {
      return await deps.ownerAccounts(reference).vend(request)
    } catch (again) {
      deps.log.warn('object_unreachable', { slug, ...errorFields(again) })
      return unreachable
    }
  }
}

const unreachable = {
  kind: 'unavailable',
  code: 'storage_unavailable',
  retryAfterSeconds: 1,
} as const

const isOverloaded = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'overloaded' in error && error.overloaded === true

async function answer(
  deps: Deps,
  input: VendInput,
  { key, integration, override }: Checked,
  outcome: VendOutcome,
): Promise<Vended> {
  const environmentId = key.environment.id
  switch (outcome.kind) {
    case 'not_installed':
    case 'needs_reauthorization':
      return { ...ok({ kind: 'inactive', error: outcome.kind } as const), environmentId }
    case 'selection_required':
      return fail({ kind: 'account_selection_required', connections: outcome.connections })
    case 'unavailable':
      if (outcome.code === 'integrity_error') return integrityFailure(deps)
      return fail({
        kind: 'vend_unavailable',
        code: outcome.code,
        retryAfterSeconds: outcome.retryAfterSeconds,
      })
    case 'active': {
      const { accountId, credential } = outcome
      // An object of an older version answers with the one that it knows of.
      if (input.accountId !== null && input.accountId !== accountId) {
        return { ...ok({ kind: 'inactive', error: 'not_installed' } as const), environmentId }
      }
      const authMethod = outcome.authMethod ?? 'oauth'
      if (input.wants === 'access_token' && authMethod !== 'oauth') {
        const { slug } = input
        return fail({ kind: 'auth_method_mismatch', slug, wanted: 'oauth', existing: authMethod })
      }
      const { grantId, epoch } = credential
      const opened = await openAccessToken(
        deps.keyring,
        { environmentId, accountId, grantId, epoch },
        credential,
      )
      if (!opened.ok) return vaultFailure(deps, accountId, opened.failure)
      const definition = resolveDefinition(deps, input.slug, integration.definition)
      const { integration: row } = integration
      const otherwise = authMethod === 'oauth' ? (definition?.oauth?.scopes.default ?? []) : []
      const requested = input.requestedScopes ?? scopesFor(row, override, otherwise) ?? otherwise
      const token: AccessToken = {
        value: opened.value,
        authMethod,
        config: effectiveConfig(
          definition?.configFields ?? [],
          configFor(row, override),
          outcome.config ?? {},
        ),
        expiresAt: credential.expiresAt,
        scopes: credential.scopes,
        missingScopes:
          definition === undefined ? [] : missingScopes(definition, requested, credential.scopes),
        metadata: credential.metadata,
        position: { accountId, grantId, epoch },
      }
      const reference = referenceOf({ key, integration }, input)
      return { ...ok({ kind: 'active', token } as const), environmentId, reference }
    }
  }
}

/** One text that is broken, or a whole ring that is. */
async function integrityFailure(deps: Deps): Promise<Result<never, VendFailure>> {
  const kid = await deps.wrongKey()
  return fail(kid === null ? { kind: 'integrity_error' } : { kind: 'vault_key_wrong', kid })
}

async function vaultFailure(
  deps: Deps,
  accountId: string,
  failure:
    | { readonly kind: 'integrity_error' }
    | { readonly kind: 'vault_key_unavailable'; readonly kid: string },
): Promise<Result<never, VendFailure>> {
  if (failure.kind === 'vault_key_unavailable') {
    deps.log.error('vault_key_unavailable', { account_id: accountId, kid: failure.kid })
    return fail({ kind: 'vend_unavailable', code: failure.kind, retryAfterSeconds: 30 })
  }
  const told = await integrityFailure(deps)
  if (!told.ok && told.failure.kind === 'integrity_error') {
    deps.log.error('integrity_error', { account_id: accountId })
  }
  return told
}
