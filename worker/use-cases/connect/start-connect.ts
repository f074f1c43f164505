/** Authorize: makes a connect attempt and the one-time address behind which it begins. */
import { isAllowedReturn, type Environment } from '../../domain/environment.ts'
import { mayUseShared } from '../../domain/integration.ts'
import {
  clientUnset,
  type EffectiveIntegration,
  type IntegrationDisabled,
  type OrganizationClientUnset,
} from '../../domain/organization-override.ts'
import type { Owner } from '../../domain/owner.ts'
import { minutes } from '../../kit/clock.ts'
import { randomToken, sha256Hex } from '../../kit/digest.ts'
import { newId } from '../../kit/ids.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { checkInstallationConfig, type ConfigFailure } from '../../providers/config-fields.ts'
import type { ProviderDefinition, StringRecord } from '../../providers/definition.ts'
import { insertAttempt, type ConnectAttempt } from '../../storage/connect-attempts.ts'
import { integrationBySlug } from '../../storage/data-integrations.ts'
import {
  connectionDefinition,
  type DefinitionUnusable,
} from '../data-integrations/connection-definition.ts'
import type { AuthMethodMismatch } from '../data-integrations/integration-methods.ts'
import { isSharedOffered } from '../data-integrations/shared-client.ts'
import type { Deps } from '../deps.ts'
import { effectiveIntegration } from '../organizations/effective-integration.ts'
import { checkAim, type AimFailure, type ConnectAim } from './connect-aim.ts'

const ATTEMPT_LIFETIME_MS = minutes(10)
const S256_CHALLENGE = /^[A-Za-z0-9_-]{43}$/

export type StartConnect = {
  readonly environment: Environment
  readonly slug: string
  readonly owner: Owner
  /** The member who connects an organization's account; the owning user unless told. */
  readonly actingUserId?: string
  /** What the confirmation page calls the user. */
  readonly userLabel: string | null
  /** The page that asked, when a browser did; exact, and already found to be registered. */
  readonly origin: string | null
  readonly surface: 'widget' | 'api'
  readonly requireHandoff: boolean
  readonly codeChallenge: string | null
  readonly returnTo: string | null
  /** Which connection is to be made; the compatibility one unless told. */
  readonly aim?: ConnectAim
  /** Values of the provider's config fields for this connection; those that it has unless told. */
  readonly config?: StringRecord | undefined
}

export type StartedConnect = {
  readonly attemptId: string
  readonly expiresAt: number
  readonly url: string
  readonly redirectToken: string
  readonly handoffToken: string | null
}

export type StartFailure =
  | { readonly kind: 'integration_not_found'; readonly slug: string }
  | IntegrationDisabled
  | OrganizationClientUnset
  | { readonly kind: 'shared_credentials_not_allowed'; readonly slug: string }
  | { readonly kind: 'credentials_missing'; readonly slug: string }
  | AimFailure
  | AuthMethodMismatch
  | ConfigFailure
  | { readonly kind: 'code_challenge_invalid' }
  | { readonly kind: 'binding_required' }
  | { readonly kind: 'return_to_required' }
  | { readonly kind: 'return_to_not_allowed'; readonly returnTo: string }

/** Writes nothing unless everything is in order; sends nothing to anybody. */
export async function startConnect(
  deps: Deps,
  input: StartConnect,
): Promise<Result<StartedConnect, StartFailure>> {
  const frozen = freezeBinding(input)
  if (!frozen.ok) return frozen
  const row = await integrationBySlug(deps.db, input.environment.id, input.slug, input.owner.kind)
  if (row === undefined) return fail({ kind: 'integration_not_found', slug: input.slug })
  const found = await effectiveIntegration(deps, row, input.owner.organizationId)
  if (found === undefined) return fail({ kind: 'integration_not_found', slug: input.slug })
  const { integration, definition } = found
  const usable = checkUsable(deps, input, integration)
  if (!usable.ok) return usable
  const aimed = await checkAim(deps, input, row.integration.id)
  if (!aimed.ok) return aimed

  if (definition.oauth === undefined) throw new Error('OAuth without a definition of it')
  const { config: known, ...aim } = aimed.value
  const config = checkInstallationConfig(
    definition.configFields,
    saidOf(input) ?? stillAsked(definition, known, integration.config),
    integration.config,
  )
  if (!config.ok) return config
  const reachable = connectionDefinition(definition, integration.config, config.value)
  if (!reachable.ok) return unreachable(definition, reachable.failure)

  const { scopes: defined } = definition.oauth
  const scopes = [...new Set([...(integration.scopes ?? defined.default), ...defined.required])]
  const now = deps.clock()
  const ticket = randomToken(deps.random)
  const redirectToken = randomToken(deps.random)
  const handoffToken = frozen.value.hasHandoff ? randomToken(deps.random) : null
  const attempt: ConnectAttempt = {
    id: newId('attempt', now, deps.random),
    environmentId: input.environment.id,
    dataIntegrationId: integration.id,
    slug: input.slug,
    ownerKind: input.owner.kind,
    userId: input.actingUserId ?? input.owner.userId,
    organizationId: input.owner.organizationId ?? '',
    userLabel: input.userLabel,
    status: 'created',
    binding: frozen.value.binding,
    handoffTokenHash: handoffToken === null ? null : await sha256Hex(handoffToken),
    redirectTokenHash: await sha256Hex(redirectToken),
    origin: input.origin,
    codeChallenge: input.codeChallenge,
    returnTo: input.returnTo,
    ticketHash: await sha256Hex(ticket),
    cookieHash: null,
    stateHash: null,
    sealedVerifier: null,
    verifierKey: null,
    securityVersion: integration.securityVersion,
    clientVersionId: integration.clientVersionId,
    scopes,
    candidate: null,
    completionCodeHash: null,
    completionTries: 0,
    failureCode: null,
    accountId: null,
    config: { ...config.value },
    ...aim,
    createdAt: now,
    expiresAt: now + ATTEMPT_LIFETIME_MS,
    updatedAt: now,
  }
  await insertAttempt(deps.db, attempt)
  deps.log.info('connect_started', {
    environment_id: attempt.environmentId,
    attempt_id: attempt.id,
    slug: attempt.slug,
    outcome: attempt.binding,
  })
  return ok({
    attemptId: attempt.id,
    expiresAt: attempt.expiresAt,
    url: `${deps.publicUrl}/data-integrations/${ticket}/authorize-redirect`,
    redirectToken,
    handoffToken,
  })
}

