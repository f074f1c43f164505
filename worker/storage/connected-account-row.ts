import type { AccountCare, ConnectedAccount } from '../domain/integration.ts'
import type { connectedAccounts } from './schema/connected-accounts.ts'

/** A row as the domain knows it. */
export function toAccount(row: typeof connectedAccounts.$inferSelect): ConnectedAccount {
  return {
    id: row.id,
    environmentId: row.environmentId,
    integrationId: row.dataIntegrationId,
    slug: row.slug,
    owner: {
      kind: row.ownerKind,
      userId: row.userId,
      organizationId: row.organizationId === '' ? null : row.organizationId,
    },
    role: row.role,
    authMethod: row.authMethod,
    config: row.config,
    clientId: row.clientId,
    secretLastFour: row.secretLastFour,
    state: row.state,
    reason: row.reason,
    grantId: row.grantId,
    clientVersionId: row.clientVersionId,
    scopes: row.scopes,
    accountIdentifier: row.accountIdentifier,
    accountDisplayName: row.accountDisplayName,
    nickname: row.nickname,
    preferred: row.preferred,
    pictureId: row.pictureId,
    sequence: row.sequence,
    care: careOf(row),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
}

function careOf(row: typeof connectedAccounts.$inferSelect): AccountCare {
  const { lastErrorCode, lastErrorClass, lastErrorAt, needsUserAt, needsUserReason } = row
  return {
    lastUsedAt: row.lastUsedAt,
    lastRefreshedAt: row.lastRefreshedAt,
    lastError:
      lastErrorCode === null || lastErrorClass === null || lastErrorAt === null
        ? null
        : { code: lastErrorCode, class: lastErrorClass, at: lastErrorAt },
    needsUser:
      needsUserAt === null || needsUserReason === null
        ? null
        : { at: needsUserAt, reason: needsUserReason },
  }
}
