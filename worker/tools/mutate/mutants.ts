/**
 * Every field of a definition changed in turn, as data: another address, a parameter gone, another separator,
 * another way to prove oneself. What is for people to read is left alone.
 */
import type { ProviderDefinition } from '../../providers/definition.ts'

export type Mutant = {
  readonly slug: string
  readonly path: string
  readonly change: string
  readonly definition: ProviderDefinition
}

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json }
type Change = readonly [says: string, value: Json | undefined]

/** Closed lists: each other value is a mutant. */
const CHOICES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/token\.clientAuthentication$/, ['post', 'basic_raw', 'basic_rfc6749', 'none']],
  [/\.bodyFormat$/, ['form', 'json']],
  [/revocation\.format$/, ['form', 'json']],
  [/revocation\.method$/, ['POST', 'DELETE', 'GET']],
  [/userinfo\.method$/, ['GET', 'POST']],
  [/revocation\.auth$/, ['none', 'basic', 'bearer', 'client_post', 'client_id', 'client_header']],
  [/refresh\.rotates$/, ['always', 'never', 'sometimes', 'unknown']],
  [/configFields\.\d+\.scope$/, ['integration', 'installation']],
  [/callbackIssuer$/, ['required', 'optional']],
  [/scopes\.separator$/, [' ', ',', '+']],
  [/errorMap\./, ['invalid_grant', 'invalid_client', 'temporarily_unavailable']],
]

// Read by people, or by those who look for a provider: no request and no answer depends on them.
const WORDS = /(?:^|\.)(?:noPkceReason|label|description|example|order)$/
/** What is in a definition and not about how it speaks: everything beside these three. */
const SPEAKS = ['authMethods', 'configFields', 'oauth'] as const

const METHODS = ['oauth', 'api_key', 'client_credentials']

/** What a definition may have and these lack: as a mutant it has it. */
const ABSENT: Readonly<Record<string, Json>> = {
  'oauth.rename': { client_id: 'client_key' },
  'oauth.token.refreshUrl': 'https://refresh.other/token',
  'oauth.response.root': 'data',
  'oauth.revocation': {
    url: 'https://revoke.other/',
    method: 'POST',
    auth: 'client_post',
    format: 'form',
    tokenParam: 'token',
    headers: {},
    tokens: ['refresh', 'access'],
    grantWide: false,
  },
  'oauth.refresh.idleDays': 20,
  'oauth.refresh.absoluteDays': 700,
}

export function mutantsOf(definition: ProviderDefinition): Mutant[] {
  const found: Mutant[] = []
  const add = (path: string, [change, value]: Change): void => {
    const mutated = changedAt(definition, path.split('.'), value)
    found.push({
      slug: definition.slug,
      path,
      change,
      definition: mutated as unknown as ProviderDefinition,
    })
  }
  const scopes = definition.oauth?.scopes
  const [first] = scopes?.default ?? []
  if (first !== undefined && scopes?.notEchoed.includes(first) === false)
    add('oauth.scopes.notEchoed', [`with ${first}`, [...scopes.notEchoed, first]])
  for (const key of SPEAKS) {
    const value = definition[key] as unknown as Json | undefined
    if (value !== undefined) visit(key, value, add)
  }
  for (const [path, value] of Object.entries(ABSENT))
    if (valueAt(definition, path.split('.')) === undefined) add(path, ['added', value])
  return found.filter(({ path }) => !isUnread(path, definition))
}

/** What no code of ours reads beside what else a definition says: changed, it is the same definition. */
function isUnread(path: string, { oauth }: ProviderDefinition): boolean {
  if (oauth === undefined) return false
  const { issuer, revocation, refresh, scopes, userinfo } = oauth
  const nothingIsAsked = scopes.default.length + scopes.available.length === 0
  return (
    // Without an issuer there is none to require.
    (issuer === undefined && path.endsWith('callbackIssuer')) ||
    // A bearer says all: there is no body.
    (revocation?.auth === 'bearer' && /revocation\.(?:format|tokenParam)$/.test(path)) ||
    (revocation?.tokenless === true && path.endsWith('revocation.tokenParam')) ||
    (userinfo?.url === undefined && /userinfo\.(?:method|headers)$/.test(path)) ||
    (nothingIsAsked && /scopes\.(?:separator|param|caseInsensitive)$/.test(path)) ||
    // A page that says nothing of a refresh is of a provider without one.
    (refresh.rotates === 'unknown' && /refresh\.(?:idleDays|absoluteDays)$|refreshUrl$/.test(path))
  )
}

/** Texts that must be there: without them there is no definition. */
const NEEDED =
  /(?:\.value|\.key|authorizationUrl|token\.url|revocation\.url|\.param|tokenParam|errorPath|grantType|graceSeconds)$/

