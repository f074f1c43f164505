/** Creates and changes data integrations: what an operator may set, and what it does to running attempts. */
import { closeTroublesOf } from '../../storage/client-troubles.ts'
import type { Environment } from '../../domain/environment.ts'
import {
  isSlug,
  otherOwnership,
  type DataIntegration,
  type IntegrationRoot,
} from '../../domain/integration.ts'
import { newId } from '../../kit/ids.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { findProvider } from '../../providers/catalogue.ts'
import { hasTypedHost } from '../../providers/fill-config.ts'
import { freezeDefinition } from '../../storage/client-versions.ts'
import {
  insertIntegration,
  integrationByRedirectKey,
  integrationBySlug,
  replaceIntegration,
  upsertCustomProvider,
  type IntegrationRow,
} from '../../storage/data-integrations.ts'
import { commit, type Write } from '../../storage/database.ts'
import { forgetOrganizationClients } from '../../storage/organization-overrides.ts'
import type { Deps } from '../deps.ts'
import { checkConfig, filled, lacksScopes } from './check-config.ts'
import { checkMove } from './check-move.ts'
import { customOf, hasNewHost, isSameProtocol } from './custom-provider-settings.ts'
import { settleCopy, tellCopy } from './integration-copy.ts'
import type { IntegrationFailure, IntegrationInput, IntegrationView } from './integration-input.ts'
import { checkCredentials, chooseMethods } from './integration-methods.ts'
import { planClient } from './plan-client.ts'

/** How often a change is planned anew because somebody else was first. */
const MAX_TRIES = 3

export async function createIntegration(
  deps: Deps,
  environment: Environment,
  root: IntegrationRoot,
  input: IntegrationInput,
): Promise<Result<IntegrationView, IntegrationFailure>> {
  const { slug, ownership } = root
  const known = findProvider(slug)
  const isKnown = known !== undefined
  if (isKnown && input.custom !== undefined) return fail({ kind: 'provider_reserved', slug })
  const [taken, other] = await Promise.all([
    integrationBySlug(deps.db, environment.id, slug, ownership),
    integrationBySlug(deps.db, environment.id, slug, otherOwnership(ownership)),
  ])
  if (taken !== undefined) return fail({ kind: 'integration_exists', slug, ownership })
  const defined = isKnown ? null : (other?.custom ?? null)
  if (defined !== null && input.custom !== undefined) {
    return fail({ kind: 'provider_already_defined', slug })
  }
  const isDescribed = isKnown || defined !== null || input.custom !== undefined
  if (!isDescribed || !isSlug(slug)) return fail({ kind: 'provider_unknown', slug })
  if (known?.builtIn === true && environment.kind !== 'sandbox') {
    return fail({ kind: 'provider_sandbox_only', slug })
  }
  if (known?.notOffered !== undefined) {
    return fail({ ...known.notOffered, kind: 'provider_not_offered', slug })
  }
  const now = deps.clock()
  const empty: DataIntegration = {
    id: newId('data_integration', now, deps.random),
    environmentId: environment.id,
    slug,
    ownership,
    credentialsType: input.credentials?.type ?? 'none',
    redirectKey: input.redirectKey ?? newId('dik', now, deps.random),
    authMethods: ['oauth'],
    config: {},
    clientVersionId: null,
    scopes: null,
    description: null,
    enabled: false,
    isCustomProvider: !isKnown,
    securityVersion: 0,
    deletingAt: null,
    createdAt: now,
    updatedAt: now,
  }
  const planned = await plan(deps, environment, { integration: empty, custom: defined }, input, now)
  if (!planned.ok) return planned
  const { view, writes } = planned.value
  try {
    await commit(deps.db, [
      insertIntegration(deps.db, view.integration),
      ...writes,
      ...(deps.alongside ?? []),
    ])
  } catch (error) {
    // Of two at the same time one is first; the other one's batch has written nothing.
    const isTaken =
      (await integrationBySlug(deps.db, environment.id, slug, ownership)) !== undefined
    if (isTaken) return fail({ kind: 'integration_exists', slug, ownership })
    if ((await integrationByRedirectKey(deps.db, empty.redirectKey)) !== undefined) {
      return fail({ kind: 'redirect_key_taken' })
    }
    throw error
  }
  deps.log.info('integration_created', { environment_id: environment.id, slug })
  return ok(view)
}

/**
 * Changes what is named and nothing else: a change that was planned from a row which is not so any
 * more is planned again, so that of two at once neither undoes the other.
 *
 * @returns `integration_changed` when others were first each time
 */
