/**
 * How far an entry is to be trusted, and since when. A page says itself what was read in documentation
 * (`verified`); here is what was found beside that. Nothing is called checked that nobody checked.
 */
import type { ProviderDefinition } from '../definition.ts'
import { COMPARED } from './compared.ts'
import { READ } from './read.ts'

export type Verification = {
  readonly level: Level
  /** Year and month, with the day where it is known: when it was last looked at. */
  readonly date: string
  /** What it was held against. */
  readonly source: string
}

export type Level = keyof typeof LEVELS

/** From the least to the most. */
export const LEVELS = {
  recall: 'From memory, or from one source: check it before you rely on it.',
  endpoints: 'Independent sources agree on both addresses; the rest is from memory.',
  compared:
    'Held against two or more independent public implementations: addresses, how client, scopes and PKCE are sent, where a key goes. The rest is from memory.',
  docs: 'Read in the provider’s own documentation.',
  wire: 'Connects in our tests to a server that was written from the documentation alone.',
  emulated: 'Connects in our tests, in a real browser, to an emulator by somebody else.',
  live: 'Connected to the real provider.',
} as const

/** Emulators of `emulate`, driven by `e2e/flows`. */
const EMULATED: ReadonlySet<string> = new Set([
  // allow-module-state: a constant
  'github',
  'gmail',
  'google',
  'google-calendar',
  'google-drive',
  'linear',
  'microsoft',
  'microsoft-outlook',
  'okta',
  'slack',
  'vercel',
])

/** @param hasServer whether a server of its own stands in for it in the tests */
export function verificationOf(
  { slug, verified, docsUrl }: ProviderDefinition,
  hasServer: boolean,
): Verification {
  if (EMULATED.has(slug)) return { level: 'emulated', date: '2026-11', source: 'emulate 0.12.2' }
  if (hasServer) return { level: 'wire', date: '2026-11', source: 'worker/test/documented' }
  if (verified === 'docs') return { level: 'docs', ...readOf(slug, docsUrl) }
  const compared = COMPARED[slug]
  if (compared !== undefined) {
    return { level: 'compared', date: '2026-11-30', source: compared }
  }
  return AGREED.has(slug)
    ? { level: 'endpoints', date: '2026-11', source: 'two or more of a dozen open code bases' }
    : { level: 'recall', date: '2026-11', source: 'memory' }
}

function readOf(slug: string, docsUrl = ''): Pick<Verification, 'date' | 'source'> {
  const read = READ[slug]
  return read === undefined
    ? { date: '2026-11', source: `its documentation at ${new URL(docsUrl).host}` }
    : { date: '2026-11-30', source: `its documentation: ${read}` }
}

const AGREED: ReadonlySet<string> = new Set([
  // allow-module-state: a constant
  'google-bigquery',
  'pleo',
])
