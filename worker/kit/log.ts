/**
 * The log: one line of JSON per record, and no place in it for a secret.
 *
 * Three nets. Fields are a closed list, at compile time and at run time. Objects are refused, so that
 * nothing is serialised whole. Strings that look like a token are masked, ours and those of providers.
 */

const FIELD_NAMES = [
  'request_id',
  'route',
  'method',
  'status',
  'duration_ms',
  'environment_id',
  'key_id',
  'operator_id',
  'integration_id',
  'slug',
  'account_id',
  'attempt_id',
  'grant_id',
  'client_version_id',
  'epoch',
  'outcome',
  'code',
  'class',
  'reason',
  'provider_status',
  'provider_host',
  'd1',
  'count',
  'kid',
  'job',
  'error_name',
  'error_message',
] as const

type LogFieldName = (typeof FIELD_NAMES)[number]
type LogValue = string | number | boolean | null

/** What a record may say. A new name is added here, after asking what it could carry. */
export type LogFields = { readonly [name in LogFieldName]?: LogValue | undefined }

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export type Logger = {
  /** Whether a record of that level is written: what only a record needs is not worked out else. */
  readonly isOn: (level: LogLevel) => boolean
  /** @param event what happened, in snake_case: `credential_refreshed` */
  readonly info: (event: string, fields?: LogFields) => void
  readonly warn: (event: string, fields?: LogFields) => void
  readonly error: (event: string, fields?: LogFields) => void
}

const RANKS: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 }
const MAX_TEXT_LENGTH = 300

/**
 * Makes a logger.
 *
 * @param write takes one finished line, without its newline
 * @param level the least severe record that is written
 */
export function createLogger(write: (line: string) => void, level: LogLevel): Logger {
  const at =
    (own: LogLevel) =>
    (event: string, fields: LogFields = {}): void => {
      if (RANKS[own] < RANKS[level]) return
      write(JSON.stringify({ level: own, event: masked(event), ...admitted(fields) }))
    }
  const isOn = (own: LogLevel): boolean => RANKS[own] >= RANKS[level]
  return { isOn, info: at('info'), warn: at('warn'), error: at('error') }
}

/** The platform's log; everything else that wants to speak is handed a `Logger`. */
export const consoleLine = (line: string): void => console.log(line)

/** An error as fields: its name and message, masked; never its stack or its cause. */
export const errorFields = (error: unknown): LogFields =>
  error instanceof Error
    ? { error_name: error.name, error_message: error.message }
    : { error_name: typeof error }

function admitted(fields: LogFields): Record<string, LogValue> {
  const record: Record<string, LogValue> = {}
  for (const name of FIELD_NAMES) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (value !== undefined) record[name] = printable(value)
  }
  return record
}

function printable(value: LogValue): LogValue {
  if (typeof value === 'string') return masked(value)
  // A cast or a JSON value can bring an object past the compiler; a Secret must not depend on its toJSON.
  return typeof value === 'object' && value !== null ? '[refused]' : value
}

const MASK = '[masked]'

const TOKEN_SHAPES: readonly RegExp[] = [
  /eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g, // a JSON Web Token
  /\bsk_(?:test|live)_\w+/g, // our API keys
  /\b(?:gh[oprsu]_|github_pat_|xox[a-z]-|xapp-|ya29\.|1\/\/|lin_|ntn_|secret_)[\w.-]{8,}/g, // providers' tokens
  /\bBearer\s+\S+/gi,
  /[A-Za-z0-9]{32,}/g, // hex and other opaque runs; the longest run in an id of ours is 26
]

// Base64 of either alphabet. Words joined by `_`, `-` or `/` can be as long, but lack digits or case.
const LONG_RUN = /[\w+/-]{32,}/g
const looksRandom = (run: string): boolean =>
  /[0-9]/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run)

// What follows a question mark may be a code or a state, which are too short for the shapes above.
const URL_QUERY = /([a-z]+:\/\/[^\s?#]*)[?#]\S*/gi

// A name of ours: an event, a code, a route, an id with its prefix. Nothing to mask, and most of a log.
const PLAIN =
  /^(?:[a-z]{1,12}(?:_[a-z]{1,15}){0,3}|[A-Z]{3,7}|req_[0-9a-f-]{36}|key_[0-9A-Za-z]{12}|(?:environment|data_integration|data_installation|attempt|grant|client|operator)_[0-9a-z]{26}|\/[a-zA-Z_:/*-]{0,120})$/

function masked(text: string): string {
  if (PLAIN.test(text)) return text
  const withoutTokens = TOKEN_SHAPES.reduce(
    (rest, shape) => rest.replace(shape, MASK),
    text.replace(URL_QUERY, `$1?${MASK}`),
  )
  const safe = withoutTokens.replace(LONG_RUN, (run) => (looksRandom(run) ? MASK : run))
  return safe.length > MAX_TEXT_LENGTH ? `${safe.slice(0, MAX_TEXT_LENGTH)}…` : safe
}
