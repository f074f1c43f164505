/**
 * What a provider must be told beside credentials: whose Zendesk it is, which Snowflake account. A value
 * becomes part of an address to which secrets are sent, so each is judged by its whole pattern, and by
 * the place that it takes there (`fill-config.ts`).
 */
import { fail, ok, type Result } from '../kit/result.ts'
import type { ConfigField, StringRecord } from './definition.ts'

export type ConfigFailure = {
  readonly kind: 'config_invalid'
  readonly key: string
  readonly reason:
    | 'undeclared'
    | 'not_for_connections'
    /** A whole host, to which users are sent: the developer's to name (decision 30). */
    | 'not_for_organizations'
    | 'pinned'
    | 'required'
    | 'pattern'
    /** The integration has not been told what it takes to connect at all. */
    | 'integration_lacks'
  /** What the provider calls it, and how a value looks; for people. */
  readonly label: string
  readonly example: string | null
}

const MAX_VALUE = 255
// Control characters, and what hides the order of others.
const PRINTABLE = /^[^\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+$/u

/**
 * Checks what is set for all connections: values of either scope, none of them required, because whoever
 * connects may still be asked.
 */
export function checkIntegrationConfig(
  fields: readonly ConfigField[],
  values: StringRecord,
): Result<StringRecord, ConfigFailure> {
  for (const [key, value] of Object.entries(values)) {
    const field = fields.find((one) => one.key === key)
    if (field === undefined) return refuse(key, 'undeclared')
    if (!fits(field, value)) return refuse(key, 'pattern', field)
  }
  return ok(values)
}

/**
 * Checks what is set for one connection.
 *
 * @param pinned what is set for all connections already: it is not asked again, and cannot be changed here
 */
export function checkInstallationConfig(
  fields: readonly ConfigField[],
  values: StringRecord,
  pinned: StringRecord,
): Result<StringRecord, ConfigFailure> {
  const checked = checkIntegrationConfig(fields, values)
  if (!checked.ok) return checked
  for (const key of Object.keys(values)) {
    const field = fields.find((one) => one.key === key)
    if (field?.scope !== 'installation') return refuse(key, 'not_for_connections', field)
    if (Object.hasOwn(pinned, key)) return refuse(key, 'pinned', field)
  }
  for (const field of fields) {
    const isThere =
      Object.hasOwn(values, field.key) ||
      Object.hasOwn(pinned, field.key) ||
      field.default !== undefined
    if (field.required && !isThere) return refuse(field.key, 'required', field)
  }
  return ok(values)
}

/** What holds for a connection now: the provider's defaults, then what is set, the nearest last. */
export const effectiveConfig = (
  fields: readonly ConfigField[],
  ...layers: readonly StringRecord[]
): StringRecord => ({
  ...Object.fromEntries(
    fields.flatMap(({ key, default: value }) => (value === undefined ? [] : [[key, value]])),
  ),
  ...Object.assign({}, ...layers),
})

function fits({ pattern, patternFlags }: ConfigField, value: string): boolean {
  if (value.length > MAX_VALUE || !PRINTABLE.test(value)) return false
  return (
    pattern === undefined || new RegExp(`^(?:${pattern})$`, `${patternFlags ?? ''}u`).test(value)
  )
}

const refuse = (
  key: string,
  reason: ConfigFailure['reason'],
  field?: ConfigField,
): Result<never, ConfigFailure> =>
  fail({
    kind: 'config_invalid',
    key,
    reason,
    label: field?.label ?? key,
    example: field?.example ?? null,
  })
