/** Settings of an environment as the wire has them, to what the use cases take. */
import type { EnvironmentSettingsBody } from '../contract/environment-settings.ts'
import type { SettingsChange, UserTokenIssuer } from '../domain/environment.ts'

export const toSettings = (body: EnvironmentSettingsBody): SettingsChange => ({
  ...(body.branding === undefined ? {} : { branding: brandingOf(body.branding) }),
  ...(body.requires_binding === undefined ? {} : { requiresBinding: body.requires_binding }),
  ...(body.widget_session_minutes === undefined
    ? {}
    : { widgetSessionMinutes: body.widget_session_minutes }),
  ...(body.keep_alive_days === undefined ? {} : { keepAliveDays: body.keep_alive_days }),
  ...(body.user_token_issuers === undefined
    ? {}
    : { userTokenIssuers: body.user_token_issuers?.map(issuerOf) ?? null }),
})

function brandingOf(
  body: NonNullable<EnvironmentSettingsBody['branding']> | null,
): NonNullable<SettingsChange['branding']> | null {
  if (body === null) return null
  return {
    ...(body.name === undefined ? {} : { name: body.name }),
    ...(body.logo_url === undefined ? {} : { logoUrl: body.logo_url }),
    ...(body.accent_color === undefined ? {} : { accentColor: body.accent_color }),
  }
}

const issuerOf = (
  body: NonNullable<EnvironmentSettingsBody['user_token_issuers']>[number],
): UserTokenIssuer => ({
  issuer: body.issuer,
  jwksUri: body.jwks_uri,
  audience: body.audience,
  ...(body.user_claim == null ? {} : { userClaim: body.user_claim }),
  ...(body.organization_claim == null ? {} : { organizationClaim: body.organization_claim }),
})
