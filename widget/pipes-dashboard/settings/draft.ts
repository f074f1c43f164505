/** Settings of an environment as they are typed, and what of them has changed. */
import type { OperatorEnvironment } from '../../../worker/contract/operator/answers.ts'
import type { Changes } from '../api/operator-api.ts'

export type SettingsDraft = {
  readonly name: string
  readonly brandName: string
  readonly logoUrl: string
  readonly accentColor: string
  /** One address a line. */
  readonly allowedOrigins: string
  readonly returnUrls: string
  readonly requiresBinding: boolean
}

export const settingsOf = (environment: OperatorEnvironment): SettingsDraft => ({
  name: environment.name,
  brandName: environment.branding.name ?? '',
  logoUrl: environment.branding.logo_url ?? '',
  accentColor: environment.branding.accent_color ?? '',
  allowedOrigins: environment.allowed_origins.join('\n'),
  returnUrls: environment.return_urls.join('\n'),
  requiresBinding: environment.requires_binding,
})

/** What somebody has typed over what was there. */
export const typed = (before: SettingsDraft, now: SettingsDraft): Partial<SettingsDraft> =>
  Object.fromEntries(
    Object.entries(now).filter(([key, value]) => before[key as keyof SettingsDraft] !== value),
  )

const BRANDING = ['brandName', 'logoUrl', 'accentColor'] as const

/** Only what differs: addresses ask for a fresh sign-in, and what nobody touched stays as another operator set it. */
export function changesOf(before: SettingsDraft, now: SettingsDraft): Changes {
  const differs = (...keys: readonly (keyof SettingsDraft)[]): boolean =>
    keys.some((key) => before[key] !== now[key])
  return {
    ...(differs('name') ? { name: now.name.trim() } : {}),
    ...(differs(...BRANDING)
      ? {
          branding: {
            name: orNull(now.brandName),
            logo_url: orNull(now.logoUrl),
            accent_color: orNull(now.accentColor),
          },
        }
      : {}),
    ...(differs('allowedOrigins') ? { allowed_origins: lines(now.allowedOrigins) } : {}),
    ...(differs('returnUrls') ? { return_urls: lines(now.returnUrls) } : {}),
    ...(differs('requiresBinding') ? { requires_binding: now.requiresBinding } : {}),
  }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

const lines = (text: string): string[] =>
  text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
