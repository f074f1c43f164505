import type { DataIntegration } from '../../domain/integration.ts'
import type { DataProvider } from '../../use-cases/accounts/list-data-providers.ts'
import { presentAccount } from './connected-account.ts'
import { isoTime } from './times.ts'

/** A provider with the owner's accounts, as REST lists it (contract 2.5). */
export function presentDataProvider({ integration, definition, account, accounts }: DataProvider) {
  const times = { created: isoTime(integration.createdAt), updated: isoTime(integration.updatedAt) }
  return {
    object: 'data_provider' as const,
    id: integration.id,
    name: definition.name,
    description: integration.description,
    slug: integration.slug,
    integration_type: typeOf(integration),
    credentials_type: integration.credentialsType,
    scopes: integration.scopes,
    auth_methods: integration.authMethods,
    connection_owner: integration.ownership,
    ownership: legacyOwnership(integration.ownership),
    created_at: times.created,
    updated_at: times.updated,
    integrationType: typeOf(integration),
    credentialsType: integration.credentialsType,
    createdAt: times.created,
    updatedAt: times.updated,
    connected_account: account === null ? null : presentAccount(account),
    connected_accounts: accounts.map(presentAccount),
  }
}

export const typeOf = (integration: Pick<DataIntegration, 'slug' | 'isCustomProvider'>): string =>
  integration.isCustomProvider ? 'custom' : integration.slug

export const legacyOwnership = (ownership: 'user' | 'organization'): string =>
  ownership === 'user' ? 'userland_user' : 'organization'
