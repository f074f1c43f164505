/** What an administrator can do with a provider that an organization shares (contract/widget.md 4). Pure. */
import type { ConnectedAccount } from './integration.ts'
import { clientUnset, type EffectiveIntegration } from './organization-override.ts'

export type Capabilities = {
  readonly canConfigure: boolean
  readonly canConnect: boolean
  readonly canUpdateCredentials: boolean
  readonly canReauthorize: boolean
  readonly canDisconnect: boolean
}

/** Whether there is an OAuth client to connect with. */
export const hasClient = (integration: EffectiveIntegration, organizationId: string): boolean =>
  clientUnset(integration, organizationId) === undefined

/** @param account the connection that the row is about; undefined: there is none */
export function capabilitiesOf(
  integration: EffectiveIntegration,
  account: Pick<ConnectedAccount, 'authMethod'> | undefined,
  organizationId: string,
): Capabilities {
  const { disabledBy, authMethods } = integration
  const isOn = disabledBy === null
  const isReady = hasClient(integration, organizationId)
  const isByOAuth = account?.authMethod === 'oauth'
  return {
    // Over the developer's word nothing that an organization sets has an effect.
    canConfigure: disabledBy !== 'developer',
    canConnect:
      isOn &&
      account === undefined &&
      (isReady || authMethods.some((method) => method !== 'oauth')),
    canUpdateCredentials: isOn && account !== undefined && !isByOAuth,
    canReauthorize: isOn && isByOAuth && isReady,
    canDisconnect: account !== undefined,
  }
}
