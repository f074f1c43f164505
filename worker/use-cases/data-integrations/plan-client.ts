/** Which OAuth client an integration will use, and what has to be written for it. */
import type { Environment } from '../../domain/environment.ts'
import { mayUseShared, type DataIntegration } from '../../domain/integration.ts'
import { newId } from '../../kit/ids.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { Secret } from '../../kit/secret.ts'
import {
  clientVersionById,
  insertClientVersion,
  replaceSecretOf,
  type ClientVersion,
} from '../../storage/client-versions.ts'
import type { Write } from '../../storage/database.ts'
import { sealClientSecret } from '../../vault/client-secret-vault.ts'
import type { Deps } from '../deps.ts'
import { isSharedOffered } from './shared-client.ts'

export type Credentials =
  | { readonly type: 'shared' }
  /** Each organization brings its own. */
  | { readonly type: 'organization' }
  | ({ readonly type: 'custom' } & ClientPair)

export type ClientPair = {
  readonly clientId: string
  /** Null: of a public client. */
  readonly clientSecret: string | null
}

export type ClientPlanFailure =
  | { readonly kind: 'shared_credentials_not_allowed'; readonly slug: string }
  | { readonly kind: 'credentials_missing'; readonly slug: string }
  | { readonly kind: 'client_secret_required'; readonly slug: string }

export type ClientPlan = {
  /** Undefined: the operator's shared client, or that of each organization. */
  readonly version: ClientVersion | undefined
  readonly writes: readonly Write[]
}

/** A new secret for the same client id holds at once; a new client id is a new version. */
export async function planClient(
  deps: Deps,
  environment: Environment,
  integration: DataIntegration,
  credentials: Credentials | undefined,
  rules: {
    readonly isNewVersion: boolean
    readonly needsSecret: boolean
    /** Whoever sets the integration up types the host to which its client is sent. */
    readonly hasTypedHost: boolean
  },
): Promise<Result<ClientPlan, ClientPlanFailure>> {
  const { slug } = integration
  if ((credentials?.type ?? integration.credentialsType) === 'organization') {
    return ok({ version: undefined, writes: [] })
  }
  if (credentials?.type === 'shared') {
    if (!mayUseShared(environment.kind))
      return fail({ kind: 'shared_credentials_not_allowed', slug })
    // An operator's client never goes to addresses that a tenant typed (security.md T04).
    const isOffered =
      !integration.isCustomProvider && !rules.hasTypedHost && isSharedOffered(deps, slug)
    return isOffered
      ? ok({ version: undefined, writes: [] })
      : fail({ kind: 'credentials_missing', slug })
  }
  const old =
    integration.clientVersionId === null
      ? undefined
      : await clientVersionById(deps.db, environment.id, integration.clientVersionId)
  const planned =
    credentials?.type === 'custom'
      ? await planVersion(deps, integration, rules.isNewVersion ? undefined : old, credentials)
      : { version: old, writes: [] }
  const lacksSecret = planned.version !== undefined && planned.version.sealedSecret === null
  return rules.needsSecret && lacksSecret
    ? fail({ kind: 'client_secret_required', slug })
    : ok(planned)
}

/** @param old whose id and secret these may be: with the same id it keeps its version */
export async function planVersion(
  deps: Deps,
  integration: DataIntegration,
  old: ClientVersion | undefined,
  { clientId, clientSecret }: ClientPair,
): Promise<{ readonly version: ClientVersion; readonly writes: readonly Write[] }> {
  const { environmentId } = integration
  const same = old?.clientId === clientId ? old : undefined
  const id = same?.id ?? newId('client', deps.clock(), deps.random)
  const at = { environmentId, clientVersionId: id }
  const sealed =
    clientSecret === null
      ? null
      : await sealClientSecret(deps.keyring, at, new Secret(clientSecret))
  const version: ClientVersion = {
    id,
    environmentId,
    dataIntegrationId: integration.id,
    accountId: null,
    clientId,
    sealedSecret: sealed?.sealedSecret ?? null,
    wrappedKey: sealed?.wrappedKey ?? null,
    secretLastFour: clientSecret === null ? null : clientSecret.slice(-4),
    definition: null,
    createdAt: same?.createdAt ?? deps.clock(),
  }
  const write =
    same === undefined ? insertClientVersion(deps.db, version) : replaceSecretOf(deps.db, version)
  return { version, writes: [write] }
}
