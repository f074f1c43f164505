import type { AccountCare, ConnectedAccount } from '../../domain/integration.ts'
import { isoTime } from './times.ts'

/** A connected account as REST and the widget show it (contract 2.5). */
export const presentAccount = (account: ConnectedAccount) => ({
  object: 'connected_account' as const,
  id: account.id,
  connection_role: account.role,
  account_identifier: account.accountIdentifier,
  account_display_name: account.accountDisplayName,
  nickname: account.nickname,
  preferred: account.preferred,
  user_id: account.owner.kind === 'user' ? account.owner.userId : null,
  organization_id: account.owner.organizationId,
  scopes: account.scopes,
  auth_method: account.authMethod,
  api_key_last_4: account.authMethod === 'api_key' ? account.secretLastFour : null,
  client_id: account.clientId,
  client_secret_last_4: account.authMethod === 'client_credentials' ? account.secretLastFour : null,
  config: account.config,
  state:
    account.state === 'connected' ? ('connected' as const) : ('needs_reauthorization' as const),
  ...presentCare(account.care),
  created_at: isoTime(account.createdAt),
  updated_at: isoTime(account.updatedAt),
})

/** Beyond the contract: how the connection fares, and when it will need its user again. */
const presentCare = ({ lastUsedAt, lastRefreshedAt, lastError, needsUser }: AccountCare) => ({
  last_used_at: lastUsedAt === null ? null : isoTime(lastUsedAt),
  last_refreshed_at: lastRefreshedAt === null ? null : isoTime(lastRefreshedAt),
  last_error:
    lastError === null
      ? null
      : { code: lastError.code, class: lastError.class, at: isoTime(lastError.at) },
  needs_user_at: needsUser === null ? null : isoTime(needsUser.at),
  needs_user_reason: needsUser?.reason ?? null,
})

/** The same where accounts of many providers stand together. */
export const presentListedAccount = (account: ConnectedAccount) => ({
  ...presentAccount(account),
  data_integration_id: account.integrationId,
  provider_slug: account.slug,
})

/** The same with the camel-case twins that the published React widgets have in their types. */
export const presentInstallation = (account: ConnectedAccount) => ({
  ...presentAccount(account),
  userlandUserId: account.owner.kind === 'user' ? account.owner.userId : null,
  organizationId: account.owner.organizationId,
  createdAt: isoTime(account.createdAt),
  updatedAt: isoTime(account.updatedAt),
})

/** A member's connection, as an administrator of the organization sees it: whose it is, and whether it works. */
export const presentMemberAccount = (account: ConnectedAccount) => {
  const { user_id, organization_id, ...shown } = presentAccount(account)
  return {
    object: shown.object,
    id: shown.id,
    user_id,
    organization_id,
    account_identifier: shown.account_identifier,
    account_display_name: shown.account_display_name,
    auth_method: shown.auth_method,
    state: shown.state,
    last_used_at: shown.last_used_at,
    created_at: shown.created_at,
  }
}
