/** Makes and changes environments: the operator's, above all keys. */
import { isExactOrigin, isExactReturn, type Environment } from '../../domain/environment.ts'
import { newId } from '../../kit/ids.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { commit } from '../../storage/database.ts'
import {
  changeEnvironment,
  environmentById,
  insertEnvironment,
} from '../../storage/environments.ts'
import type { Deps } from '../deps.ts'

export type EnvironmentFailure =
  | { readonly kind: 'environment_not_found' }
  | { readonly kind: 'origin_not_exact'; readonly field: string; readonly origin: string }
  | { readonly kind: 'return_url_not_exact'; readonly field: string; readonly address: string }

export type EnvironmentWish = Partial<Pick<Environment, 'name' | 'allowedOrigins' | 'returnUrls'>>

export async function getEnvironment(
  deps: Deps,
  id: string,
): Promise<Result<Environment, EnvironmentFailure>> {
  const found = await environmentById(deps.db, id)
  return found === undefined ? fail({ kind: 'environment_not_found' }) : ok(found)
}

export async function makeEnvironment(
  deps: Deps,
  kind: Environment['kind'],
  wish: EnvironmentWish & { readonly name: string },
): Promise<Result<Environment, EnvironmentFailure>> {
  const wrong = findWrong(wish)
  if (wrong !== undefined) return fail(wrong)
  const now = deps.clock()
  const environment: Environment = {
    id: newId('environment', now, deps.random),
    name: wish.name,
    kind,
    allowedOrigins: wish.allowedOrigins ?? [],
    returnUrls: wish.returnUrls ?? [],
    settings: {},
  }
  await commit(deps.db, [insertEnvironment(deps.db, environment, now)])
  deps.log.info('environment_made', { environment_id: environment.id })
  return ok(environment)
}

/** Pages and return addresses count from the next request on, at the latest after 30 s. */
export async function updateEnvironment(
  deps: Deps,
  id: string,
  wish: EnvironmentWish,
): Promise<Result<Environment, EnvironmentFailure>> {
  const wrong = findWrong(wish)
  if (wrong !== undefined) return fail(wrong)
  const changed = await changeEnvironment(deps.db, id, wish, deps.clock())
  return changed === undefined ? fail({ kind: 'environment_not_found' }) : ok(changed)
}

function findWrong({ allowedOrigins = [], returnUrls = [] }: EnvironmentWish) {
  const origin = allowedOrigins.findIndex((one) => !isExactOrigin(one))
  if (origin !== -1) {
    return {
      kind: 'origin_not_exact' as const,
      field: `allowed_origins.${origin}`,
      origin: allowedOrigins[origin] ?? '',
    }
  }
  const address = returnUrls.findIndex((one) => !isExactReturn(one))
  if (address === -1) return undefined
  return {
    kind: 'return_url_not_exact' as const,
    field: `return_urls.${address}`,
    address: returnUrls[address] ?? '',
  }
}
