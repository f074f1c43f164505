/** Requests that nobody who means well sends (design/security.md, bad inputs). */
import * as fc from 'fast-check'
import { CANARY } from './values.ts'

/** Strings that have broken something somewhere. */
const STRINGS: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\nb',
  'a\r\nX-Injected: 1',
  '\u202eabc',
  'a\u200bb',
  'ａｃｍｅ',
  'a。evil',
  '\ud800',
  '😀'.repeat(300),
  'x'.repeat(256),
  'x'.repeat(10_000),
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  "' OR 1=1--",
  '"; DROP TABLE environments; --',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '${alert(1)}',
  '{{7*7}}',
  'javascript:alert(1)',
  '../../etc/passwd',
  '%00',
  '%zz',
  '%c0%af',
  'a:b',
  'a|b',
  'true',
  '1e999',
  '-0',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://[::ffff:127.0.0.1]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://metadata.google.internal/',
  'https://user:pw@tasks.acme.dev/',
  'https://tasks.acme.dev:22/',
  'https://tasks.acme.dev/#x',
  'https:/tasks.acme.dev',
  '//tasks.acme.dev',
  'data:text/plain,hi',
  'file:///etc/passwd',
  'http://tasks.acme.dev/',
  'https://app.example.com@evil.com',
  'https://app.example.com\\@evil.com',
  'blob:https://app.example.com/x',
  '*',
  'https://*.com',
]

/** Written into the JSON as they stand, for what no value of JavaScript becomes. */
const RAW = [
  '1e999',
  '-0',
  '9007199254740993',
  '1E400',
  '0.1e-400',
  '"\\ud800"',
  '"\\u0000"',
] as const
const rawJson = (text: string): string => `@@raw:${text}@@`

const hostileString = fc.constantFrom(...STRINGS)

/** Anything in the place of anything. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileString,
  fc.constantFrom(null, true, false, 0, -1, 1.5, 2 ** 53, [], {}, [[]], [null]),
  fc.constantFrom(...RAW.map(rawJson)),
  // Deeper than any field of ours whose texts are shown again.
  fc.constant({ secret: { value: `${CANARY}misplaced` } }),
  fc.constant([[`${CANARY}misplaced`]]),
  fc.jsonValue({ maxDepth: 3 }),
)

/** A segment of a path, encoded as a careless client may encode it. */
export const hostileSegment: fc.Arbitrary<string> = fc.oneof(
  hostileString.map((text) => (text.isWellFormed() ? encodeURIComponent(text) : '%ed%a0%80')),
  fc.constantFrom(
    '%00',
    '%zz',
    '%ff%fe',
    '%2e%2e',
    '%2e',
    '%2f',
    'a%2fb',
    '%252e',
    'a;b=c',
    '@',
    '~',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((text) => encodeURIComponent(text)),
)

export const hostileQuery: fc.Arbitrary<string> = fc.constantFrom(
  'limit=-1',
  'limit=1e9',
  'limit=0',
  'limit=101',
  'limit=',
  'limit=10&limit=20',
  'after=nonsense',
  'after=',
  `after=${'x'.repeat(65)}`,
  'before=x&after=y',
  'order=sideways',
  'organization_id=',
  'organization_id=%00',
  'organization_id=org_1&organization_id=org_2',
  'organization_id[]=org_1',
  'connected_account_id=',
  'connected_account_id=nonsense',
  'supports_multiple_connections=perhaps',
  'ownership=nobody',
  'credentials_type=__proto__',
  '__proto__=x',
  '%zz=%zz',
  'a=b'.repeat(1000),
)

export type Headers = Readonly<Record<string, string>>

export const hostileHeaders: fc.Arbitrary<Headers> = fc.constantFrom<Headers>(
  { 'x-http-method-override': 'DELETE' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  { 'idempotency-key': 'x'.repeat(300) },
  { 'idempotency-key': '' },
  { 'idempotency-key': '../\u00e9' },
  { accept: 'text/html' },
  { 'accept-encoding': 'gzip;q=nonsense' },
  { range: 'bytes=0-1' },
  { 'if-none-match': '*' },
  { cookie: `session=${CANARY}cookie; __Host-x=y` },
  { 'sec-purpose': 'prefetch' },
  { 'content-language': 'x'.repeat(4000) },
)

/** Who calls with nothing that opens. */
export const badAuthorization: fc.Arbitrary<Headers> = fc.constantFrom<Headers>(
  {},
  { authorization: '' },
  { authorization: 'Bearer' },
  { authorization: 'Bearer ' },
  { authorization: `Bearer ${CANARY}key` },
  { authorization: 'Basic c2tfdGVzdDo=' },
  { authorization: `Bearer sk_test_${'a'.repeat(10_000)}` },
  { authorization: 'Bearer a.b.c' },
  { authorization: 'bearer\tx' },
)

export const contentTypes: fc.Arbitrary<string> = fc.constantFrom(
  'application/json; charset=utf-8',
  'application/json; charset=latin1',
  'APPLICATION/JSON',
  'text/plain',
  'application/x-www-form-urlencoded',
  ';',
  'application/json;',
  `text/${'x'.repeat(2000)}`,
)

/** Bodies that are none, made of one that is. */
export const brokenBody = (good: string): fc.Arbitrary<Uint8Array> => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  return fc.constantFrom(
    bytes(''),
    bytes(good.slice(0, -1)),
    bytes(good + good),
    bytes(`\ufeff${good}`),
    bytes(`[${good}]`),
    bytes('null'),
    bytes('"x"'),
    bytes(`{"x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`),
    bytes(`"${'x'.repeat(65 * 1024)}"`),
    bytes(good.replace(/\}$/, `,"__proto__":{"user_id":"${CANARY}x"}}`)),
    bytes(good.replace(/\}$/, `,"environment_id":"${CANARY}x"}`)),
    bytes(good.replace(/^\{/, '{"user_id":"user_2","user_id":"user_1",')),
    Uint8Array.from([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]),
    Uint8Array.from([0xff, 0xfe, 0x7b, 0x00]),
  )
}
