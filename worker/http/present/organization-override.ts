import { findProvider } from '../../providers/catalogue.ts'
import type { ListedOverride } from '../../storage/override-list.ts'
import { iconOf } from './operator-views.ts'
import { isoTime } from './times.ts'

/** What an organization has set for itself, as an operator sees it: what it has, not what comes of it. */
export const presentOverride = ({ override, integration, definition, client }: ListedOverride) => ({
  object: 'organization_override' as const,
  id: override.id,
  organization_id: override.organizationId,
  provider_slug: integration.slug,
  ownership: integration.ownership,
  name: (definition ?? findProvider(integration.slug))?.name ?? integration.slug,
  icon_url: iconOf(integration),
  enabled: override.enabled,
  provider_enabled: integration.enabled,
  scopes: override.scopes,
  client:
    client === null
      ? null
      : { client_id: client.clientId, client_secret_last_four: client.secretLastFour },
  client_missing: integration.credentialsType === 'organization' && client === null,
  config: override.config,
  created_at: isoTime(override.createdAt),
  updated_at: isoTime(override.updatedAt),
})