function visit(path: string, value: Json, add: (path: string, change: Change) => void): void {
  if (WORDS.test(path)) return
  for (const change of changesOf(path, value)) add(path, change)
  if (path === 'authMethods') return
  if (Array.isArray(value)) {
    for (const [at, one] of (value as readonly Json[]).entries())
      if (typeof one === 'object') visit(`${path}.${at}`, one, add)
    return
  }
  if (typeof value !== 'object') return
  for (const [key, one] of Object.entries(value as { readonly [key: string]: Json })) {
    // A key with a dot in it is a name of the provider's, and reached as a whole.
    visit(`${path}.${key.replaceAll('.', '\u0000')}`, one, add)
  }
}

function changesOf(path: string, value: Json): Change[] {
  if (path === 'authMethods') return changedMethods(value as readonly string[])
  const choices = CHOICES.find(([where]) => where.test(path))?.[1]
  if (choices !== undefined)
    return choices.filter((one) => one !== value).map((one) => [`→ ${one}`, one])
  if (path === 'oauth.pkce') return [[`→ ${String(value !== true)}`, value !== true]]
  // White space separates whatever else does: only who has something else can lose it.
  if (path.endsWith('scopeSeparator')) return value === ' ' ? [] : [['→ white space', ' ']]
  if (path.endsWith('.pattern'))
    return [
      ['→ .*', '.*'],
      ['→ x', 'x'],
    ]
  if (typeof value === 'string')
    return changedText(value).filter(([says]) => says !== 'gone' || !NEEDED.test(path))
  if (typeof value === 'boolean') return [[`→ ${!value}`, !value]]
  if (typeof value === 'number')
    return value === 0
      ? [['→ 60', 60]]
      : [
          ['doubled', value * 2],
          ['halved', Math.floor(value / 2)],
          ...(NEEDED.test(path) ? [] : ([['gone', undefined]] as Change[])),
        ]
  return Array.isArray(value)
    ? changedList(path, value as readonly Json[])
    : changedRecord(path, value as { readonly [key: string]: Json })
}

function changedText(value: string): Change[] {
  if (!value.startsWith('https://'))
    return [
      [`→ ${value}x`, `${value}x`],
      ['gone', undefined],
    ]
  return [
    ['another host', value.replace('https://', 'https://other-')],
    ['another path', value.replace(/(?=[?#]|$)/, 'x')],
    ['gone', undefined],
  ]
}

const changedMethods = (methods: readonly string[]): Change[] =>
  METHODS.map((one) =>
    methods.includes(one)
      ? [`without ${one}`, methods.filter((other) => other !== one)]
      : [`with ${one}`, [...methods, one]],
  )

function changedList(path: string, list: readonly Json[]): Change[] {
  // What is offered to choose from is ours.
  if (path.endsWith('scopes.available')) return []
  const isText = list.every((one) => typeof one === 'string')
  const without = list.map((one, at): Change => {
    const name = typeof one === 'string' ? one : at
    return [`without ${name}`, list.filter((_, other) => other !== at)]
  })
  if (!isText) return without
  const swapped: Change[] =
    list.length > 1 && /(?:Paths|tokens)$/.test(path)
      ? [['in another order', [...list].toReversed()]]
      : []
  // A path, a prefix or a member that no answer has means nothing.
  const isInert = /(?:Paths|keep|optionalPrefixes|denials|adminDenials|notEchoed)$/.test(path)
  const more = path.endsWith('.tokens') ? ['access', 'refresh'] : isInert ? [] : ['other']
  return [
    ...without,
    ...swapped,
    ...more
      .filter((one) => !list.includes(one))
      .map((one): Change => [`with ${one}`, [...list, one]]),
  ]
}

/** Of an object nothing is changed but what it has for optional parts; of a record each entry. */
function changedRecord(path: string, record: { readonly [key: string]: Json }): Change[] {
  if (/^oauth\.(?:revocation|userinfo|callback)$/.test(path)) return [['gone', undefined]]
  if (!/(?:[pP]arams|headers|rename|Rename|aliases|implies|errorMap|members)$/.test(path)) return []
  const isOfLists = path.endsWith('implies')
  return [
    ...Object.keys(record).map((key): Change => {
      const { [key]: _, ...rest } = record
      return [`without ${key}`, rest]
    }),
    ...(isOfLists || /(?:errorMap|aliases|members|rename)$/.test(path)
      ? []
      : ([['with other', { ...record, other: 'x' }]] as Change[])),
  ]
}

const nameOf = (part: string): string => part.replaceAll('\u0000', '.')

function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  let found = value
  for (const part of path) found = (found as Record<string, Json> | undefined)?.[nameOf(part)]
  return found
}

function changedAt(value: Json | undefined, path: readonly string[], to: Json | undefined): Json {
  const [first, ...rest] = path
  if (first === undefined) return to as Json
  const key = nameOf(first)
  const next = rest.length === 0 ? to : changedAt((value as Record<string, Json>)[key], rest, to)
  if (Array.isArray(value)) {
    const list = [...(value as readonly Json[])]
    list[Number(key)] = next as Json
    return list
  }
  const { [key]: _, ...others } = value as Record<string, Json>
  if (next === undefined) return others
  // A flip of PKCE is one of two fields.
  if (key === 'pkce') return { ...others, pkce: next, noPkceReason: 'a mutant' }
  return { ...(value as Record<string, Json>), [key]: next }
}
