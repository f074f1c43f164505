import type { AimBody } from '../contract/aim.ts'
import type { ConnectAim } from '../use-cases/connect/connect-aim.ts'

/** Which connection a body means; none: the compatibility one. */
export function aimOf(body: AimBody): { readonly aim?: ConnectAim } {
  const { connection_intent: intent, connected_account_id: accountId } = body
  if (accountId != null) return { aim: { intent: 'reauthorize', accountId } }
  return intent == null ? {} : { aim: { intent } }
}
