/** What the quirks of a custom provider are made of: names, paths, records, each with its limit. */
import * as v from 'valibot'
import { everyNameCounts } from './plain-object.ts'

export const text = (limit: number, least = 1) =>
  v.pipe(
    v.string('must be a string'),
    v.minLength(least, 'must not be empty'),
    v.maxLength(limit, `must have at most ${limit} characters`),
  )
export const flag = v.boolean('must be true or false')
export const count = (limit: number) =>
  v.pipe(
    v.number('must be a number'),
    v.integer('must be a whole number'),
    v.minValue(0, 'must not be negative'),
    v.maxValue(limit, `must be at most ${limit}`),
  )
export const list = <const Item extends v.GenericSchema>(item: Item, limit: number) =>
  v.pipe(v.array(item, 'must be a list'), v.maxLength(limit, `must have at most ${limit} items`))
export const choice = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, `must be one of ${options.join(', ')}`)

export const record = <
  const Key extends v.GenericSchema<string, string>,
  const Value extends v.GenericSchema,
>(
  key: Key,
  value: Value,
  limit: number,
) =>
  v.pipe(
    everyNameCounts,
    v.record(key, value),
    v.check(
      (entries) => Object.keys(entries).length <= limit,
      `must have at most ${limit} members`,
    ),
  )

/** Members of JSON, places of lists, joined by dots. */
export const path = v.pipe(
  text(200),
  v.regex(/^[\w$@:-]+(?:\.[\w$@:-]+){0,9}$/, 'must be member names joined by dots'),
)
/** Of a parameter. */
export const name = v.pipe(
  text(100),
  v.regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without blanks'),
)
export const params = record(name, text(1000, 0), 20)

/** What proves the client, or is the transport's own. */
const OURS =
  /^(?:authorization|proxy-.*|host|cookie|content-length|transfer-encoding|connection|te|trailer|upgrade|expect|user-agent)$/i
export const headers = record(
  v.pipe(
    text(100),
    v.regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, 'must be the name of a header'),
    v.check((header) => !OURS.test(header), 'must not be a header that is set here'),
  ),
  v.pipe(text(500, 0), v.regex(/^[\x20-\x7e]*$/, 'must be printable ASCII')),
  10,
)

/** Where the access token goes: a header of the transport would carry it elsewhere, or nowhere. */
export const tokenHeader = v.pipe(
  text(100),
  v.regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header'),
  v.check(
    (header) => /^authorization$/i.test(header) || !OURS.test(header),
    'must not be a header that is set here',
  ),
)

/** Our parameters, which a provider may know by another name. */
export const OUR_PARAMETERS = [
  'client_id',
  'client_secret',
  'code',
  'code_challenge',
  'code_challenge_method',
  'code_verifier',
  'grant_type',
  'redirect_uri',
  'refresh_token',
  'response_type',
  'scope',
  'state',
] as const
/** As the name of a member: of a picklist JSON Schema makes none. */
export const memberOf = (names: readonly string[]) =>
  v.pipe(
    v.string('must be a string'),
    v.regex(new RegExp(`^(?:${names.join('|')})$`), `must be one of ${names.join(', ')}`),
  )
export const rename = record(
  memberOf(OUR_PARAMETERS),
  v.pipe(
    name,
    v.check(
      (theirs) => !(OUR_PARAMETERS as readonly string[]).includes(theirs),
      'must not be the name of another parameter of ours',
    ),
  ),
  OUR_PARAMETERS.length,
)

/** What is vended as metadata, or repeated, must prove nothing. */
export const noProof = <const Schema extends v.GenericSchema<string, string>>(schema: Schema) =>
  v.pipe(
    schema,
    v.check(
      (told) => !/token|secret|password|hmac|state|^code$/i.test(told),
      'must not name a token, a code or a secret',
    ),
  )
