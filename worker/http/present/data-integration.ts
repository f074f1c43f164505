import type { Deps } from '../../use-cases/deps.ts'
import { redirectUriOf } from '../../use-cases/connect/attempt-integration.ts'
import type { IntegrationView } from '../../use-cases/data-integrations/write-integration.ts'
import { isoTime, isoTimeOrNull } from './times.ts'

/** A data integration as REST shows it (contract 2.1): of the secret only the last four characters. */
export function presentIntegration(
  deps: Deps,
  { integration, custom, client, troubles }: IntegrationView,
) {
  return {
    object: 'data_integration' as const,
    id: integration.id,
    slug: integration.slug,
    integration_type: integration.isCustomProvider ? 'custom' : integration.slug,
    ownership: integration.ownership,
    description: integration.description,
    enabled: integration.enabled,
    state: 'valid' as const,
    scopes: integration.scopes,
    redirect_uri: redirectUriOf(deps, integration),
    auth_methods: ['oauth'] as const,
    config: {},
    credentials:
      integration.credentialsType === 'shared'
        ? { type: 'shared' as const }
        : {
            type: integration.credentialsType,
            client_id: client?.clientId ?? null,
            redacted_client_secret: client?.secretLastFour ?? null,
          },
    installation: null,
    custom_provider: custom?.source ?? null,
    // Beyond the contract: what keeps tokens of this integration from being refreshed.
    troubles: troubles.map(({ kind, code, openedAt }) => ({
      kind,
      code,
      since: isoTimeOrNull(openedAt),
    })),
    created_at: isoTime(integration.createdAt),
    updated_at: isoTime(integration.updatedAt),
  }
}
