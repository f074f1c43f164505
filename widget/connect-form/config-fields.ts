/** What a provider has to be told beside credentials, as the Worker describes it. Nothing in it is trusted. */
import { askedFields, type ConnectedAccount, type Integration } from '../api/integration.ts'
import { asLabel, asObject, asString, type Json } from '../api/read.ts'

/** Something that the provider has to be told beside credentials: whose Zendesk it is. */
export type ConfigField = {
  readonly key: string
  readonly label: string
  readonly required: boolean
  readonly description: string | null
  readonly example: string | null
  /** Of the whole value; null also where the pattern is none. */
  readonly pattern: RegExp | null
  /** Holds where the field is left empty. */
  readonly fallback: string | null
  readonly isSecret: boolean
}

const LIMITS = { label: 120, hint: 500 } as const

/** In the order of asking. */
export const fieldsOf = (
  { raw }: Pick<Integration, 'raw'>,
  of: 'installation' | 'integration' = 'installation',
): readonly ConfigField[] =>
  askedFields(raw, of)
    .toSorted((one, other) => (Number(one['order']) || 0) - (Number(other['order']) || 0))
    .map((field) => {
      const key = String(field['key'])
      return {
        key,
        label: asLabel(field['label'], LIMITS.label) ?? key,
        required: field['required'] === true,
        description: asLabel(field['description'], LIMITS.hint),
        example: asLabel(field['example'], LIMITS.label),
        pattern: patternOf(field['pattern'], field['patternFlags']),
        fallback: asLabel(field['default'], LIMITS.label),
        isSecret: field['secret'] === true,
      }
    })

/** What was answered to the provider's fields. */
export const answersOf = (account: ConnectedAccount | null): Readonly<Record<string, string>> =>
  answersIn(account?.raw)

/** The same of whatever has been set for all. */
export const answersIn = (raw: Json | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(asObject(raw?.['config']) ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )

const patternOf = (source: unknown, flags: unknown): RegExp | null => {
  if (typeof source !== 'string') return null
  try {
    // Without what makes a pattern remember where it was.
    return new RegExp(`^(?:${source})$`, (asString(flags) ?? '').replace(/[gy]/g, ''))
  } catch {
    return null
  }
}
