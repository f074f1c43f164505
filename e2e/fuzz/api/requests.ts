/** What is sent to an operation: mostly nearly right, as that is what gets far. */
import * as fc from 'fast-check'
import type { Operation } from './document.ts'
import {
  badAuthorization,
  brokenBody,
  contentTypes,
  hostileHeaders,
  hostileQuery,
  hostileSegment,
  hostileValue,
  type Headers,
} from './hostile.ts'
import { likeExample, valueOf } from './values.ts'

/** A segment of the path as it is sent, or one of the ids that the world knows by then. */
export type Segment = { readonly text: string } | { readonly known: number }

export type Draft = {
  readonly segments: Readonly<Record<string, Segment>>
  readonly query: string
  readonly headers: Headers
  /** Replaces the key or session that opens. */
  readonly authorization: Headers | undefined
  readonly body: Uint8Array | undefined
}

export function draftOf({
  parameters,
  body,
  example,
  method,
  takesForm,
}: Operation): fc.Arbitrary<Draft> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const inHeader = parameters.filter((parameter) => parameter.in === 'header')
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  return fc.record({
    segments: fc.record(
      Object.fromEntries(
        inPath.map(({ name, schema }) => [name, segmentOf(name, valueOf(schema, name))]),
      ),
    ),
    query: queryOf(inQuery.map(({ name, schema }) => [name, valueOf(schema, name)])),
    headers: headersOf(
      body === undefined && method !== 'POST' ? undefined : takesForm ? FORM : JSON_TYPE,
      inHeader.map(({ name, schema }) => [name.toLowerCase(), valueOf(schema, name)]),
    ),
    authorization: rarely(badAuthorization),
    body:
      body === undefined
        ? fc.constant(undefined)
        : bodyOf(fc.oneof(likeExample(body, example), valueOf(body)), takesForm ? toForm : toJson),
  })
}

const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 19 }, { arbitrary, weight: 1 })

function segmentOf(name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<Segment> {
  const meant = value.map((one) => ({ text: encoded(String(one)) }))
  const known = fc.nat({ max: 1000 }).map((index) => ({ known: index }))
  const isOurId = name === 'id' || name === 'kid' || name === 'token' || name === 'account'
  return fc.oneof(
    { arbitrary: isOurId ? known : meant, weight: 8 },
    { arbitrary: meant, weight: 1 },
    { arbitrary: hostileSegment.map((text) => ({ text })), weight: 1 },
  )
}

export const encoded = (text: string): string =>
  text.isWellFormed() ? encodeURIComponent(text) : '%ed%a0%80'

const queryOf = (
  named: readonly (readonly [string, fc.Arbitrary<unknown>])[],
): fc.Arbitrary<string> =>
  fc.oneof(
    { arbitrary: fc.constant(''), weight: 4 },
    {
      arbitrary: fc.record(Object.fromEntries(named), { requiredKeys: [] }).map((given) =>
        Object.entries(given)
          .map(([name, value]) => `${name}=${encoded(String(value))}`)
          .join('&'),
      ),
      weight: 4,
    },
    { arbitrary: hostileQuery, weight: 1 },
  )

const JSON_TYPE = 'application/json'
const FORM = 'application/x-www-form-urlencoded'

const headersOf = (
  usual: string | undefined,
  named: readonly (readonly [string, fc.Arbitrary<unknown>])[],
): fc.Arbitrary<Headers> =>
  fc
    .tuple(
      fc.record(Object.fromEntries(named), { requiredKeys: [] }),
      rarely(hostileHeaders),
      rarely(contentTypes),
    )
    .map(([given, hostile, type]) => ({
      ...(usual === undefined ? {} : { 'content-type': type ?? usual }),
      ...Object.fromEntries(
        // What no client can send is not what the Worker is asked about.
        Object.entries(given).map(([name, value]) => [name, sendable(String(value))]),
      ),
      ...hostile,
    }))

const sendable = (text: string): string => text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '-')

/** A body as it should be, one with a few things wrong, or none at all. */
function bodyOf(
  valid: fc.Arbitrary<unknown>,
  toText: (value: unknown) => string,
): fc.Arbitrary<Uint8Array> {
  const text = valid.map(toText)
  return fc.oneof(
    { arbitrary: text.map(toBytes), weight: 5 },
    {
      arbitrary: fc
        .tuple(valid, changes)
        .map(([value, change]) => toBytes(toText(changed(value, change)))),
      weight: 4,
    },
    { arbitrary: text.chain(brokenBody), weight: 1 },
  )
}

type Change = {
  readonly kind: 'remove' | 'add' | 'replace' | 'null'
  readonly at: number
  readonly name: string
  readonly value: unknown
}

const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record<Change>({
    kind: fc.constantFrom('remove', 'add', 'replace', 'replace', 'null'),
    at: fc.nat({ max: 100 }),
    name: fc.constantFrom('x', 'environment_id', 'is_admin', 'constructor', 'object', 'id', ''),
    value: hostileValue,
  }),
  { minLength: 1, maxLength: 3 },
)

/** Takes a member of the value, however deep, and does to it what each change says. */
function changed(value: unknown, list: readonly Change[]): unknown {
  const copy = structuredClone(value)
  for (const { kind, at, name, value: other } of list) {
    const places = placesIn(copy)
    const place = places[at % Math.max(places.length, 1)]
    if (place === undefined) continue
    const [owner, key] = place
    if (kind === 'remove') delete owner[key]
    if (kind === 'null') owner[key] = null
    if (kind === 'replace') owner[key] = structuredClone(other)
    if (kind === 'add') owner[name] = structuredClone(other)
  }
  return copy
}

function placesIn(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return []
  const owner = value as Record<string, unknown>
  return Object.entries(owner).flatMap(
    ([key, inner]) => [[owner, key], ...placesIn(inner)] as [Record<string, unknown>, string][],
  )
}

export const toJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /"@@raw:((?:\\.|[^"\\])*?)@@"/g,
    (_, raw: string) => JSON.parse(`"${raw}"`) as string,
  )

export const toForm = (value: unknown): string =>
  Object.entries(value as Readonly<Record<string, unknown>>)
    .map(
      ([name, one]) =>
        `${encoded(name)}=${encoded(typeof one === 'string' ? one : toJson(one ?? ''))}`,
    )
    .join('&')

export const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text)
