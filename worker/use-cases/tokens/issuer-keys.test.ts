/** Keys of issuers in one isolate: fetched once for many, found again after a rotation, kept through an outage. */
import { beforeEach, expect, test } from 'vitest'
import type { UserTokenIssuer } from '../../domain/environment.ts'
import { minutes, seconds } from '../../kit/clock.ts'
import { createLogger } from '../../kit/log.ts'
import {
  EgressRefused,
  EgressUnanswered,
  type Egress,
  type EgressAnswer,
} from '../../kit/safe-fetch.ts'
import { answer } from '../../oauth/scripted-egress.ts'
import { keySet, makeKey, type TestKey } from '../../test/user-tokens.ts'
import { createIssuerKeys, type IssuerKeys } from './issuer-keys.ts'

const URI = 'https://auth.example.com/jwks?tenant=canary'
const OLD = { alg: 'ES256', kid: 'old' } as const
const NEW = { alg: 'ES256', kid: 'new' } as const
const keys = { old: await makeKey('ES256', 'old'), new: await makeKey('ES256', 'new') }

let now: number
let lines: string[]
let requests: string[]
let next: () => Promise<EgressAnswer>
let issuerKeys: IssuerKeys
const background: Promise<unknown>[] = []

beforeEach(() => {
  now = 1_000_000
  lines = []
  requests = []
  says(keys.old)
  const log = createLogger((line) => void lines.push(line), 'info')
  issuerKeys = createIssuerKeys({ clock: () => now, log })
})

const says = (...set: readonly (TestKey | object)[]): void => {
  next = async () => answer(200, keySet(...set))
}
const fails = (error: Error | EgressAnswer): void => {
  next = async () => {
    if (error instanceof Error) throw error
    return error
  }
}
const egress: Egress = async ({ url, method }) => {
  requests.push(`${method} ${url}`)
  return next()
}

const ask = async (
  wanted: Parameters<IssuerKeys>[2] = OLD,
  { environmentId = 'environment_1', jwksUri = URI, by = egress } = {},
): Promise<number | string> => {
  const issuer: UserTokenIssuer = { issuer: 'https://auth.example.com', audience: 'a', jwksUri }
  const waitUntil = (work: Promise<unknown>) => void background.push(work)
  const found = await issuerKeys({ environmentId, egress: by, waitUntil }, issuer, wanted)
  return found.ok ? found.value.length : found.failure.kind
}
const UNAVAILABLE = 'user_token_keys_unavailable'

test('a set is fetched once in ten minutes', async () => {
  expect(await ask()).toBe(1)
  now += minutes(10) - 1
  expect(await ask()).toBe(1)
  expect(requests).toEqual([`GET ${URI}`])
  now += 1
  expect(await ask()).toBe(1)
  expect(requests).toHaveLength(2)
})

test('a hundred who ask at once wait for one request', async () => {
  const { promise, resolve } = Promise.withResolvers<EgressAnswer>()
  next = () => promise
  const asked = Array.from({ length: 100 }, () => ask())
  resolve(answer(200, keySet(keys.old)))
  expect(new Set(await Promise.all(asked))).toEqual(new Set([1]))
  expect(requests).toHaveLength(1)
})

test('a rotation is seen at once, by all who hold a token of the new key, with one request', async () => {
  await ask()
  says(keys.old, keys.new)
  now += seconds(30)
  const found = await Promise.all(Array.from({ length: 20 }, () => ask(NEW)))
  expect(new Set(found)).toEqual(new Set([1]))
  expect(requests).toHaveLength(2)
})

test('a key that nobody has is looked for once in 30 s', async () => {
  await ask()
  now += seconds(30)
  for (const kid of ['a', 'b', 'c']) expect(await ask({ alg: 'ES256', kid })).toBe(0)
  expect(requests).toHaveLength(2)
  now += seconds(30) - 1
  expect(await ask({ alg: 'ES256', kid: 'd' })).toBe(0)
  expect(await ask()).toBe(1)
  expect(requests).toHaveLength(2)
  now += 1
  expect(await ask({ alg: 'ES256', kid: 'e' })).toBe(0)
  expect(requests).toHaveLength(3)
})

