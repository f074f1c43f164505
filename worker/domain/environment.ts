/** An environment, and which pages it lets in: exact origins and exact return addresses. */
import { minutes } from '../kit/clock.ts'

export type Environment = {
  readonly id: string
  readonly name: string
  readonly kind: 'sandbox' | 'production'
  readonly allowedOrigins: readonly string[]
  readonly returnUrls: readonly string[]
  readonly settings: EnvironmentSettings
}

/** What may be set beside the addresses; whatever is absent has its default. */
export type EnvironmentSettings = {
  /** What users see on our pages and in the widget beside the provider. */
  readonly branding?: Branding
  /** A connection that a backend begins must be bound by a `code_challenge`. */
  readonly requiresBinding?: boolean
  /** How long a widget's session lives; 15 unless told. */
  readonly widgetSessionMinutes?: number
  /** So many days after its last use a connection is kept alive; 0: never; absent: for as long as it can be. */
  readonly keepAliveDays?: number
  /** Who signs the tokens of the product's users, for token exchange (RFC 8693). */
  readonly userTokenIssuers?: readonly UserTokenIssuer[]
}

export type Branding = {
  /** The product's name. */
  readonly name?: string
  /** https; shown as an image. */
  readonly logoUrl?: string
  /** `#rrggbb`. */
  readonly accentColor?: string
}

export type UserTokenIssuer = {
  /** Must equal the token's `iss`. */
  readonly issuer: string
  /** Where its public keys are (RFC 7517). */
  readonly jwksUri: string
  /** Must be in the token's `aud`. */
  readonly audience: string
  /** The claim that holds the user's id; `sub` unless told. */
  readonly userClaim?: string
  /** The claim that holds the organization's id, if any. */
  readonly organizationClaim?: string
}

/** A change of settings, as RFC 7396 has it: null takes a setting away, absent leaves it. */
export type SettingsChange = {
  readonly branding?: { readonly [Name in keyof Branding]?: Branding[Name] | null } | null
  readonly requiresBinding?: boolean | null
  readonly widgetSessionMinutes?: number | null
  readonly keepAliveDays?: number | null
  /** All of them: a list is replaced, never merged. */
  readonly userTokenIssuers?: readonly UserTokenIssuer[] | null
}

/** @returns milliseconds that a widget's session lives; undefined: as long as sessions live unless told */
export const sessionLifetime = ({
  settings: { widgetSessionMinutes },
}: Pick<Environment, 'settings'>): number | undefined =>
  widgetSessionMinutes === undefined ? undefined : minutes(widgetSessionMinutes)

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']) // allow-module-state: constant

/** A sandbox accepts any loopback origin as it is; everything else is registered, exactly. */
export function isAllowedOrigin(environment: Environment, origin: string): boolean {
  const url = parseExact(origin)
  if (url === undefined || url.origin !== origin) return false
  if (isLoopback(url)) return environment.kind === 'sandbox' || isListed(environment, origin)
  return url.protocol === 'https:' && isListed(environment, origin)
}

/**
 * Whether a browser may be sent back to this address (RFC 9700 §4.11). Origin and path must be
 * registered; a query is free; user info and fragments are refused. The address must begin with
 * its own parsed origin, which defeats `blob:`, encoded hosts, other cases and backslashes.
 */
export function isAllowedReturn(environment: Environment, address: string): boolean {
  const url = parseExact(address)
  if (url === undefined || url.hash !== '' || address.includes('#')) return false
  if (url.username !== '' || url.password !== '' || address.includes('\\')) return false
  if (!(address === url.origin || address.startsWith(`${url.origin}/`))) return false
  if (isLoopback(url) && environment.kind === 'sandbox') return true
  if (url.protocol !== 'https:' && !isLoopback(url)) return false
  return environment.returnUrls.includes(url.origin + url.pathname)
}

const isListed = (environment: Environment, origin: string): boolean =>
  environment.allowedOrigins.includes(origin)

const isLoopback = (url: URL): boolean =>
  (url.protocol === 'http:' || url.protocol === 'https:') && LOOPBACK_HOSTS.has(url.hostname)

function parseExact(text: string): URL | undefined {
  // White space and control characters are dropped silently by the URL parser.
  if (text.length > 2048 || /[^\u0021-\u007e]/.test(text)) return undefined
  return URL.canParse(text) ? new URL(text) : undefined
}

/** Whether this can be registered as the origin of pages: exact, https or loopback. */
export function isExactOrigin(origin: string): boolean {
  const url = parseExact(origin)
  return url?.origin === origin && isRegistrable(url)
}

/** Whether this can be registered as a return address: origin and path, https or loopback. */
export function isExactReturn(address: string): boolean {
  const url = parseExact(address)
  return url !== undefined && url.origin + url.pathname === address && isRegistrable(url)
}

/** Whether this can be an issuer's identifier (RFC 8414 §2): https without query; loopback in a sandbox. */
export function isIssuerIdentifier(kind: Environment['kind'], identifier: string): boolean {
  const url = parseExact(identifier)
  if (url === undefined || /[?#\\]/.test(identifier)) return false
  if (url.username !== '' || url.password !== '') return false
  return url.protocol === 'https:' || (kind === 'sandbox' && isLoopback(url))
}

/** A star would read like a pattern, and there are none. */
const isRegistrable = (url: URL): boolean =>
  (url.protocol === 'https:' || isLoopback(url)) && !url.hostname.includes('*')