type Frozen = { readonly binding: ConnectAttempt['binding']; readonly hasHandoff: boolean }

/** How the attempt will be bound to the user who began it. Nothing later can weaken it. */
function freezeBinding(input: StartConnect): Result<Frozen, StartFailure> {
  const { codeChallenge, returnTo, surface } = input
  if (codeChallenge !== null && !S256_CHALLENGE.test(codeChallenge)) {
    return fail({ kind: 'code_challenge_invalid' })
  }
  if (returnTo !== null && !isAllowedReturn(input.environment, returnTo)) {
    return fail({ kind: 'return_to_not_allowed', returnTo })
  }
  if (surface === 'widget' && (input.requireHandoff || codeChallenge === null)) {
    return ok({ binding: codeChallenge === null ? 'handoff' : 'verifier', hasHandoff: true })
  }
  if (codeChallenge === null) {
    return input.environment.settings.requiresBinding === true
      ? fail({ kind: 'binding_required' })
      : ok({ binding: 'confirmation', hasHandoff: false })
  }
  // The completion code travels by the return address; without one nobody could ever finish.
  if (returnTo === null) return fail({ kind: 'return_to_required' })
  return ok({ binding: 'verifier', hasHandoff: false })
}

function checkUsable(
  deps: Deps,
  { environment, owner }: StartConnect,
  integration: EffectiveIntegration,
): Result<null, StartFailure> {
  const { slug, ownership, disabledBy } = integration
  if (disabledBy !== null) {
    return fail({ kind: 'integration_disabled', slug, ownership, disabledBy })
  }
  if (!integration.authMethods.includes('oauth')) {
    return fail({ kind: 'auth_method_mismatch', slug, wanted: 'oauth' })
  }
  const unset = clientUnset(integration, owner.organizationId)
  if (unset !== undefined) return fail(unset)
  if (integration.credentialsType === 'shared') {
    if (!mayUseShared(environment.kind))
      return fail({ kind: 'shared_credentials_not_allowed', slug })
    return isSharedOffered(deps, slug) ? ok(null) : fail({ kind: 'credentials_missing', slug })
  }
  return integration.clientVersionId === null
    ? fail({ kind: 'credentials_missing', slug })
    : ok(null)
}

/** A form without fields sends nothing, or nothing in it. */
const saidOf = ({ config = {} }: StartConnect): StringRecord | undefined =>
  Object.keys(config).length === 0 ? undefined : config

/** What a connection that is made anew has said before, and has to say still. */
const stillAsked = (
  { configFields }: ProviderDefinition,
  known: StringRecord,
  pinned: StringRecord,
): StringRecord =>
  Object.fromEntries(
    Object.entries(known).filter(
      ([key]) =>
        !Object.hasOwn(pinned, key) &&
        configFields.some((field) => field.key === key && field.scope === 'installation'),
    ),
  )

/** Which value is missing, or does not fit where it stands in an address. */
function unreachable(
  { configFields }: ProviderDefinition,
  { key }: DefinitionUnusable,
): Result<never, ConfigFailure> {
  const field = configFields.find((one) => one.key === key)
  return fail({
    kind: 'config_invalid',
    key: key ?? '',
    reason: field?.scope === 'integration' ? 'integration_lacks' : 'pattern',
    label: field?.label ?? key ?? '',
    example: field?.example ?? null,
  })
}
