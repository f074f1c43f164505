/** A provider's row as the Worker tells it (contract/widget.md §3). Nothing in it is trusted. */
import { asArray, asImageUrl, asLabel, asObject, asString, type Json } from './read.ts'

export type AuthMethod = 'oauth' | 'api_key' | 'client_credentials'

export type ConnectedAccount = {
  readonly id: string
  readonly state: 'connected' | 'needs_reauthorization'
  /** Whose account it is at the provider, as people know it: "octocat". */
  readonly label: string | null
  readonly method: AuthMethod
  /** Of an API key; all that is ever shown of it. */
  readonly lastFour: string | null
  readonly clientId: string | null
  /** What was answered to the provider's fields. */
  readonly config: Readonly<Record<string, string>>
}

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

export type Integration = {
  readonly slug: string
  readonly name: string
  readonly description: string | null
  readonly iconUrl: string | null
  /** How an account may be connected; at least one way. */
  readonly methods: readonly AuthMethod[]
  /** What is asked of whoever connects, in the order of asking. */
  readonly fields: readonly ConfigField[]
  readonly account: ConnectedAccount | null
}

/** What can be done now: the account that is there keeps its way, as long as there is that way. */
export const methodsNow = ({ methods, account }: Integration): readonly AuthMethod[] =>
  account !== null && methods.includes(account.method) ? [account.method] : methods

/** Something has to be typed or chosen first. */
export const needsForm = (integration: Integration): boolean =>
  integration.fields.length > 0 || String(methodsNow(integration)) !== 'oauth'

/** Characters, as people count them. */
const LIMITS = {
  name: 80,
  description: 240,
  label: 120,
  hint: 500,
  lastFour: 4,
  clientId: 512,
} as const

/** @param apiOrigin whose icons may be shown over plain http */
export const integrationOf = (value: unknown, apiOrigin: string): Integration | null => {
  const row = asObject(value)
  const slug = asString(row?.['slug'])
  if (!row || slug === null) return null
  return {
    slug,
    name: asLabel(row['name'], LIMITS.name) ?? asLabel(slug, LIMITS.name) ?? slug,
    description: asLabel(row['description'], LIMITS.description),
    iconUrl: asImageUrl(row['iconUrl'], apiOrigin),
    methods: methodsOf(row['authMethods']),
    fields: fieldsOf(row),
    account: accountOf(row['installation']),
  }
}

export const accountOf = (value: unknown): ConnectedAccount | null => {
  const installation = asObject(value)
  const id = asString(installation?.['id'])
  if (!installation || id === null) return null
  return {
    id,
    state: installation['state'] === 'connected' ? 'connected' : 'needs_reauthorization',
    label:
      asLabel(installation['account_display_name'], LIMITS.label) ??
      asLabel(installation['account_identifier'], LIMITS.label),
    method: METHODS.find((method) => method === installation['auth_method']) ?? 'oauth',
    lastFour: asLabel(installation['api_key_last_4'], LIMITS.lastFour),
    clientId: asLabel(installation['client_id'], LIMITS.clientId),
    config: Object.fromEntries(
      Object.entries(asObject(installation['config']) ?? {}).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
  }
}

const METHODS: readonly AuthMethod[] = ['oauth', 'api_key', 'client_credentials']

/** In our order; a Worker that names none, or only some that are not known here, means a sign-in. */
const methodsOf = (value: unknown): readonly AuthMethod[] => {
  const named = METHODS.filter((method) => asArray(value).includes(method))
  return named.length === 0 ? ['oauth'] : named
}

/** A field that is answered for everybody already is not asked again. */
const fieldsOf = (row: Json): readonly ConfigField[] => {
  const pinned = asObject(row['config']) ?? {}
  return asArray(row['configFields'])
    .flatMap((value) => {
      const field = asObject(value)
      const key = asString(field?.['key'])
      const isAsked = field?.['scope'] === 'installation' && key !== null && !pinned[key]
      return isAsked ? [{ field, key }] : []
    })
    .toSorted(
      (one, other) => (Number(one.field['order']) || 0) - (Number(other.field['order']) || 0),
    )
    .map(({ field, key }) => ({
      key,
      label: asLabel(field['label'], LIMITS.label) ?? key,
      required: field['required'] === true,
      description: asLabel(field['description'], LIMITS.hint),
      example: asLabel(field['example'], LIMITS.label),
      pattern: patternOf(field['pattern'], field['patternFlags']),
      fallback: asLabel(field['default'], LIMITS.label),
      isSecret: field['secret'] === true,
    }))
}

const patternOf = (source: unknown, flags: unknown): RegExp | null => {
  if (typeof source !== 'string') return null
  try {
    // Without what makes a pattern remember where it was.
    return new RegExp(`^(?:${source})$`, (asString(flags) ?? '').replace(/[gy]/g, ''))
  } catch {
    return null
  }
}
