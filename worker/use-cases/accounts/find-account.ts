import { isVisible, type ConnectedAccount } from '../../domain/integration.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { accountById } from '../../storage/connected-accounts.ts'
import type { Deps } from '../deps.ts'

/** One connection by its id, whoever owns it; what was disconnected, or is not connected yet, is not there. */
export async function findAccount(
  deps: Deps,
  environmentId: string,
  accountId: string,
): Promise<Result<ConnectedAccount, { readonly kind: 'account_id_unknown' }>> {
  const account = await accountById(deps.db, environmentId, accountId)
  return account !== undefined && isVisible(account)
    ? ok(account)
    : fail({ kind: 'account_id_unknown' })
}