export async function updateDataIntegration(
  deps: Deps,
  environment: Environment,
  { slug, ownership }: IntegrationRoot,
  input: IntegrationInput,
): Promise<Result<IntegrationView, IntegrationFailure>> {
  let seenVersion: number | undefined
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const row = await integrationBySlug(deps.db, environment.id, slug, ownership)
    if (row === undefined) return fail({ kind: 'integration_not_found', slug })
    const { updatedAt } = row.integration
    if ((input.unchangedSince ?? updatedAt) !== updatedAt)
      return fail({ kind: 'changed_meanwhile' })
    if (input.custom !== undefined && !row.integration.isCustomProvider) {
      return fail({ kind: 'provider_reserved', slug })
    }
    seenVersion ??= row.integration.securityVersion
    // Nobody switches on what was switched off to be deleted, or what now has another client.
    if (input.enabled === true && row.integration.securityVersion !== seenVersion) break
    const now = Math.max(deps.clock(), row.integration.updatedAt + 1)
    const planned = await plan(deps, environment, row, input, now)
    if (!planned.ok) return planned
    const { view } = planned.value
    const writes = [...planned.value.writes, ...(deps.alongside ?? [])]
    // A disable is told to KV before D1: with D1 silent it is the copy that counts.
    if (!view.integration.enabled) await tellCopy(deps, view)
    if (await replaceIntegration(deps.db, row.integration, view.integration, writes)) {
      await settleCopy(deps, view)
      deps.log.info('integration_updated', { environment_id: environment.id, slug })
      return ok(view)
    }
  }
  return fail({ kind: 'integration_changed', slug })
}

type Plan = { readonly view: IntegrationView; readonly writes: readonly Write[] }

async function plan(
  deps: Deps,
  environment: Environment,
  { integration, custom: oldCustom }: IntegrationRow,
  input: IntegrationInput,
  now: number,
): Promise<Result<Plan, IntegrationFailure>> {
  const { slug } = integration
  const isNew = integration.updatedAt === now
  const settings =
    typeof input.custom === 'function' ? input.custom(oldCustom?.source ?? {}) : input.custom
  const custom = customOf(deps, environment, slug, settings)
  if (!custom.ok) return custom
  const known = oldCustom?.definition ?? findProvider(slug)
  const definition = custom.value?.definition ?? known
  if (definition === undefined) return fail({ kind: 'provider_unknown', slug })
  const methods = chooseMethods(definition, isNew ? input.authMethods : integration.authMethods)
  if (!methods.ok) return methods
  const credentialsType = checkCredentials(
    methods.value,
    input.credentials,
    isNew ? undefined : integration.credentialsType,
  )
  if (!credentialsType.ok) return credentialsType
  const config = checkConfig(definition, input.config ?? integration.config)
  if (!config.ok) return config

  const changed = isNew
    ? undefined
    : {
        before: filled(known ?? definition, integration.config),
        after: filled(definition, config.value),
      }
  const movesHost =
    credentialsType.value !== 'none' &&
    changed !== undefined &&
    hasNewHost(changed.before, changed.after)
  const moved = await checkMove(deps, integration, movesHost, input.credentials)
  if (!moved.ok) return moved
  if (definition.builtIn === true && credentialsType.value !== 'shared') {
    return fail({ kind: 'custom_credentials_not_allowed', slug })
  }
  const isPublicClient = definition.oauth?.token.clientAuthentication === 'none'
  const client = await planClient(deps, environment, integration, input.credentials, {
    isNewVersion: movesHost,
    needsSecret: !isPublicClient && input.isDraft !== true,
    hasTypedHost: hasTypedHost(definition),
  })
  if (!client.ok) return client
  const scopes = input.scopes === undefined ? integration.scopes : input.scopes
  if (lacksScopes(definition, methods.value, scopes)) return fail({ kind: 'scopes_required', slug })

  const clientVersionId = client.value.version?.id ?? null
  const endsAttempts =
    clientVersionId !== integration.clientVersionId ||
    credentialsType.value !== integration.credentialsType ||
    (changed !== undefined && !isSameProtocol(changed.before, changed.after))
  const next: DataIntegration = {
    ...integration,
    authMethods: methods.value,
    config: config.value,
    credentialsType: credentialsType.value,
    clientVersionId,
    scopes,
    description: input.description === undefined ? integration.description : input.description,
    enabled: input.enabled ?? integration.enabled,
    securityVersion: integration.securityVersion + (endsAttempts ? 1 : 0),
    updatedAt: now,
  }
  const at = { environmentId: environment.id, integrationId: integration.id }
  return ok({
    view: {
      integration: next,
      custom: custom.value ?? oldCustom,
      client: client.value.version ?? null,
      troubles: [],
    },
    writes: [
      // Whatever was wrong with its client is to be found out anew.
      closeTroublesOf(deps.db, at),
      ...(movesHost && changed !== undefined
        ? [
            freezeDefinition(deps.db, at, changed.before),
            // Organizations that had brought clients once would go to the new host with them.
            forgetOrganizationClients(deps.db, at, now),
          ]
        : []),
      ...client.value.writes,
      ...(custom.value === null ? [] : [upsertCustomProvider(deps.db, custom.value, now)]),
    ],
  })
}
