import { capabilitiesOf, hasClient } from '../../domain/connection-capabilities.ts'
import { disablerOf, scopesFor } from '../../domain/organization-override.ts'
import type { ConfigField } from '../../providers/definition.ts'
import { typedHosts } from '../../providers/fill-config.ts'
import { redirectUriOf } from '../../use-cases/connect/attempt-integration.ts'
import type { Deps } from '../../use-cases/deps.ts'
import type { OrganizationConfiguration } from '../../use-cases/organizations/list-configurations.ts'
import type { OrganizationProvider } from '../../use-cases/organizations/list-organization-providers.ts'
import { legacyOwnership, typeOf } from './data-provider.ts'
import { isoTime } from './times.ts'
import { presentConfigField, presentIcon, presentWidgetRow } from './widget-row.ts'

/** What an organization has set over an integration, as administrators see it (contract/widget.md 4). */
export function presentWidgetConfiguration(deps: Deps, view: OrganizationConfiguration) {
  const { integration, definition, override } = view
  const { createdAt, updatedAt } = override ?? integration
  return {
    object: 'data_integration_configuration' as const,
    id: integration.id,
    name: definition.name,
    description: integration.description,
    slug: integration.slug,
    integrationType: typeOf(integration),
    ownership: legacyOwnership(integration.ownership),
    ...presentIcon(deps.publicUrl, integration),
    authMethods: integration.authMethods,
    ...presentSettings(deps, view),
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
  }
}

/** A provider that the organization can share, with its connections and what can be done about it. */
export function presentOrganizationRow(deps: Deps, provider: OrganizationProvider) {
  const { organizationId, integration, definition, override, effective, accounts } = provider
  const account = accounts.find(({ role }) => role === 'compatibility') ?? null
  const row = { integration: effective, definition, isOffered: true, account, accounts }
  return {
    ...presentWidgetRow(deps.publicUrl, row),
    configuration: {
      hasOverride: override !== null,
      rootEnabled: integration.enabled,
      overrideEnabled: override?.enabled ?? null,
      disabledSource: effective.disabledBy,
      configured: hasClient(effective, organizationId),
      ...presentSettings(deps, provider),
    },
    capabilities: capabilitiesOf(effective, accounts[0], organizationId),
  }
}

function presentSettings(deps: Deps, view: OrganizationConfiguration) {
  const { integration, definition, override } = view
  const { default: defaults = [], available = [] } = definition.oauth?.scopes ?? {}
  return {
    enabled: disablerOf(integration, override) === null,
    scopes: scopesFor(integration, override, defaults) ?? defaults,
    defaultScopes: integration.scopes ?? defaults,
    availableScopes: available.map(({ value }) => value),
    scopeDescriptions: Object.fromEntries(
      available.flatMap(({ value, description }) =>
        description === undefined ? [] : [[value, description]],
      ),
    ),
    credentials: presentCredentials(deps, view),
    configFields: fieldsFor(view),
    // Of the developer's values none: what a form shows here it sends back as the organization's own.
    config: override?.config ?? {},
  }
}

/** The developer's client is nobody else's business. */
function presentCredentials(deps: Deps, { integration, client }: OrganizationConfiguration) {
  const { credentialsType } = integration
  const isOwn = credentialsType === 'organization'
  return {
    credentialsType,
    hasCredentials: isOwn ? client !== null : credentialsType !== 'none',
    client_id: isOwn ? (client?.clientId ?? null) : null,
    redactedClientSecret: isOwn ? (client?.secretLastFour ?? null) : null,
    redirectUri: integration.authMethods.includes('oauth') ? redirectUriOf(deps, integration) : '',
  }
}

/** What an organization can set. A value of the developer's holds where it sets none: a form need not ask. */
function fieldsFor({ integration, definition }: OrganizationConfiguration) {
  const hosts = typedHosts(definition)
  return definition.configFields
    .filter(({ key }) => !hosts.has(key))
    .map((field): ConfigField => {
      const held = integration.config[field.key]
      return held === undefined ? field : { ...field, required: false, default: held }
    })
    .map(presentConfigField)
}
