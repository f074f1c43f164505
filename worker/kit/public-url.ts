/**
 * Which addresses this deployment may call: public https hosts, spelled exactly as they parse.
 *
 * A URL that a tenant typed must not reach what only we can reach. Names are judged, not addresses:
 * on Cloudflare a Worker's requests cannot enter private networks, so a public name that resolves
 * inside (`127.0.0.1.nip.io`) is stopped there; a self-hosted workerd needs an egress proxy.
 */
import { fail, ok } from './result.ts'
import type { Result } from './result.ts'

export type PublicUrlOptions = {
  /** Exact origins on this machine that a sandbox may call; empty everywhere else. */
  readonly loopbackOrigins: readonly string[]
  /** Our own origin: calling ourselves (or a name below ours) is refused. */
  readonly ownOrigin?: string | undefined
}

export type UrlRefusal =
  | 'too_long'
  | 'characters'
  | 'scheme_not_https'
  | 'malformed'
  | 'userinfo_present'
  | 'port_not_443'
  | 'ip_address'
  | 'host_not_canonical'
  | 'host_not_public'
  | 'own_host'
  | 'fragment_present'

export type UrlNotAllowed = { readonly kind: 'url_not_allowed'; readonly reason: UrlRefusal }

const MAX_URL_LENGTH = 4096
const MAX_HOST_LENGTH = 253

const PRINTABLE_ASCII = /^[\x21-\x7e]+$/
const AUTHORITY = /^https:\/\/([^/?#]*)/
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const TOP_LABEL = /^[a-z][a-z0-9-]*[a-z0-9]$/

// RFC 6761, RFC 6762, RFC 8375, RFC 9476, ICANN's name collision list, and names that routers and clouds
// resolve inside. `.example` is left out: it never resolves, so it harms nobody.
const INSIDE_NAMES = [
  'alt',
  'arpa',
  'corp',
  'home',
  'internal',
  'intranet',
  'invalid',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'mail',
  'metadata.goog',
  'onion',
  'private',
  'test',
] as const

/**
 * Judges one URL as typed. The same rules hold when a custom provider is saved and when it is called.
 *
 * @param typed the URL exactly as the tenant or the catalogue spells it
 * @returns the parsed URL, or `url_not_allowed` with the first rule it breaks
 */
export function checkPublicUrl(
  typed: string,
  options: PublicUrlOptions,
): Result<URL, UrlNotAllowed> {
  const refusal = refusalOf(typed, options)
  return refusal === undefined
    ? ok(new URL(typed))
    : fail({ kind: 'url_not_allowed', reason: refusal })
}

function refusalOf(typed: string, options: PublicUrlOptions): UrlRefusal | undefined {
  if (typed.length > MAX_URL_LENGTH) return 'too_long'
  // The parser drops tabs and newlines and reads a backslash as a slash; we read what was typed.
  if (!PRINTABLE_ASCII.test(typed) || typed.includes('\\')) return 'characters'
  if (typed.includes('#')) return 'fragment_present'
  if (isAdmittedLoopback(typed, options)) return undefined

  const authority = AUTHORITY.exec(typed)?.[1]
  if (authority === undefined) return 'scheme_not_https'
  const url = URL.parse(typed)
  if (url === null) return 'malformed'
  if (authority.includes('@')) return 'userinfo_present'
  if (url.port !== '') return 'port_not_443'
  if (isIpAddress(url.hostname)) return 'ip_address'
  if (authority.replace(/:443$/, '') !== url.hostname) return 'host_not_canonical'
  if (!isPublicName(url.hostname)) return 'host_not_public'
  if (isOwnHost(url.hostname, options.ownOrigin)) return 'own_host'
  return undefined
}

// The parser turns every numeric spelling (127.1, 0x7f.1, 2130706433) into four decimal parts.
const isIpAddress = (host: string): boolean => host.startsWith('[') || /^[0-9.]+$/.test(host)

function isPublicName(host: string): boolean {
  const labels = host.split('.')
  if (host.length > MAX_HOST_LENGTH || labels.length < 2) return false
  if (!labels.every((label) => LABEL.test(label))) return false
  if (!TOP_LABEL.test(labels.at(-1) ?? '')) return false
  return !INSIDE_NAMES.some((name) => isAtOrBelow(host, name))
}

function isOwnHost(host: string, ownOrigin: string | undefined): boolean {
  const own = ownOrigin === undefined ? null : URL.parse(ownOrigin)
  return own !== null && isAtOrBelow(host, own.hostname)
}

const isAtOrBelow = (host: string, name: string): boolean =>
  host === name || host.endsWith(`.${name}`)

function isAdmittedLoopback(typed: string, options: PublicUrlOptions): boolean {
  const origin = URL.parse(typed)?.origin
  return (
    origin !== undefined &&
    origin !== options.ownOrigin &&
    options.loopbackOrigins.includes(origin) &&
    isLoopbackHost(new URL(origin).hostname) &&
    (typed === origin || typed.startsWith(`${origin}/`) || typed.startsWith(`${origin}?`))
  )
}

const isLoopbackHost = (host: string): boolean =>
  host === '127.0.0.1' || host === '[::1]' || isAtOrBelow(host, 'localhost')
