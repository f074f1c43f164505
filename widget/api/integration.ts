/** A provider's row as the Worker tells it (contract/widget.md §3). Nothing in it is trusted. */
import { asArray, asImageUrl, asLabel, asObject, asString, type Json } from './read.ts'

export type AuthMethod = 'oauth' | 'api_key' | 'client_credentials'

export type ConnectedAccount = {
  readonly id: string
  readonly state: 'connected' | 'needs_reauthorization'
  /** What its user calls it; else as people know it at the provider: "octocat". */
  readonly label: string | null
  readonly method: AuthMethod
  /** Of an API key; all that is ever shown of it. */
  readonly lastFour: string | null
  readonly clientId: string | null
  /** Of the account at its provider; served by the Worker. */
  readonly picture: string | null
  /** What is asked for now and was not granted. */
  readonly missing: readonly string[]
  /** All that the Worker tells of it, for the details. */
  readonly raw: Json
}

export type Integration = {
  readonly slug: string
  readonly name: string
  readonly description: string | null
  readonly iconUrl: string | null
  /** How an account may be connected; at least one way. */
  readonly methods: readonly AuthMethod[]
  /** Something is asked of whoever connects; what, the form reads. */
  readonly asks: boolean
  readonly raw: Json
  /** Of our few kinds; a later Worker may know more. */
  readonly category: string | null
  /** Other names that people look for. */
  readonly aliases: readonly string[]
  /** By scope, in plain words. */
  readonly scopeWords: Json
  readonly accounts: readonly ConnectedAccount[]
  /** The first of them; or the one that is meant, see `aimed`. */
  readonly account: ConnectedAccount | null
}

/** @param accounts the first is what other clients see, who know of one only */
export const withAccounts = (
  integration: Omit<Integration, 'accounts' | 'account'>,
  accounts: readonly ConnectedAccount[],
): Integration => ({ ...integration, accounts, account: accounts[0] ?? null })

/** What can be done now: the account that is there keeps its way, as long as there is that way. */
export const methodsNow = ({ methods, account }: Integration): readonly AuthMethod[] =>
  account !== null && methods.includes(account.method) ? [account.method] : methods

/** Something has to be typed or chosen first. */
export const needsForm = (integration: Integration): boolean =>
  integration.asks || String(methodsNow(integration)) !== 'oauth'

/** Characters, as people count them. */
const LIMITS = {
  name: 80,
  description: 240,
  label: 120,
  lastFour: 4,
  clientId: 512,
} as const

/** @param apiOrigin whose icons may be shown over plain http */
export const integrationOf = (value: unknown, apiOrigin: string): Integration | null => {
  const row = asObject(value)
  const provider = providerOf(row, apiOrigin)
  if (!row || provider === null) return null
  const first = accountOf(row['installation'], apiOrigin)
  const others = accountsOf(row, apiOrigin).filter(({ id }) => id !== first?.id)
  return withAccounts(
    {
      ...provider,
      methods: methodsOf(row['authMethods']),
      asks: askedFields(row).length > 0,
      raw: row,
      category: asString(row['category']),
      aliases: textsOf(row['aliases']),
      scopeWords: asObject(row['scopeDescriptions']) ?? {},
    },
    first === null ? others : [first, ...others],
  )
}

/** What it is called and how it looks. */
export const providerOf = (
  row: Json | null,
  apiOrigin: string,
): Pick<Integration, 'slug' | 'name' | 'description' | 'iconUrl'> | null => {
  const slug = asString(row?.['slug'])
  if (!row || slug === null) return null
  return {
    slug,
    name: asLabel(row['name'], LIMITS.name) ?? asLabel(slug, LIMITS.name) ?? slug,
    description: asLabel(row['description'], LIMITS.description),
    iconUrl: asImageUrl(row['iconUrl'], apiOrigin),
  }
}

const accountsOf = (row: Json, apiOrigin: string): readonly ConnectedAccount[] =>
  asArray(row['connected_accounts'])
    .map((account) => accountOf(account, apiOrigin))
    .filter((account) => account !== null)

const textsOf = (value: unknown): readonly string[] =>
  asArray(value).filter((text): text is string => typeof text === 'string')

/** @param apiOrigin whose pictures may be shown over plain http */
export const accountOf = (value: unknown, apiOrigin = ''): ConnectedAccount | null => {
  const installation = asObject(value)
  const id = asString(installation?.['id'])
  if (!installation || id === null) return null
  return {
    id,
    state: installation['state'] === 'connected' ? 'connected' : 'needs_reauthorization',
    label: asLabel(installation['nickname'], LIMITS.label) ?? labelAtProvider(installation),
    method: METHODS.find((method) => method === installation['auth_method']) ?? 'oauth',
    lastFour: asLabel(installation['api_key_last_4'], LIMITS.lastFour),
    clientId: asLabel(installation['client_id'], LIMITS.clientId),
    picture: asImageUrl(installation['picture_url'], apiOrigin),
    missing: textsOf(installation['missing_scopes']),
    raw: installation,
  }
}

/** What the provider calls an account. */
export const labelAtProvider = (installation: Json): string | null =>
  asLabel(installation['account_display_name'], LIMITS.label) ??
  asLabel(installation['account_identifier'], LIMITS.label)

const METHODS: readonly AuthMethod[] = ['oauth', 'api_key', 'client_credentials']

/** In our order; a Worker that names none, or only some that are not known here, means a sign-in. */
const methodsOf = (value: unknown): readonly AuthMethod[] => {
  const named = METHODS.filter((method) => asArray(value).includes(method))
  return named.length === 0 ? ['oauth'] : named
}

/**
 * A field that is answered for everybody already is not asked again of whoever connects.
 * @param of whom they are asked: who connects, or who sets it for all
 */
export const askedFields = (
  row: Json,
  of: 'installation' | 'integration' = 'installation',
): readonly Json[] => {
  const pinned = of === 'installation' ? asObject(row['config']) : null
  return asArray(row['configFields'])
    .map(asObject)
    .filter((field) => field !== null)
    .filter(({ scope, key }) => scope === of && asString(key) && !pinned?.[String(key)])
}
