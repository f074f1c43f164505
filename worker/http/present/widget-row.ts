import type { ConnectedAccount, DataIntegration } from '../../domain/integration.ts'
import { categoryGroup } from '../../providers/category-groups.ts'
import type { ConfigField } from '../../providers/definition.ts'
import { hasIcon } from '../../providers/monograms.ts'
import { missingScopes } from '../../providers/missing-scopes.ts'
import type { DataProvider } from '../../use-cases/accounts/list-data-providers.ts'
import { presentInstallation } from './connected-account.ts'
import { legacyOwnership, typeOf } from './data-provider.ts'
import { isoTime } from './times.ts'

/** A provider with a user's own connections, as the widget shows it (contract/widget.md 3). */
export const presentWidgetRow = (publicUrl: string, row: DataProvider) => {
  const { integration, definition, account, accounts } = row
  const scopes = integration.scopes ?? definition.oauth?.scopes.default ?? []
  return {
    ...presentProvider(publicUrl, row),
    integrationType: typeOf(integration),
    credentialsType: integration.credentialsType,
    scopes,
    createdAt: isoTime(integration.createdAt),
    updatedAt: isoTime(integration.updatedAt),
    installation: account === null ? null : presentWidgetAccount(publicUrl, row, account),
    configFields: definition.configFields.map(presentConfigField),
    config: integration.config,
    authMethods: integration.authMethods,
    connected_accounts: accounts.map((one) => presentWidgetAccount(publicUrl, row, one)),
    disabledSource: integration.disabledBy,
    category: categoryGroup(definition.category),
    aliases: definition.aliases ?? [],
    scopeDescriptions: scopeWords(row, scopes),
  }
}

/** What is known of the scopes that this user meets. */
const scopeWords = (
  { definition, accounts }: DataProvider,
  requested: readonly string[],
): Readonly<Record<string, string>> => {
  if (accounts.length === 0) return {}
  const met = new Set([...requested, ...accounts.flatMap(({ scopes }) => scopes)])
  const known = definition.oauth?.scopes.available ?? []
  return Object.fromEntries(
    known.flatMap(({ value, description }) =>
      description !== undefined && met.has(value) ? [[value, description]] : [],
    ),
  )
}

/** A connection, with what its user has not granted of what is asked for now. */
const presentWidgetAccount = (
  publicUrl: string,
  { integration, definition }: Pick<DataProvider, 'integration' | 'definition'>,
  account: ConnectedAccount,
) => {
  const { authMethod, scopes: granted } = account
  const otherwise = authMethod === 'oauth' ? (definition.oauth?.scopes.default ?? []) : []
  const requested = authMethod === 'api_key' ? [] : (integration.scopes ?? otherwise)
  return {
    ...presentInstallation(account),
    missing_scopes: missingScopes(definition, requested, granted),
    picture_url:
      account.pictureId === null ? null : `${publicUrl}/account-pictures/${account.pictureId}`,
  }
}

/** A connection that the organization shares, as its members see it: whether it works. */
export const presentSharedRow = (publicUrl: string, row: DataProvider) => ({
  ...presentProvider(publicUrl, row),
  connected_accounts: row.accounts.map((account) => ({
    object: 'connected_account' as const,
    id: account.id,
    state:
      account.state === 'connected' ? ('connected' as const) : ('needs_reauthorization' as const),
    availability:
      row.isOffered && account.state === 'connected'
        ? ('available' as const)
        : ('needs_admin_attention' as const),
    created_at: isoTime(account.createdAt),
    updated_at: isoTime(account.updatedAt),
  })),
})

/** What it is called and how it looks. */
const presentProvider = (
  publicUrl: string,
  { integration, definition }: Pick<DataProvider, 'integration' | 'definition'>,
) => ({
  object: 'data_integration' as const,
  id: integration.id,
  name: definition.name,
  description: integration.description,
  slug: integration.slug,
  ownership: legacyOwnership(integration.ownership),
  ...presentIcon(publicUrl, integration),
})

/** Of a provider that the operator defined there is none; others have a name, if not always a picture. */
export const presentIcon = (
  publicUrl: string,
  { slug, isCustomProvider }: Pick<DataIntegration, 'slug' | 'isCustomProvider'>,
): { readonly iconSlug?: string; readonly iconUrl?: string } =>
  isCustomProvider
    ? {}
    : {
        iconSlug: slug,
        ...(hasIcon(slug) ? { iconUrl: `${publicUrl}/icons/${slug}.svg` } : {}),
      }

/** A field that a connection may have to be asked for (contract/widget.md 3). None of ours is secret. */
export const presentConfigField = ({ pattern, patternFlags, ...field }: ConfigField) => ({
  ...field,
  ...(pattern === undefined ? {} : { pattern }),
  ...(patternFlags === undefined ? {} : { patternFlags }),
  secret: false,
})
