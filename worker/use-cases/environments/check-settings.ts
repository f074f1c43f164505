/** Settings of an environment, judged before they are stored. */
import {
  isIssuerIdentifier,
  type Environment,
  type EnvironmentSettings,
  type SettingsChange,
} from '../../domain/environment.ts'
import { checkPublicUrl } from '../../kit/public-url.ts'
import type { Deps } from '../deps.ts'

export type SettingsFailure =
  | {
      readonly kind: 'setting_url_not_allowed'
      readonly field: string
      readonly reason: string
    }
  | { readonly kind: 'issuer_not_exact'; readonly field: string; readonly issuer: string }

/** @returns the first address that cannot be used; undefined when there is none */
export function findWrongSetting(
  deps: Pick<Deps, 'urlOptions'>,
  kind: Environment['kind'],
  { branding, userTokenIssuers }: SettingsChange,
): SettingsFailure | undefined {
  const called = (field: string, address: string): SettingsFailure | undefined => {
    const checked = checkPublicUrl(address, deps.urlOptions(kind))
    return checked.ok
      ? undefined
      : { kind: 'setting_url_not_allowed', field, reason: checked.failure.reason }
  }
  const logo = branding?.logoUrl == null ? undefined : called('branding.logo_url', branding.logoUrl)
  if (logo !== undefined) return logo
  for (const [index, { issuer, jwksUri }] of (userTokenIssuers ?? []).entries()) {
    const place = `user_token_issuers.${index}`
    if (!isIssuerIdentifier(kind, issuer)) {
      return { kind: 'issuer_not_exact', field: `${place}.issuer`, issuer }
    }
    const keys = called(`${place}.jwks_uri`, jwksUri)
    if (keys !== undefined) return keys
  }
  return undefined
}

/** The settings of a new environment: the change, applied to none. */
export function firstSettings({
  branding,
  requiresBinding,
  widgetSessionMinutes,
  keepAliveDays,
  userTokenIssuers,
}: SettingsChange): EnvironmentSettings {
  const shown = Object.entries(branding ?? {}).filter(([, value]) => value != null)
  return {
    ...(shown.length === 0 ? {} : { branding: Object.fromEntries(shown) }),
    ...(requiresBinding == null ? {} : { requiresBinding }),
    ...(widgetSessionMinutes == null ? {} : { widgetSessionMinutes }),
    ...(keepAliveDays == null ? {} : { keepAliveDays }),
    ...(userTokenIssuers == null ? {} : { userTokenIssuers }),
  }
}
