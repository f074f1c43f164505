/** A behaviour and an account between the wire's words and ours. */
import type { BehaviourBody } from '../../../contract/sandbox-provider.ts'
import type { AccountView } from '../../../sandbox-provider/account-view.ts'
import type { BehaviourChange } from '../../../sandbox-provider/behaviour.ts'

export const toBehaviour = (body: BehaviourBody | undefined): BehaviourChange => ({
  rotation: body?.rotation,
  graceSeconds: body?.grace_seconds,
  reuseDetection: body?.reuse_detection,
  expiresIn: body?.expires_in,
  statedExpiresIn: body?.stated_expires_in,
  refreshToken: body?.refresh_token,
  scopes: body?.scopes,
})

export function presentSandboxAccount({ behaviour, ...account }: AccountView) {
  return {
    object: 'sandbox_account' as const,
    account: account.name,
    blocked: account.isBlocked,
    behaviour: {
      rotation: behaviour.rotation,
      grace_seconds: behaviour.graceSeconds,
      reuse_detection: behaviour.reuseDetection,
      expires_in: behaviour.expiresIn,
      stated_expires_in: behaviour.statedExpiresIn,
      refresh_token: behaviour.refreshToken,
      scopes: behaviour.scopes,
    },
    faults: account.faults,
    calls: account.calls,
    grants: account.grants.map(({ scopes, endedBy }) => ({ scopes, ended_by: endedBy })),
  }
}
