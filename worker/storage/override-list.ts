/** What organizations have set for themselves, as an operator looks through it: of all, of one integration, of one organization. */
import { and, eq, isNull } from 'drizzle-orm'
import type { DataIntegration } from '../domain/integration.ts'
import type { OrganizationOverride } from '../domain/organization-override.ts'
import type { ProviderDefinition } from '../providers/definition.ts'
import type { Database } from './database.ts'
import { pageFrom, windowOf, type Page, type PageFound } from './page.ts'
import {
  clientVersions,
  customProviders,
  dataIntegrations,
  organizationOverrides,
} from './schema/data-integrations.ts'

export type ListedOverride = {
  readonly override: OrganizationOverride
  readonly integration: Pick<
    DataIntegration,
    'slug' | 'ownership' | 'enabled' | 'credentialsType' | 'isCustomProvider'
  >
  /** Of a provider that the operator defined. */
  readonly definition: ProviderDefinition | null
  /** The organization's own OAuth client, without its secret. */
  readonly client: { readonly clientId: string; readonly secretLastFour: string | null } | null
}

/** @param filter together; what is undefined does not narrow */
export async function listOverrides(
  db: Database,
  environmentId: string,
  filter: {
    readonly integrationId: string | undefined
    readonly organizationId: string | undefined
  },
  page: Page,
): Promise<PageFound<ListedOverride>> {
  const { where, orderBy, limit } = windowOf({ id: organizationOverrides.id }, page)
  const { integrationId, organizationId } = filter
  const rows = await db
    .select({
      override: organizationOverrides,
      integration: {
        slug: dataIntegrations.slug,
        ownership: dataIntegrations.ownership,
        enabled: dataIntegrations.enabled,
        credentialsType: dataIntegrations.credentialsType,
        isCustomProvider: dataIntegrations.isCustomProvider,
      },
      definition: customProviders.definition,
      client: { clientId: clientVersions.clientId, secretLastFour: clientVersions.secretLastFour },
    })
    .from(organizationOverrides)
    .innerJoin(
      dataIntegrations,
      and(
        eq(dataIntegrations.id, organizationOverrides.dataIntegrationId),
        eq(dataIntegrations.environmentId, organizationOverrides.environmentId),
        isNull(dataIntegrations.deletingAt),
      ),
    )
    .leftJoin(
      customProviders,
      and(
        eq(customProviders.environmentId, dataIntegrations.environmentId),
        eq(customProviders.slug, dataIntegrations.slug),
      ),
    )
    .leftJoin(
      clientVersions,
      and(
        eq(clientVersions.environmentId, organizationOverrides.environmentId),
        eq(clientVersions.id, organizationOverrides.clientVersionId),
      ),
    )
    .where(
      and(
        eq(organizationOverrides.environmentId, environmentId),
        integrationId === undefined
          ? undefined
          : eq(organizationOverrides.dataIntegrationId, integrationId),
        organizationId === undefined
          ? undefined
          : eq(organizationOverrides.organizationId, organizationId),
        ...where,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit)
  return pageFrom(rows, page, ({ override }) => ({ id: override.id, rank: null }))
}
