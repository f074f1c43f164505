/** Which connection an attempt is to make, found out before anybody is sent anywhere. */
import { MAX_CONNECTIONS } from '../../domain/connections.ts'
import type { Environment } from '../../domain/environment.ts'
import type { Owner } from '../../domain/owner.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { StringRecord } from '../../providers/definition.ts'
import type { ConnectAttempt } from '../../storage/connect-attempts.ts'
import { connectionsOf } from '../../storage/connected-accounts.ts'
import type { Deps } from '../deps.ts'

/** One more beside those that the owner has, or exactly one of them anew. */
export type ConnectAim =
  | { readonly intent: 'add' }
  | { readonly intent: 'reauthorize'; readonly accountId: string }

export type AimFailure = {
  readonly kind: 'account_not_found' | 'too_many_connections'
}

export type Aimed = Pick<ConnectAttempt, 'intent' | 'targetAccountId'> & {
  /** Of the connection that is meant. */
  readonly config: StringRecord
}

export async function checkAim(
  deps: Deps,
  input: {
    readonly environment: Environment
    readonly owner: Owner
    readonly aim?: ConnectAim | undefined
  },
  integrationId: string,
): Promise<Result<Aimed, AimFailure>> {
  const { environment, owner, aim } = input
  if (aim === undefined) return ok({ intent: null, targetAccountId: null, config: {} })
  const connections = await connectionsOf(deps.db, {
    environmentId: environment.id,
    integrationId,
    owner,
  })
  if (aim.intent === 'add') {
    // Its object decides when the connection is made; here the user is spared the way.
    return connections.length < MAX_CONNECTIONS
      ? ok({ intent: 'add', targetAccountId: null, config: {} })
      : fail({ kind: 'too_many_connections' })
  }
  const target = connections.find(({ id }) => id === aim.accountId)
  return target === undefined
    ? fail({ kind: 'account_not_found' })
    : ok({ intent: null, targetAccountId: target.id, config: target.config })
}
