import type { ConfigField } from '../../providers/definition.ts'
import type { DataProvider } from '../../use-cases/accounts/list-data-providers.ts'
import { presentAccount, presentInstallation } from './connected-account.ts'
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

/** The same for the widget (contract/widget.md 3). */
export function presentWidgetRow(
  publicUrl: string,
  { integration, definition, account, accounts }: DataProvider,
) {
  const icon = `${publicUrl}/icons/${integration.slug}.svg`
  return {
    object: 'data_integration' as const,
    id: integration.id,
    name: definition.name,
    description: integration.description,
    slug: integration.slug,
    integrationType: typeOf(integration),
    ownership: legacyOwnership(integration.ownership),
    credentialsType: integration.credentialsType,
    scopes: integration.scopes ?? definition.oauth?.scopes.default ?? [],
    createdAt: isoTime(integration.createdAt),
    updatedAt: isoTime(integration.updatedAt),
    installation: account === null ? null : presentInstallation(account),
    configFields: definition.configFields.map(presentConfigField),
    config: integration.config,
    ...(integration.isCustomProvider ? {} : { iconSlug: integration.slug, iconUrl: icon }),
    authMethods: integration.authMethods,
    connected_accounts: accounts.map(presentInstallation),
  }
}

const typeOf = (integration: DataProvider['integration']): string =>
  integration.isCustomProvider ? 'custom' : integration.slug

const legacyOwnership = (ownership: 'user' | 'organization'): string =>
  ownership === 'user' ? 'userland_user' : 'organization'

/** A field that a connection may have to be asked for (contract/widget.md 3). None of ours is secret. */
const presentConfigField = ({ pattern, patternFlags, ...field }: ConfigField) => ({
  ...field,
  ...(pattern === undefined ? {} : { pattern }),
  ...(patternFlags === undefined ? {} : { patternFlags }),
  secret: false,
})
