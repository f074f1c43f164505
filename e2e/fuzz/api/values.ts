/** Values that a schema admits, from ordinary ones to those at its edges. */
import * as fc from 'fast-check'
import type { Schema } from './schema.ts'

/** In a secret's place: whoever finds one of these where no secret may be has found a leak. */
export const CANARY = 'canary-secret-'
/** Of an access token or an API key, which its owner may fetch. */
export const VENDED_CANARY = 'canary-access-'

const canary = (prefix: string): fc.Arbitrary<string> =>
  fc.stringMatching(/^[a-z0-9]{12}$/).map((tail) => prefix + tail)

/** What stands in the world, so that a request meets something. */
export const USERS = ['user_1', 'user_2', 'user_3'] as const
export const ORGANIZATIONS = ['org_1', 'org_2'] as const
export const SLUGS = ['github', 'tasks', 'slack', 'keys', 'machines'] as const

/** By the name of a field or a parameter: what a caller who means well would send. */
const MEANT: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  user_id: fc.constantFrom(...USERS),
  organization_id: fc.constantFrom(...ORGANIZATIONS),
  slug: fc.constantFrom(...SLUGS),
  provider: fc.constantFrom(...SLUGS, 'notion', 'linear', 'my-own', 'sandbox'),
  client_secret: canary(CANARY),
  refresh_token: canary(CANARY),
  access_token: canary(VENDED_CANARY),
  // An API key: its owner may fetch it.
  secret: canary(VENDED_CANARY),
  code_verifier: canary(CANARY).map((text) => text.repeat(2)),
  completion_code: canary(CANARY),
  code_challenge: fc.stringMatching(/^[A-Za-z0-9_-]{43}$/),
  return_to: fc.constantFrom('http://127.0.0.1:4000/settings', 'https://evil.example/'),
  authorization_url: fc.constant('https://tasks.acme.dev/authorize'),
  token_url: fc.constant('https://tasks.acme.dev/token'),
  refresh_token_url: fc.constant('https://tasks.acme.dev/token'),
  revocation_url: fc.constant('https://tasks.acme.dev/revoke'),
  userinfo_url: fc.constant('https://tasks.acme.dev/me'),
  issuer: fc.constant('https://tasks.acme.dev'),
  expires_at: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  allowed_origins: fc.constant(['http://127.0.0.1:3000']),
  return_urls: fc.constant(['http://127.0.0.1:4000/settings']),
  enabled: fc.boolean(),
  state: fc.constantFrom('connected', 'needs_reauthorization'),
  // Few, so that one comes again.
  'Idempotency-Key': fc.constantFrom('k1', 'k2', 'k3'),
}

export function valueOf(schema: Schema, name = ''): fc.Arbitrary<unknown> {
  const meant = MEANT[name]
  if (meant === undefined) return admitted(schema, name)
  return fc.oneof({ arbitrary: meant, weight: 6 }, { arbitrary: admitted(schema, name), weight: 1 })
}

/** The documented example, and now and then with a field or two as the schema would also have them. */
export function likeExample(schema: Schema, example: unknown): fc.Arbitrary<unknown> {
  const { properties = {} } = schema
  const fields = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, valueOf(property, name)]),
    ),
  )
  const all = Object.keys(properties)
  const names = fc.shuffledSubarray(all, { maxLength: Math.min(2, all.length) })
  return fc.tuple(fields, names).map(([values, changed]) => ({
    ...(example as object),
    ...Object.fromEntries(changed.map((name) => [name, values[name]])),
  }))
}

function admitted(schema: Schema, name: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const options = schema.anyOf ?? schema.oneOf
  if (options !== undefined) return fc.oneof(...options.map((option) => valueOf(option, name)))
  const types = [schema.type ?? []].flat()
  return fc.oneof(...types.map((type) => ofType(type, schema, name)))
}

function ofType(type: string, schema: Schema, name: string): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number':
      return wholeNumber(schema)
    case 'array':
      return list(schema, name)
    case 'object':
      return object(schema)
    default:
      return textOf(schema)
  }
}

const wholeNumber = ({ minimum = -1000, maximum = 1_000_000 }: Schema): fc.Arbitrary<number> =>
  fc.oneof(fc.integer({ min: minimum, max: maximum }), fc.constantFrom(minimum, maximum))

function list({ items, prefixItems, minItems = 0, maxItems = 8 }: Schema, name: string) {
  if (prefixItems !== undefined) return fc.tuple(...prefixItems.map((item) => valueOf(item)))
  const most = Math.min(maxItems, 8)
  return items === undefined || items === false
    ? fc.constant([])
    : fc.array(valueOf(items, name === 'scopes' ? 'scope' : ''), {
        minLength: minItems,
        maxLength: most,
      })
}

function object({ properties = {}, required = [], additionalProperties, propertyNames }: Schema) {
  const known = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, valueOf(property, name)]),
    ),
    { requiredKeys: [...required] },
  )
  if (typeof additionalProperties !== 'object') return known
  const names = propertyNames === undefined ? fc.string() : textOf(propertyNames)
  return fc
    .tuple(known, fc.dictionary(names, valueOf(additionalProperties), { maxKeys: 4 }))
    .map(([one, more]) => ({ ...more, ...one }))
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = 400, pattern, format } = schema
  if (format === 'date-time') {
    return fc.date({ noInvalidDate: true, min: new Date(0) }).map((date) => date.toISOString())
  }
  const fits = pattern === undefined ? () => true : testOf(pattern)
  const lengths = { minLength, maxLength: Math.min(maxLength, 60) }
  return fc
    .oneof(
      fc.string({ ...lengths, unit: 'grapheme-ascii' }),
      fc.string({ ...lengths, unit: 'grapheme' }),
      fc.string({ ...lengths, unit: 'binary' }),
      fc.constantFrom('a'.repeat(Math.max(minLength, 1)), 'a'.repeat(maxLength)),
    )
    .map((one) => (fits(one) ? one : plain(one, pattern ?? '', minLength)))
}

/** What a pattern does not admit is made of letters instead; one that wants more gets its own kind. */
function plain(from: string, pattern: string, minLength: number): string {
  const letters = from.replaceAll(/[^\w-]/g, 'a').padEnd(minLength, 'a')
  if (testOf(pattern)(letters)) return letters
  const hex = Array.from({ length: 64 }, (_, at) => 'abcdef0123456789'[(at + from.length) % 16])
  return hex.join('')
}

const testOf = (pattern: string): ((text: string) => boolean) => {
  const expression = new RegExp(pattern, 'u')
  return (text) => expression.test(text)
}
