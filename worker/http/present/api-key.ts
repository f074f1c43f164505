import type { Environment, EnvironmentSettings } from '../../domain/environment.ts'
import type { ApiKeyRow } from '../../storage/api-keys.ts'
import { isoTime, isoTimeOrNull } from './times.ts'

/** A key without the key: its secret is shown once, when it is made. */
export const presentApiKey = (row: ApiKeyRow) => ({
  object: 'api_key' as const,
  id: row.id,
  name: row.name,
  scopes: row.scopes,
  created_at: isoTime(row.createdAt),
  expires_at: isoTimeOrNull(row.expiresAt),
  revoked_at: isoTimeOrNull(row.revokedAt),
  last_used_on: row.lastUsedOn,
})

export const presentEnvironment = (environment: Environment) => ({
  object: 'environment' as const,
  id: environment.id,
  name: environment.name,
  kind: environment.kind,
  allowed_origins: environment.allowedOrigins,
  return_urls: environment.returnUrls,
  ...presentSettings(environment.settings),
})

const presentSettings = ({
  branding,
  requiresBinding,
  widgetSessionMinutes,
  keepAliveDays,
  userTokenIssuers = [],
}: EnvironmentSettings) => ({
  branding: {
    name: branding?.name ?? null,
    logo_url: branding?.logoUrl ?? null,
    accent_color: branding?.accentColor ?? null,
  },
  requires_binding: requiresBinding ?? false,
  widget_session_minutes: widgetSessionMinutes ?? 15,
  keep_alive_days: keepAliveDays ?? null,
  user_token_issuers: userTokenIssuers.map((one) => ({
    issuer: one.issuer,
    jwks_uri: one.jwksUri,
    audience: one.audience,
    user_claim: one.userClaim ?? 'sub',
    organization_claim: one.organizationClaim ?? null,
  })),
})
