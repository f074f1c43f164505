/** Connects an owner by an API key, or replaces the one that is there (contract 2.3). */
import type { ConnectedAccount } from '../../domain/integration.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import { checkInstallationConfig } from '../../providers/config-fields.ts'
import type { StringRecord } from '../../providers/definition.ts'
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

/** A key has no life that anybody told us of: it is kept until it is replaced or taken away. */
const NO_LIMITS = { idleMs: null, absoluteMs: null } as const

export type OwnKey = {
  readonly secret: Secret
  /** Values of the provider's config fields; those of the connection that is there unless told. */
  readonly config?: StringRecord | undefined
}

export async function connectByKey(
  deps: Deps,
  target: SecretTarget,
  key: OwnKey,
): Promise<Result<ConnectedAccount, SecretFailure>> {
  const found = await secretPlace(deps, target, 'api_key')
  if (!found.ok) return found
  const place = found.value
  const config = configOf(place, key)
  if (!config.ok) return config
  const whole = { secret: key.secret, config: config.value }
  return placeOnce(deps, target, place, (ids) => placeKey(deps, target, place, whole, ids))
}

/** The contract's call has the key alone: who says nothing about fields is asked for none. */
const configOf = (
  { definition, integration, existing }: SecretPlace,
  { config }: OwnKey,
): Result<StringRecord, SecretFailure> =>
  config === undefined
    ? ok(existing?.config ?? {})
    : checkInstallationConfig(definition.configFields, config, integration.config)

async function placeKey(
  deps: Deps,
  target: SecretTarget,
  { reference, existing }: SecretPlace,
  { secret, config }: Required<OwnKey> & { readonly config: StringRecord },
  ids: PlaceIds,
): Promise<Result<ConnectedAccount, SecretFailure>> {
  const { slug } = target
  const place = { reference, slug, clientVersionId: null, rules: NO_LIMITS }
  const tokens = { accessToken: secret, refreshToken: null, expiresAt: null }
  const obtainedAt = deps.clock()
  const candidate = await sealCandidate(deps, place, tokens, {
    ...ids,
    scopes: [],
    accountIdentifier: target.accountIdentifier ?? existing?.accountIdentifier ?? null,
    accountDisplayName: target.accountDisplayName ?? existing?.accountDisplayName ?? null,
  })
  const placed = await placeGrant(deps, {
    ...place,
    candidate,
    obtainedAt,
    intent: intentOf(target),
    proof: {
      authMethod: 'api_key',
      config,
      clientId: null,
      secretLastFour: hintOf(secret),
    },
  })
  if (!placed.ok) return fail(notPlaced(placed.failure))
  deps.log.info('account_connected_by_secret', logged(placed.value))
  return placed
}
