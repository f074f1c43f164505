/** The provider's definition and the OAuth client with which a grant was made. */
import type { SealedClient } from '../../domain/grant.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { Secret } from '../../kit/secret.ts'
import type { OAuthClient } from '../../oauth/client-authentication.ts'
import { findProvider } from '../../providers/catalogue.ts'
import {
  speaksOAuth,
  withEndpoints,
  type OAuthProvider,
  type ProviderDefinition,
  type StringRecord,
} from '../../providers/definition.ts'
import { hasTypedHost } from '../../providers/fill-config.ts'
import { clientVersionById, type ClientVersion } from '../../storage/client-versions.ts'
import { integrationById } from '../../storage/data-integrations.ts'
import { openClientSecret } from '../../vault/client-secret-vault.ts'
import type { VaultFailure } from '../../vault/envelope.ts'
import { underActiveKey } from '../../vault/rewrap.ts'
import type { Deps } from '../deps.ts'
import { connectionDefinition, type DefinitionUnusable } from './connection-definition.ts'
import { sharedClientOf } from './shared-client.ts'

export type ResolvedClient = {
  /** As this connection reaches it: its config filled in. */
  readonly definition: OAuthProvider
  readonly client: OAuthClient
  /** The same, sealed, for the time when D1 is silent; null for shared credentials. */
  readonly sealed: SealedClient | null
}

export type ClientFailure =
  | VaultFailure
  | DefinitionUnusable
  | { readonly kind: 'integration_gone' }
  | { readonly kind: 'client_missing' }

/** A provider by slug: from the catalogue, with this deployment's endpoints, or as defined. */
export function resolveDefinition(
  deps: Pick<Deps, 'endpointOverrides'>,
  slug: string,
  custom: unknown,
): ProviderDefinition | undefined {
  // What an operator defined was parsed when it was stored.
  if (custom !== null && custom !== undefined) return custom as ProviderDefinition
  const definition = findProvider(slug)
  const override = deps.endpointOverrides[slug]
  return definition === undefined || override === undefined || !speaksOAuth(definition)
    ? definition
    : withEndpoints(definition, override)
}

/**
 * Opens the client of a grant.
 *
 * @param at the integration, and the client version that the grant names (null: shared credentials)
 * @param cached what the owner's object kept of its last refresh; used when D1 does not answer
 */
export async function resolveClient(
  deps: Deps,
  at: {
    readonly environmentId: string
    readonly integrationId: string
    readonly slug: string
    readonly clientVersionId: string | null
    /** What was set for this connection alone. */
    readonly config?: StringRecord | undefined
  },
  cached: SealedClient | null,
): Promise<Result<ResolvedClient, ClientFailure>> {
  const stored = await readStored(deps, at).catch((error: unknown) => {
    if (cached === null && at.clientVersionId !== null) throw error
    return undefined
  })
  if (stored === null) return fail({ kind: 'integration_gone' })
  const known = resolveDefinition(deps, at.slug, stored?.custom ?? cached?.definition)
  if (known === undefined) return fail({ kind: 'integration_gone' })
  const filled = connectionDefinition(known, stored?.config ?? {}, at.config ?? {})
  if (!filled.ok) return filled
  const definition = filled.value

  if (at.clientVersionId === null) {
    const shared = await sharedClientOf(deps, at.environmentId, at.slug)
    // The operator's own client never goes to addresses that a tenant typed (security.md T04).
    const isForeign =
      stored?.custom != null || findProvider(at.slug) === undefined || hasTypedHost(known)
    if (shared === undefined || isForeign) return fail({ kind: 'client_missing' })
    const clientSecret = shared.clientSecret === null ? undefined : new Secret(shared.clientSecret)
    return ok({ definition, client: clientOf(shared.clientId, clientSecret), sealed: null })
  }

  const sealed = stored?.sealed ?? cached
  // What the integration's config makes of the provider is not to be had while D1 is silent.
  const isFilled = known.configFields.length > 0
  const kept = sealed !== null && isFilled ? { ...sealed, definition } : sealed
  return openClient(deps, at.environmentId, definition, kept)
}

/**
 * Opens the client of a grant whose integration may be gone: giving back outlives it. A version whose
 * integration was deleted names the provider as it was.
 */
export async function resolveClientOfGrant(
  deps: Deps,
  at: {
    readonly environmentId: string
    readonly slug: string
    readonly clientVersionId: string | null
    readonly integrationId: string
    readonly config?: StringRecord | undefined
  },
): Promise<Result<ResolvedClient, ClientFailure>> {
  if (at.clientVersionId === null) return resolveClient(deps, at, null)
  const version = await clientVersionById(deps.db, at.environmentId, at.clientVersionId)
  if (version === undefined) return fail({ kind: 'client_missing' })
  if (version.definition === null) return resolveClient(deps, at, null)
  const filled = connectionDefinition(version.definition, at.config ?? {})
  if (!filled.ok) return filled
  return openClient(deps, at.environmentId, filled.value, sealedOf(version, version.definition))
}

async function openClient(
  deps: Deps,
  environmentId: string,
  definition: OAuthProvider,
  sealed: SealedClient | null,
): Promise<Result<ResolvedClient, ClientFailure>> {
  if (sealed === null) return fail({ kind: 'client_missing' })
  if (sealed.sealedSecret === null || sealed.wrappedKey === null) {
    return ok({ definition, client: clientOf(sealed.clientId, undefined), sealed })
  }
  const secret = { ...sealed, sealedSecret: sealed.sealedSecret, wrappedKey: sealed.wrappedKey }
  const opened = await openClientSecret(
    deps.keyring,
    { environmentId, clientVersionId: sealed.versionId },
    secret,
  )
  if (!opened.ok) return opened
  const scope = { environmentId, subject: sealed.versionId }
  return ok({
    definition,
    client: clientOf(sealed.clientId, opened.value),
    sealed: await underActiveKey(deps.keyring, secret, scope),
  })
}

const clientOf = (clientId: string, clientSecret: Secret<string> | undefined): OAuthClient =>
  clientSecret === undefined ? { clientId } : { clientId, clientSecret }

async function readStored(
  deps: Deps,
  at: Parameters<typeof resolveClient>[1],
): Promise<{ custom: unknown; config: StringRecord; sealed: SealedClient | null } | null> {
  const [row, version] = await Promise.all([
    integrationById(deps.db, at.environmentId, at.integrationId),
    at.clientVersionId === null
      ? undefined
      : clientVersionById(deps.db, at.environmentId, at.clientVersionId),
  ])
  if (row === undefined) return null
  const custom = version?.definition ?? row.custom?.definition ?? null
  const { config } = row.integration
  if (version === undefined) return { custom, config, sealed: null }
  return { custom, config, sealed: sealedOf(version, custom) }
}

const sealedOf = (version: ClientVersion, definition: unknown): SealedClient => ({
  versionId: version.id,
  clientId: version.clientId,
  sealedSecret: version.sealedSecret,
  wrappedKey: version.wrappedKey,
  definition,
})
