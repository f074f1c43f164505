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
  /** Off, a backend has to bind each connection. */
  readonly confirmationPage: boolean
  readonly sessionMinutes: string
  /** Empty: for as long as it can be. */
  readonly keepAliveDays: string
}

export const settingsOf = (environment: OperatorEnvironment): SettingsDraft => ({
  name: environment.name,
  brandName: environment.branding.name ?? '',
  logoUrl: environment.branding.logo_url ?? '',
  accentColor: environment.branding.accent_color ?? '',
  allowedOrigins: environment.allowed_origins.join('\n'),
  returnUrls: environment.return_urls.join('\n'),
  confirmationPage: !environment.requires_binding,
  sessionMinutes: String(environment.widget_session_minutes),
  keepAliveDays: environment.keep_alive_days === null ? '' : String(environment.keep_alive_days),
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
    ...(differs('confirmationPage') ? { requires_binding: !now.confirmationPage } : {}),
    ...(differs('sessionMinutes') ? { widget_session_minutes: numberOf(now.sessionMinutes) } : {}),
    ...(differs('keepAliveDays') ? { keep_alive_days: numberOf(now.keepAliveDays) } : {}),
  }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** What is no number goes out as it is: the server says what it should be. */
const numberOf = (text: string): number | string | null => {
  const trimmed = text.trim()
  if (trimmed === '') return null
  return /^\d+$/.test(trimmed) ? Number(trimmed) : trimmed
}

const lines = (text: string): string[] =>
  text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
