/** Which OAuth client an organization will use, where its provider is, and what has to be written for it. */
import type { DataIntegration } from '../../domain/integration.ts'
import type { OrganizationOverride } from '../../domain/organization-override.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { effectiveConfig, type ConfigFailure } from '../../providers/config-fields.ts'
import type { ProviderDefinition, StringRecord } from '../../providers/definition.ts'
import { typedHosts } from '../../providers/fill-config.ts'
import {
  clientVersionById,
  replaceDefinitionOf,
  type ClientVersion,
} from '../../storage/client-versions.ts'
import type { Write } from '../../storage/database.ts'
import { checkConfig, filled } from '../data-integrations/check-config.ts'
import { isSameProtocol } from '../data-integrations/custom-provider-settings.ts'
import { planVersion } from '../data-integrations/plan-client.ts'
import type { Deps } from '../deps.ts'

export type OrganizationClientInput = {
  readonly clientId?: string | undefined
  readonly clientSecret?: string | undefined
  /** All of it: what is not named is not set any more. */
  readonly config?: StringRecord | undefined
}

export type OrganizationClientFailure =
  | { readonly kind: 'credentials_not_organization_managed'; readonly slug: string }
  | { readonly kind: 'client_pair_incomplete'; readonly missing: 'client_id' | 'client_secret' }
  | { readonly kind: 'client_required_for_new_address' }
  | (Omit<ConfigFailure, 'kind'> & { readonly kind: 'organization_config_invalid' })

export type OrganizationClientPlan = {
  readonly client: ClientVersion | null
  readonly config: StringRecord
  /** Another client, or another address: a running attempt must not survive it. */
  readonly endsAttempts: boolean
  readonly writes: readonly Write[]
}

/**
 * A new secret for the same client id holds at once; a new client id, or another address for it, is a new
 * version. A version of an organization with values of its own names the provider as they make it.
 */
export async function planOrganizationClient(
  deps: Deps,
  of: {
    readonly integration: DataIntegration
    readonly definition: ProviderDefinition
    readonly before: OrganizationOverride
  },
  input: OrganizationClientInput,
): Promise<Result<OrganizationClientPlan, OrganizationClientFailure>> {
  const { integration, definition, before } = of
  const { slug, environmentId } = integration
  const old =
    before.clientVersionId === null
      ? undefined
      : await clientVersionById(deps.db, environmentId, before.clientVersionId)
  const { clientId, clientSecret } = input
  if ([clientId, clientSecret, input.config].every((given) => given === undefined)) {
    return ok({ client: old ?? null, config: before.config, endsAttempts: false, writes: [] })
  }
  if (integration.credentialsType !== 'organization') {
    return fail({ kind: 'credentials_not_organization_managed', slug })
  }
  if (clientId === undefined && clientSecret !== undefined) {
    return fail({ kind: 'client_pair_incomplete', missing: 'client_id' })
  }
  const isPublicClient = definition.oauth?.token.clientAuthentication === 'none'
  if (clientId !== undefined && clientSecret === undefined && !isPublicClient) {
    return fail({ kind: 'client_pair_incomplete', missing: 'client_secret' })
  }
  const config = input.config ?? before.config
  const checked = checkOwnConfig(definition, config)
  if (!checked.ok) return checked

  const was = { ...integration.config, ...before.config }
  const will = { ...integration.config, ...config }
  const reached = filled(definition, will)
  const movesAddress = !isSameProtocol(filled(definition, was), reached)
  const leavesGrants = movesAddress && old !== undefined && !isFirstWord(definition, was, will)
  // Whoever may change an address must not learn the secret by it (security.md T33).
  if (leavesGrants && clientId === undefined) {
    return fail({ kind: 'client_required_for_new_address' })
  }
  // Whoever sends the client again takes the provider as it is now.
  const isOutdated = old?.definition != null && !isSameProtocol(old.definition, reached)
  const planned =
    clientId === undefined
      ? { version: old, writes: [] }
      : await planVersion(deps, integration, leavesGrants || isOutdated ? undefined : old, {
          clientId,
          clientSecret: clientSecret ?? null,
        })
  if (planned.version === undefined) {
    return ok({ client: null, config, endsAttempts: false, writes: [] })
  }
  const own = Object.keys(config).length === 0 ? null : reached
  const client = { ...planned.version, definition: own }
  const endsAttempts = movesAddress || client.id !== old?.id
  return ok({
    client,
    config,
    endsAttempts,
    writes: [...planned.writes, ...(endsAttempts ? [replaceDefinitionOf(deps.db, client)] : [])],
  })
}

function checkOwnConfig(
  definition: ProviderDefinition,
  config: StringRecord,
): Result<null, OrganizationClientFailure> {
  const checked = checkConfig(definition, config)
  if (!checked.ok) return fail({ ...checked.failure, kind: 'organization_config_invalid' })
  const hosts = typedHosts(definition)
  const key = Object.keys(config).find((one) => hosts.has(one))
  if (key === undefined) return ok(null)
  const field = definition.configFields.find((one) => one.key === key)
  return fail({
    kind: 'organization_config_invalid',
    key,
    reason: 'not_for_organizations',
    label: field?.label ?? key,
    example: field?.example ?? null,
  })
}

/** Nobody can have connected before: what it takes for all connections is said for the first time. */
function isFirstWord(
  { configFields }: ProviderDefinition,
  was: StringRecord,
  will: StringRecord,
): boolean {
  const before = effectiveConfig(configFields, was)
  const after = effectiveConfig(configFields, will)
  return configFields
    .filter(({ key }) => before[key] !== after[key])
    .every(({ key, scope }) => scope === 'integration' && before[key] === undefined)
}
