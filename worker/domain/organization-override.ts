/** What an organization has set for itself over an integration (contract 2.2), and what comes of both. */
import type { DataIntegration } from './integration.ts'

export type OrganizationOverride = {
  readonly id: string
  readonly environmentId: string
  readonly dataIntegrationId: string
  readonly organizationId: string
  /** Null: as the integration has it; so with the scopes. */
  readonly enabled: boolean | null
  readonly scopes: readonly string[] | null
  /** Its own OAuth client; null until it has brought one. */
  readonly clientVersionId: string | null
  readonly config: Readonly<Record<string, string>>
  /** Goes up with every change that a running attempt of the organization must not survive. */
  readonly securityVersion: number
  readonly createdAt: number
  readonly updatedAt: number
}

/** Who has switched an integration off; where both have, the developer's word is the one that counts. */
export type Disabler = 'developer' | 'organization'

export const disablerOf = (
  { enabled }: Pick<DataIntegration, 'enabled'>,
  override: Pick<OrganizationOverride, 'enabled'> | null,
): Disabler | null => {
  if (!enabled) return 'developer'
  return override?.enabled === false ? 'organization' : null
}

/**
 * The scopes that members of an organization are asked for; null stands for the provider's defaults. With
 * the developer's OAuth client an organization narrows them, whatever the developer has made of them since.
 *
 * @param defaults the provider's
 */
export function scopesFor(
  { scopes, credentialsType }: Pick<DataIntegration, 'scopes' | 'credentialsType'>,
  override: Pick<OrganizationOverride, 'scopes'> | null,
  defaults: readonly string[],
): readonly string[] | null {
  const chosen = override?.scopes ?? null
  if (chosen === null) return scopes
  if (credentialsType === 'organization') return chosen
  const offered = new Set(scopes ?? defaults)
  return chosen.filter((scope) => offered.has(scope))
}

/** Values of the provider's config fields: an organization sets its own where it brings its own client. */
export const configFor = (
  { config, credentialsType }: Pick<DataIntegration, 'config' | 'credentialsType'>,
  override: Pick<OrganizationOverride, 'config'> | null,
): DataIntegration['config'] =>
  credentialsType === 'organization' ? { ...config, ...override?.config } : config

/** An integration as the members of one organization meet it. It is never written back. */
export type EffectiveIntegration = DataIntegration & { readonly disabledBy: Disabler | null }

/** @param override null: of an owner without an organization, or one that has set nothing */
export function integrationFor(
  integration: DataIntegration,
  override: OrganizationOverride | null,
  defaultScopes: readonly string[],
): EffectiveIntegration {
  const disabledBy = disablerOf(integration, override)
  const bringsClient = integration.credentialsType === 'organization'
  return {
    ...integration,
    enabled: disabledBy === null,
    disabledBy,
    scopes: scopesFor(integration, override, defaultScopes),
    clientVersionId: bringsClient
      ? (override?.clientVersionId ?? null)
      : integration.clientVersionId,
    config: configFor(integration, override),
    // Both only ever grow, so an equal sum means that neither has changed.
    securityVersion: integration.securityVersion + (override?.securityVersion ?? 0),
  }
}

export type IntegrationDisabled = Pick<DataIntegration, 'slug' | 'ownership'> & {
  readonly kind: 'integration_disabled'
  readonly disabledBy: Disabler
}

export type OrganizationClientUnset =
  | { readonly kind: 'organization_required'; readonly slug: string }
  | ({
      readonly kind: 'organization_credentials_missing'
      readonly organizationId: string
    } & Pick<DataIntegration, 'slug' | 'ownership'>)

/** Why an owner has no OAuth client to connect with, where each organization brings its own. */
export function clientUnset(
  { credentialsType, clientVersionId, slug, ownership }: EffectiveIntegration,
  organizationId: string | null,
): OrganizationClientUnset | undefined {
  if (credentialsType !== 'organization') return undefined
  if (organizationId === null) return { kind: 'organization_required', slug }
  return clientVersionId === null
    ? { kind: 'organization_credentials_missing', slug, ownership, organizationId }
    : undefined
}
