import { disablerOf, scopesFor } from '../../domain/organization-override.ts'
import { redirectUriOf } from '../../use-cases/connect/attempt-integration.ts'
import type { Deps } from '../../use-cases/deps.ts'
import type { OrganizationConfiguration } from '../../use-cases/organizations/list-configurations.ts'
import { isoTime } from './times.ts'

/** What an organization has set over an integration, as REST shows it (contract 2.2). */
export function presentConfiguration(deps: Deps, view: OrganizationConfiguration) {
  const { organizationId, integration, definition, override, client } = view
  const { createdAt, updatedAt } = override ?? integration
  const { default: defaults = [], available = [] } = definition.oauth?.scopes ?? {}
  const disabledBy = disablerOf(integration, override)
  return {
    object: 'data_integration_configuration' as const,
    id: integration.id,
    organization_id: organizationId,
    slug: integration.slug,
    name: definition.name,
    enabled: disabledBy === null,
    scopes: override === null ? null : override.scopes,
    config: override?.config ?? {},
    ...(integration.credentialsType === 'organization'
      ? {
          credentials: {
            credentials_type: 'organization' as const,
            has_credentials: client !== null,
            client_id: client?.clientId ?? null,
            client_secret_last_four: client?.secretLastFour ?? null,
            redirect_uri: redirectUriOf(deps, integration),
          },
        }
      : {}),
    created_at: isoTime(createdAt),
    updated_at: isoTime(updatedAt),
    // Beyond the contract.
    ownership: integration.ownership,
    has_override: override !== null,
    disabled_source: disabledBy,
    default_scopes: integration.scopes ?? defaults,
    available_scopes: available.map(({ value }) => value),
    effective_scopes: scopesFor(integration, override, defaults) ?? defaults,
  }
}
