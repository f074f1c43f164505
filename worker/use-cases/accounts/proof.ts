import type { ConnectedAccount } from '../../domain/integration.ts'

/** How a connection proves itself, and what was set for it alone. */
export type Proof = Pick<ConnectedAccount, 'authMethod' | 'config' | 'clientId' | 'secretLastFour'>

export const BY_OAUTH: Proof = {
  authMethod: 'oauth',
  config: {},
  clientId: null,
  secretLastFour: null,
}
