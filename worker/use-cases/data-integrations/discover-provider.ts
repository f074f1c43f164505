import type { Environment } from '../../domain/environment.ts'
import { fail, type Result } from '../../kit/result.ts'
import {
  discoverServer,
  type DiscoveryFailure,
  type ServerMetadata,
} from '../../oauth/discovery.ts'
import type { Deps } from '../deps.ts'

export type DiscoverFailure =
  | DiscoveryFailure
  | { readonly kind: 'check_rate_limited'; readonly retryAfterSeconds: number }

/** Asks an authorization server for its endpoints, as often as the doctor may ask. */
export async function discoverProvider(
  deps: Deps,
  environment: Environment,
  url: string,
): Promise<Result<ServerMetadata, DiscoverFailure>> {
  const admitted = deps.checkLimit(`discovery:${environment.id}`, deps.clock())
  if (!admitted.ok) {
    const { retryAfterSeconds } = admitted.failure
    return fail({ kind: 'check_rate_limited', retryAfterSeconds })
  }
  return discoverServer(deps.egressFor(environment.kind), url)
}