test('a key that was taken out counts for ten minutes, and no longer', async () => {
  await ask()
  says(keys.new)
  now += minutes(10) - 1
  expect(await ask()).toBe(1)
  now += 1
  expect(await ask()).toBe(0)
  expect(await ask(NEW)).toBe(1)
})

test('while the host is silent known keys count for an hour, and it is asked once in 5 s', async () => {
  await ask()
  fails(new EgressUnanswered('network'))
  now += minutes(10)
  expect(await ask()).toBe(1)
  expect(await ask()).toBe(1)
  expect(requests).toHaveLength(2)
  // Whether this key is one of theirs nobody can say.
  expect(await ask(NEW)).toBe(UNAVAILABLE)
  now += minutes(50) - 1
  expect(await ask()).toBe(1)
  expect(requests).toHaveLength(3)
  now += seconds(5)
  expect(await ask()).toBe(UNAVAILABLE)
  says(keys.old)
  now += seconds(5) - 1
  expect(await ask()).toBe(UNAVAILABLE)
  now += 1
  expect(await ask()).toBe(1)
})

test.for<[string, Error | EgressAnswer, string]>([
  ['is down', new EgressUnanswered('network'), 'network'],
  ['hangs', new EgressUnanswered('timeout'), 'timeout'],
  ['answers with too much', new EgressUnanswered('too_large'), 'too_large'],
  ['is inside', new EgressRefused('ip_address'), 'ip_address'],
  ['answers 500', answer(500, 'canary'), 'status_500'],
  ['answers 404', answer(404, { keys: [] }), 'status_404'],
  ['redirects', answer(302, '', { location: 'https://127.0.0.1/' }), 'status_302'],
  ['answers with HTML', answer(200, '<html>canary'), 'no_keys'],
  ['answers with a list', answer(200, []), 'no_keys'],
  ['answers without keys', answer(200, { keys: {} }), 'no_keys'],
  [
    'has a thousand keys',
    answer(200, keySet(...Array.from({ length: 1000 }, () => keys.old))),
    'too_many_keys',
  ],
  ['breaks in a way of its own', new TypeError('canary'), 'unexpected'],
])('where the host %s, nobody can say, and the log says why', async ([, failure, reason]) => {
  fails(failure)
  const issuer = { issuer: 'https://auth.example.com', audience: 'a', jwksUri: URI }
  const asked = await issuerKeys(
    { environmentId: 'environment_1', egress, waitUntil: () => undefined },
    issuer,
    OLD,
  )
  expect(asked).toEqual({ ok: false, failure: { kind: UNAVAILABLE, retryAfterSeconds: 5 } })
  expect(requests).toHaveLength(1)
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    expect.objectContaining({
      level: 'warn',
      event: 'issuer_keys_unreadable',
      environment_id: 'environment_1',
      provider_host: 'auth.example.com',
      reason,
    }),
  ])
  expect(lines.join()).not.toContain('canary')
})

test('members of a set that are no keys do not spoil the others', async () => {
  says({ kty: 'oct', k: 'AAAA', kid: 'old' }, { kty: 'RSA' }, { kid: 7 }, null as never, keys.old)
  next = async () =>
    answer(
      200,
      JSON.stringify({ keys: [null, 1, 'x', [], { kty: 'oct', k: 'AA' }, keys.old.publicJwk] }),
    )
  expect(await ask()).toBe(1)
})

test('two environments that name one address keep their keys apart', async () => {
  await ask()
  expect(await ask(OLD, { environmentId: 'environment_2' })).toBe(1)
  expect(requests).toHaveLength(2)
})

test('memory is bounded: the oldest set is forgotten', async () => {
  for (let index = 0; index < 65; index += 1) await ask(OLD, { jwksUri: `${URI}&n=${index}` })
  expect(requests).toHaveLength(65)
  await ask(OLD, { jwksUri: `${URI}&n=64` })
  expect(requests).toHaveLength(65)
  await ask(OLD, { jwksUri: `${URI}&n=0` })
  expect(requests).toHaveLength(66)
})

test('a fetch whose request went away is not waited for without end', async () => {
  const hung: Egress = () => new Promise(() => undefined)
  void ask(OLD, { by: hung })
  const later = ask()
  now += seconds(5)
  expect(await later).toBe(1)
  expect(requests).toHaveLength(1)
})
