/** An account's record, as an object keeps it, with what a table wants changed; and an account, as D1 has its row. */
import type { AccountRecord, SealedCredential } from '../domain/grant.ts'
import { PLAIN, UNSEEN, type ConnectedAccount } from '../domain/integration.ts'
import { userOwner } from '../domain/owner.ts'

export const NOW = 1_000_000_000
export const HOUR = 3_600_000

export const credential = (changes: Partial<SealedCredential> = {}): SealedCredential => ({
  grantId: 'grant_1',
  epoch: 3,
  sealedAccess: 'a',
  sealedRefresh: 'r',
  wrappedKey: 'w',
  expiresAt: NOW + HOUR,
  refreshExpiresAt: null,
  obtainedAt: NOW,
  scopes: ['one'],
  metadata: {},
  ...changes,
})

/** What is left of a token that lived an hour. */
export const left = (ms: number): SealedCredential =>
  credential({ expiresAt: NOW + ms, obtainedAt: NOW + ms - HOUR })

export const record = (changes: Partial<AccountRecord> = {}): AccountRecord => ({
  version: 1,
  accountId: 'data_installation_1',
  reference: {
    environmentId: 'environment_1',
    environmentKind: 'sandbox',
    integrationId: 'data_integration_1',
    owner: userOwner('user_1'),
  },
  slug: 'github',
  role: 'compatibility',
  preferred: false,
  authMethod: 'oauth',
  config: {},
  status: 'connected',
  reason: null,
  sequence: 5,
  projected: 5,
  projectedStatus: 'connected',
  credential: credential(),
  newestGrantId: 'grant_1',
  clientVersionId: 'client_1',
  sealedClient: null,
  lease: null,
  failures: 0,
  firstFailureAt: null,
  retryAt: null,
  lastFailure: null,
  uncertain: false,
  spare: null,
  rules: null,
  grantedAt: NOW - HOUR,
  lastUsedAt: null,
  rejectedAt: null,
  revoking: null,
  endedAt: null,
  createdAt: NOW - HOUR,
  ...changes,
})

export const lease = { id: 'lease_1', epoch: 3, deadline: NOW + 30_000, uncertain: false }

export const failed = { kind: 'retry', code: 'http_503', at: NOW }

/** Just connected. */
export const ACCOUNT: ConnectedAccount = {
  id: 'data_installation_1',
  environmentId: 'environment_1',
  integrationId: 'data_integration_1',
  slug: 'github',
  owner: userOwner('user_1'),
  role: 'compatibility',
  authMethod: 'oauth',
  config: {},
  clientId: null,
  secretLastFour: null,
  state: 'connected',
  reason: null,
  grantId: 'grant_1',
  clientVersionId: null,
  scopes: [],
  accountIdentifier: 'octocat',
  accountDisplayName: null,
  ...PLAIN,
  sequence: 1,
  care: UNSEEN,
  createdAt: 1,
  updatedAt: 1,
}
