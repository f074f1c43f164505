/** What the Worker tells of one connection, as it is said to the person whose it is. Nothing in it is trusted. */
import { labelAtProvider, type ConnectedAccount, type Integration } from '../api/integration.ts'
import { asArray, asLabel } from '../api/read.ts'
import { fill, type MoreMessages } from '../i18n/messages.ts'

export type ScopeFact = { readonly scope: string; readonly words: string | null }

const SCOPE_LIMIT = 200
const WORDS_LIMIT = 160

export const grantedScopes = (
  account: ConnectedAccount,
  integration: Integration,
): readonly ScopeFact[] => scopeFacts(asArray(account.raw['scopes']), integration)

export const missingScopes = (
  account: ConnectedAccount,
  integration: Integration,
): readonly ScopeFact[] => scopeFacts(account.missing, integration)

/** In plain words where the Worker knows some, and these first. */
const scopeFacts = (
  scopes: readonly unknown[],
  { scopeWords }: Integration,
): readonly ScopeFact[] =>
  scopes
    .flatMap((value): readonly ScopeFact[] => {
      const scope = asLabel(value, SCOPE_LIMIT)
      if (scope === null || typeof value !== 'string') return []
      const words = Object.hasOwn(scopeWords, value)
        ? asLabel(scopeWords[value], WORDS_LIMIT)
        : null
      return [{ scope, words }]
    })
    .toSorted((one, other) => Number(one.words === null) - Number(other.words === null))

/** What its user calls it, and in brackets what it is at the provider: a name of one's own may be anything. */
export const fullName = ({ label, raw }: ConnectedAccount): string | null => {
  const there = labelAtProvider(raw)
  return label === there || there === null ? label : `${label} (${there})`
}

/** Since when, used when, and when its user will be needed. */
export const times = (
  { raw }: ConnectedAccount,
  language: string,
  now: number,
  t: MoreMessages,
): readonly string[] => {
  const connected = timeOf(raw['created_at'])
  const used = timeOf(raw['last_used_at'])
  const needed = timeOf(raw['needs_user_at'])
  return [
    ...(connected === null
      ? []
      : [fill(t.connectedSince, { date: day(connected, language, now) })]),
    used === null ? t.neverUsed : fill(t.lastUsed, { when: ago(used, language, now) }),
    ...(needed === null || needed < now
      ? []
      : [fill(t.needsYou, { date: day(needed, language, now) })]),
  ]
}

/** Epoch ms. */
const timeOf = (value: unknown): number | null => {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? null : time
}

const DAY_MS = 86_400_000

const day = (time: number, language: string, now: number): string =>
  new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    ...(Math.abs(time - now) > 300 * DAY_MS && { year: 'numeric' }),
  }).format(time)

const UNITS = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['week', 7 * DAY_MS],
  ['day', DAY_MS],
  ['hour', DAY_MS / 24],
] as const

/** To the hour, as it is kept: less than one is "this hour". */
const ago = (time: number, language: string, now: number): string => {
  const passed = Math.max(0, now - time)
  const [unit, length] = UNITS.find(([, ms]) => passed >= ms) ?? (['hour', DAY_MS / 24] as const)
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    -Math.floor(passed / length),
    unit,
  )
}
