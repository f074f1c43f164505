/** Makes and changes environments: the operator's, above all keys. */
import {
  isExactOrigin,
  isExactReturn,
  type Environment,
  type SettingsChange,
} from '../../domain/environment.ts'
import { newId } from '../../kit/ids.ts'
import { errorFields } from '../../kit/log.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { apiKeyIdsOf } from '../../storage/api-keys.ts'
import { commit } from '../../storage/database.ts'
import {
  changeEnvironment,
  environmentById,
  insertEnvironment,
  type StoredEnvironment,
} from '../../storage/environments.ts'
import type { Deps } from '../deps.ts'
import { findWrongSetting, firstSettings, type SettingsFailure } from './check-settings.ts'

export type EnvironmentFailure =
  | { readonly kind: 'environment_not_found' }
  | { readonly kind: 'changed_meanwhile' }
  | { readonly kind: 'origin_not_exact'; readonly field: string; readonly origin: string }
  | { readonly kind: 'return_url_not_exact'; readonly field: string; readonly address: string }
  | SettingsFailure

export type EnvironmentWish = Partial<
  Pick<Environment, 'name' | 'allowedOrigins' | 'returnUrls'>
> & {
  readonly settings?: SettingsChange | undefined
  /** Only if nobody has changed it since this `updatedAt`. */
  readonly unchangedSince?: number | undefined
}

export async function getEnvironment(
  deps: Deps,
  id: string,
): Promise<Result<StoredEnvironment, EnvironmentFailure>> {
  const found = await environmentById(deps.db, id)
  return found === undefined ? fail({ kind: 'environment_not_found' }) : ok(found)
}

export async function makeEnvironment(
  deps: Deps,
  kind: Environment['kind'],
  wish: EnvironmentWish & { readonly name: string },
): Promise<Result<StoredEnvironment, EnvironmentFailure>> {
  const wrong = findWrong(deps, kind, wish)
  if (wrong !== undefined) return fail(wrong)
  const now = deps.clock()
  const environment: Environment = {
    id: newId('environment', now, deps.random),
    name: wish.name,
    kind,
    allowedOrigins: wish.allowedOrigins ?? [],
    returnUrls: wish.returnUrls ?? [],
    settings: firstSettings(wish.settings ?? {}),
  }
  await commit(deps.db, [insertEnvironment(deps.db, environment, now), ...(deps.alongside ?? [])])
  deps.log.info('environment_made', { environment_id: environment.id })
  return ok({ ...environment, updatedAt: now })
}

/**
 * Pages and return addresses count from the next request on; issuers of user tokens, which vending
 * believes, at the latest after 30 s (`SNAPSHOT_LIFETIME_MS`).
 */
export async function updateEnvironment(
  deps: Deps,
  id: string,
  { unchangedSince, ...wish }: EnvironmentWish,
): Promise<Result<StoredEnvironment, EnvironmentFailure>> {
  const found = await getEnvironment(deps, id)
  if (!found.ok) return found
  const wrong = findWrong(deps, found.value.kind, wish)
  if (wrong !== undefined) return fail(wrong)
  const { alongside } = deps
  const given = { unchangedSince, alongside }
  const changed = await changeEnvironment(deps.db, id, wish, deps.clock(), given)
  if (changed === undefined) return fail({ kind: 'changed_meanwhile' })
  await forgetCopies(deps, id)
  return ok(changed)
}

/** What is believed while D1 is silent must not be what was taken away before. */
async function forgetCopies(deps: Deps, environmentId: string): Promise<void> {
  try {
    const ids = await apiKeyIdsOf(deps.db, environmentId)
    await Promise.all(ids.map((id) => deps.copies.deleteKey(id)))
  } catch (error) {
    deps.log.warn('snapshot_copy_failed', { environment_id: environmentId, ...errorFields(error) })
  }
}

function findWrong(
  deps: Deps,
  kind: Environment['kind'],
  { allowedOrigins = [], returnUrls = [], settings = {} }: EnvironmentWish,
): EnvironmentFailure | undefined {
  const origin = allowedOrigins.findIndex((one) => !isExactOrigin(one))
  if (origin !== -1) {
    return {
      kind: 'origin_not_exact' as const,
      field: `allowed_origins.${origin}`,
      origin: allowedOrigins[origin] ?? '',
    }
  }
  const address = returnUrls.findIndex((one) => !isExactReturn(one))
  if (address === -1) return findWrongSetting(deps, kind, settings)
  return {
    kind: 'return_url_not_exact' as const,
    field: `return_urls.${address}`,
    address: returnUrls[address] ?? '',
  }
}
