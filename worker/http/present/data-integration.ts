import type { ConnectedAccount, DataIntegration } from '../../domain/integration.ts'
import type { Deps } from '../../use-cases/deps.ts'
import { redirectUriOf } from '../../use-cases/connect/attempt-integration.ts'
import type { IntegrationView } from '../../use-cases/data-integrations/integration-input.ts'
import { isoTime, isoTimeOrNull } from './times.ts'

/** A data integration as REST shows it (contract 2.1): of the secret only the last four characters. */
export function presentIntegration(
  deps: Deps,
  { integration, custom, client, troubles }: IntegrationView,
  installation: ConnectedAccount | null = null,
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
    // Without OAuth nobody is redirected.
    redirect_uri: integration.authMethods.includes('oauth') ? redirectUriOf(deps, integration) : '',
    auth_methods: integration.authMethods,
    config: integration.config,
    credentials: presentCredentials(integration, client),
    installation: installation === null ? null : presentFirstAccount(installation),
    custom_provider: custom === null ? null : presentCustomProvider(custom.source),
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

function presentCredentials(
  { credentialsType }: DataIntegration,
  client: IntegrationView['client'],
) {
  switch (credentialsType) {
    case 'none':
      return null
    case 'shared':
    case 'organization':
      return { type: credentialsType, client_id: null, redacted_client_secret: null }
    case 'custom':
      return {
        type: credentialsType,
        client_id: client?.clientId ?? null,
        redacted_client_secret: client?.secretLastFour ?? null,
      }
  }
}

/** The connection that was made together with the integration. */
const presentFirstAccount = (account: ConnectedAccount) => ({
  id: account.id,
  connection_role: account.role,
  account_identifier: account.accountIdentifier,
  account_display_name: account.accountDisplayName,
  user_id: account.owner.userId,
  organization_id: account.owner.organizationId,
  api_key_last_4: account.secretLastFour,
})

/** As the operator described it, with what he left out as it holds. */
const presentCustomProvider = (source: Readonly<Record<string, unknown>>) => ({
  authorization_url: null,
  token_url: null,
  refresh_token_url: null,
  pkce_enabled: true,
  request_scope_separator: ' ',
  scopes_required: false,
  client_secret_required: true,
  additional_authorization_parameters: {},
  token_body_content_type: 'application/x-www-form-urlencoded',
  authenticate_via: 'request_body',
  ...source,
})
