/** Sets what one organization wants of an integration (contract 2.2). */
import type { Environment } from '../../domain/environment.ts'
import type { DataIntegration, IntegrationRoot } from '../../domain/integration.ts'
import type { OrganizationOverride } from '../../domain/organization-override.ts'
import { newId } from '../../kit/ids.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import { closeTroublesOfClient } from '../../storage/client-troubles.ts'
import { integrationBySlug, type IntegrationRow } from '../../storage/data-integrations.ts'
import type { Write } from '../../storage/database.ts'
import { overrideOf, replaceOverride } from '../../storage/organization-overrides.ts'
import { resolveDefinition } from '../data-integrations/resolve-client.ts'
import type { Deps } from '../deps.ts'
import type { OrganizationConfiguration } from './list-configurations.ts'
import {
  planOrganizationClient,
  type OrganizationClientFailure,
  type OrganizationClientInput,
} from './plan-organization-client.ts'
import { settleOverrideCopy, tellOverrideCopy } from './override-copy.ts'
import { checkScopes, type ScopeFailure } from './scope-choice.ts'

/** What is absent stays as it is. */
export type ConfigurationInput = OrganizationClientInput & {
  readonly enabled?: boolean | undefined
  /** Null: as the integration has them. */
  readonly scopes?: readonly string[] | null | undefined
  /** From a form that sends all that it shows: the integration's own scopes are then no choice. */
  readonly isWholeForm?: boolean
}

export type ConfigurationFailure =
  | { readonly kind: 'integration_not_found'; readonly slug: string }
  | { readonly kind: 'configuration_empty' }
  | OrganizationClientFailure
  | { readonly kind: 'configuration_raced'; readonly slug: string }
  | ScopeFailure

/** How often a change is planned anew because somebody else was first. */
const MAX_TRIES = 3

/** @returns `configuration_raced` when others were first each time */
export async function configureForOrganization(
  deps: Deps,
  environment: Environment,
  of: IntegrationRoot & { readonly organizationId: string },
  input: ConfigurationInput,
): Promise<Result<OrganizationConfiguration, ConfigurationFailure>> {
  const { slug, ownership, organizationId } = of
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const row = await integrationBySlug(deps.db, environment.id, slug, ownership)
    if (row === undefined) return fail({ kind: 'integration_not_found', slug })
    const { id: integrationId } = row.integration
    const at = { environmentId: environment.id, integrationId, organizationId }
    const before = await overrideOf(deps.db, at)
    const planned = await plan(deps, row, before ?? nothingSet(deps, at), input)
    if (!planned.ok) return planned
    const { view, after, writes } = planned.value
    // A disable is told to KV before D1: with D1 silent it is the copy that counts.
    if (after.enabled === false) await tellOverrideCopy(deps, after)
    if (await replaceOverride(deps.db, { ...row, before, after }, writes)) {
      await settleOverrideCopy(deps, after)
      deps.log.info('organization_configured', { environment_id: environment.id, slug })
      return ok(view)
    }
  }
  return fail({ kind: 'configuration_raced', slug })
}

const nothingSet = (
  deps: Deps,
  at: {
    readonly environmentId: string
    readonly integrationId: string
    readonly organizationId: string
  },
): OrganizationOverride => {
  const now = deps.clock()
  return {
    id: newId('organization_override', now, deps.random),
    environmentId: at.environmentId,
    dataIntegrationId: at.integrationId,
    organizationId: at.organizationId,
    enabled: null,
    scopes: null,
    clientVersionId: null,
    config: {},
    securityVersion: 0,
    createdAt: now,
    updatedAt: now - 1,
  }
}

type Plan = {
  readonly view: OrganizationConfiguration
  readonly after: OrganizationOverride
  readonly writes: readonly Write[]
}

async function plan(
  deps: Deps,
  { integration, custom }: IntegrationRow,
  before: OrganizationOverride,
  input: ConfigurationInput,
): Promise<Result<Plan, ConfigurationFailure>> {
  const { slug, environmentId, id: integrationId } = integration
  const definition = resolveDefinition(deps, slug, custom?.definition)
  if (definition === undefined) return fail({ kind: 'integration_not_found', slug })
  const { enabled, scopes: given, isWholeForm, ...managed } = input
  const isEmpty = [enabled, given, ...Object.values(managed)].every((one) => one === undefined)
  if (isEmpty) return fail({ kind: 'configuration_empty' })
  const planned = await planOrganizationClient(deps, { integration, definition, before }, managed)
  if (!planned.ok) return planned
  const { client, config, endsAttempts, writes } = planned.value
  const scopes = isWholeForm === true ? chosenIn(given, integration, definition) : given
  const chosen = checkScopes(integration, definition, scopes ?? null)
  if (!chosen.ok) return chosen

  const clientVersionId = client?.id ?? null
  const after: OrganizationOverride = {
    ...before,
    enabled: enabled ?? before.enabled,
    scopes: scopes === undefined ? before.scopes : scopes,
    clientVersionId,
    config,
    securityVersion: before.securityVersion + (endsAttempts ? 1 : 0),
    updatedAt: Math.max(deps.clock(), before.updatedAt + 1),
  }
  const { organizationId } = before
  return ok({
    view: { organizationId, integration, definition, override: after, client },
    after,
    writes:
      managed.clientId === undefined
        ? writes
        : [
            ...writes,
            // Whatever was wrong with it is to be found out anew.
            closeTroublesOfClient(deps.db, { environmentId, integrationId, clientVersionId }),
          ],
  })
}

/** Null where the scopes are those that hold by themselves, so that they follow what the developer does. */
function chosenIn(
  scopes: ConfigurationInput['scopes'],
  integration: DataIntegration,
  { oauth }: ProviderDefinition,
): ConfigurationInput['scopes'] {
  if (scopes == null) return scopes
  const own = new Set(integration.scopes ?? oauth?.scopes.default)
  const isSame = scopes.length === own.size && scopes.every((scope) => own.has(scope))
  return isSame ? null : scopes
}
