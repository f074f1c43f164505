/**
 * Connects an owner by an OAuth client of its own (RFC 6749 §4.4), or replaces the one that is there. The
 * client is tried before anything is kept: its first token comes with it.
 */
import type { ConnectedAccount } from '../../domain/integration.ts'
import { newId } from '../../kit/ids.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import { secret as secretOf } from '../../kit/secret.ts'
import { refreshTokens } from '../../oauth/token-client.ts'
import type { TokenSet } from '../../oauth/token-set.ts'
import { careRulesOf } from '../../providers/care-rules.ts'
import { checkInstallationConfig } from '../../providers/config-fields.ts'
import type { OAuthProvider, StringRecord } from '../../providers/definition.ts'
import { insertOwnClient } from '../../storage/client-versions.ts'
import { commit } from '../../storage/database.ts'
import { sealClientSecret } from '../../vault/client-secret-vault.ts'
import { connectionDefinition } from '../data-integrations/connection-definition.ts'
import { hintOf } from '../../vault/hint.ts'
import type { Deps } from '../deps.ts'
import { placeGrant } from './place-grant.ts'
import {
  intentOf,
  notPlaced,
  placeOnce,
  secretPlace,
  type PlaceIds,
  type SecretFailure,
  type SecretPlace,
  type SecretTarget,
} from './secret-place.ts'
import { logged, sealCandidate } from './token-place.ts'

export type OwnClient = {
  readonly clientId: string
  readonly clientSecret: Secret
  /** Values of the provider's config fields; those of the connection that is there unless told. */
  readonly config?: StringRecord | undefined
}

export async function connectByClient(
  deps: Deps,
  target: SecretTarget,
  client: OwnClient,
): Promise<Result<ConnectedAccount, SecretFailure>> {
  const found = await secretPlace(deps, target, 'client_credentials')
  if (!found.ok) return found
  const place = found.value
  const config = client.config ?? place.existing?.config ?? {}
  const reached = reach(place, config)
  if (!reached.ok) return reached
  const tried: TriedClient = { ...client, config, definition: reached.value }
  return placeOnce(deps, target, place, (ids) => placeClient(deps, target, place, tried, ids))
}

type TriedClient = OwnClient & {
  readonly config: StringRecord
  readonly definition: OAuthProvider
}

async function placeClient(
  deps: Deps,
  target: SecretTarget,
  { reference, existing }: SecretPlace,
  client: TriedClient,
  ids: PlaceIds,
): Promise<Result<ConnectedAccount, SecretFailure>> {
  const { clientId, config, definition } = client
  const tokens = await firstToken(deps, target, definition, client)
  if (!tokens.ok) return tokens
  const obtainedAt = deps.clock()
  const clientVersionId = await keepClient(deps, reference, client, ids)
  const { accessToken, refreshToken, expiresAt, metadata, scopes } = tokens.value
  const place = {
    reference,
    slug: target.slug,
    clientVersionId,
    rules: careRulesOf(definition),
  }
  const candidate = await sealCandidate(
    deps,
    place,
    { accessToken, refreshToken: refreshToken ?? null, expiresAt: expiresAt ?? null },
    {
      ...ids,
      scopes: scopes ?? [],
      accountIdentifier: target.accountIdentifier ?? clientId,
      accountDisplayName: target.accountDisplayName ?? existing?.accountDisplayName ?? null,
    },
  )
  const secretLastFour = hintOf(client.clientSecret)
  const placed = await placeGrant(deps, {
    ...place,
    candidate: { ...candidate, metadata: { ...metadata } },
    obtainedAt,
    intent: intentOf(target),
    proof: { authMethod: 'client_credentials', config, clientId, secretLastFour },
  })
  if (!placed.ok) return fail(notPlaced(placed.failure))
  deps.log.info('account_connected_by_secret', logged(placed.value))
  return placed
}

/**
 * Keeps the client before the object can want to refresh with it. What is not used in the end, the cron
 * job forgets. Whoever repeats an addition keeps the same one.
 */
async function keepClient(
  deps: Deps,
  { environmentId, integrationId }: SecretPlace['reference'],
  client: TriedClient,
  { accountId, grantId }: PlaceIds,
): Promise<string> {
  const now = deps.clock()
  const id = grantId?.replace(/^grant_/, 'client_') ?? newId('client', now, deps.random)
  const { clientSecret } = client
  const sealed = await sealClientSecret(
    deps.keyring,
    { environmentId, clientVersionId: id },
    clientSecret,
  )
  await commit(deps.db, [
    insertOwnClient(deps.db, {
      ...sealed,
      id,
      environmentId,
      dataIntegrationId: integrationId,
      accountId,
      clientId: client.clientId,
      secretLastFour: hintOf(clientSecret),
      definition: client.definition,
      createdAt: now,
    }),
  ])
  return id
}

/** The provider as this connection's client reaches it, for as long as this client is used. */
function reach(
  { definition, integration }: SecretPlace,
  config: StringRecord,
): Result<OAuthProvider, SecretFailure> {
  const { configFields } = definition
  const checked = checkInstallationConfig(configFields, config, integration.config)
  if (!checked.ok) return checked
  const filled = connectionDefinition(definition, integration.config, config)
  if (!filled.ok) {
    const { key } = filled.failure
    const field = configFields.find((one) => one.key === key)
    return fail({
      kind: 'config_invalid',
      key: key ?? '',
      reason: field?.scope === 'integration' ? 'integration_lacks' : 'pattern',
      label: field?.label ?? key ?? '',
      example: field?.example ?? null,
    })
  }
  const { oauth } = filled.value
  const { refreshUrl: _, ...token } = oauth.token
  const { param, separator } = oauth.scopes
  const scopes = integration.scopes ?? []
  return ok({
    ...filled.value,
    oauth: {
      ...oauth,
      token: {
        ...token,
        refreshParams: scopes.length === 0 ? {} : { [param]: scopes.join(separator) },
      },
      refresh: { ...oauth.refresh, by: { kind: 'client_credentials' }, rotates: 'never' },
    },
  })
}

async function firstToken(
  deps: Deps,
  { environment, slug }: SecretTarget,
  definition: OAuthProvider,
  client: OwnClient,
): Promise<Result<TokenSet, SecretFailure>> {
  const answered = await refreshTokens(
    deps.egressFor(environment.kind),
    definition,
    { clientId: client.clientId, clientSecret: client.clientSecret },
    // What renews these tokens is the client alone.
    secretOf(''),
    deps.clock(),
    AbortSignal.timeout(deps.timings.providerDeadlineMs),
  )
  if (answered.ok) return answered
  const { kind, code, retryAfterSeconds } = answered.failure
  deps.log.warn('client_credentials_refused', { slug, class: kind, code })
  return kind === 'retry' || kind === 'unknown_outcome'
    ? fail({
        kind: 'provider_unanswering',
        slug,
        retryAfterSeconds: Math.min(retryAfterSeconds ?? 10, 3600),
      })
    : fail({ kind: 'client_credentials_refused', slug, code })
}
