/** Which key a token is checked with (RFC 7517, RFC 7518 §3, RFC 8725 §3.1). */
import { beforeAll, expect, test } from 'vitest'
import { ok } from '../kit/result.ts'
import { secret } from '../kit/secret.ts'
import type { PublicJwk } from '../oauth/key-set.ts'
import {
  AUDIENCE,
  goodClaims,
  ISSUER,
  makeKey,
  signToken,
  type TestKey,
} from '../test/user-tokens.ts'
import { verifyUserToken } from './user-token.ts'
import {
  SIGNATURE_ALGORITHMS,
  verificationKeys,
  type SignatureAlgorithm,
} from './verification-keys.ts'

const USER = { userId: 'user_1', organizationId: null }
const ISSUERS = [{ issuer: ISSUER, audience: AUDIENCE, jwksUri: 'https://auth.example.com/jwks' }]

let key: TestKey
let rsa: TestKey
beforeAll(async () => {
  key = await makeKey('ES256')
  rsa = await makeKey('RS256', 'rsa-1')
})

/** What becomes of a token whose issuer has these keys. */
const judge = async (
  token: string,
  { keys = [key.publicJwk, rsa.publicJwk] }: { keys?: readonly object[] } = {},
) => {
  const find = verificationKeys(keys as readonly PublicJwk[])
  const verified = await verifyUserToken<never>(
    secret(token),
    ISSUERS,
    Date.now(),
    async (_, wanted) => ok(await find(wanted)),
  )
  return { outcome: verified.ok ? verified.value : verified.failure.reason }
}

const signed = (claims: object = {}, header: object = {}): Promise<string> =>
  signToken(key, { alg: 'ES256', typ: 'JWT', kid: 'key-1', ...header }, goodClaims(claims))

test.for(SIGNATURE_ALGORITHMS)('a token that is signed with %s is believed', async (alg) => {
  const own = await makeKey(alg, 'own')
  const token = await signToken(own, { alg, typ: 'at+jwt', kid: 'own' }, goodClaims())
  const keys = [key.publicJwk, own.publicJwk, { ...own.publicJwk, kid: 'other' }]
  expect((await judge(token, { keys })).outcome).toEqual(USER)
  // The same key under another algorithm's name is no key for it.
  const mislabelled = { ...own.publicJwk, alg: 'RS512' === alg ? 'RS256' : 'RS512' }
  expect((await judge(token, { keys: [mislabelled] })).outcome).toBe('key_unknown')
})

test('of two keys under one id the one that signed counts, and nobody else’s', async () => {
  const twin = await makeKey('ES256')
  const token = await signed()
  for (const keys of [
    [key.publicJwk, twin.publicJwk],
    [twin.publicJwk, key.publicJwk],
    [{ ...rsa.publicJwk, kid: 'key-1' }, twin.publicJwk, key.publicJwk],
  ]) {
    expect((await judge(token, { keys })).outcome).toEqual(USER)
  }
  const strangers = await Promise.all(Array.from({ length: 5 }, () => makeKey('ES256')))
  const keys = strangers.map(({ publicJwk }) => publicJwk)
  expect((await judge(token, { keys })).outcome).toBe('signature')
})

test('a token that names no key is checked where there is one, and not where there is a choice', async () => {
  const token = await signed({}, { kid: undefined })
  expect((await judge(token)).outcome).toEqual(USER)
  const twin = await makeKey('ES256', 'key-2')
  expect((await judge(token, { keys: [key.publicJwk, twin.publicJwk] })).outcome).toBe(
    'key_unknown',
  )
})

test('a key counts only for signatures, for its own algorithm, and if it is strong', async () => {
  const token = await signed()
  const jwk = key.publicJwk
  for (const [changed, outcome] of [
    [{}, USER],
    [{ alg: undefined, use: undefined }, USER],
    [{ key_ops: ['verify'] }, USER],
    [{ use: 'enc' }, 'key_unknown'],
    [{ key_ops: ['encrypt'] }, 'key_unknown'],
    [{ alg: 'ES384' }, 'key_unknown'],
    [{ crv: 'P-384' }, 'key_unknown'],
    [{ crv: 'secp256k1' }, 'key_unknown'],
    [{ kty: 'RSA' }, 'key_unknown'],
    [{ kid: 'key-2' }, 'key_unknown'],
    [{ x: undefined }, 'key_unknown'],
    [{ x: '!!' }, 'key_unknown'],
    [{ y: jwk.x }, 'key_unknown'],
  ] as const) {
    const keys = [JSON.parse(JSON.stringify({ ...jwk, ...changed })) as typeof jwk]
    expect([changed, (await judge(token, { keys })).outcome]).toEqual([changed, outcome])
  }
  const weak = await makeKey('RS256', 'weak', 1024)
  const weakly = await signToken(weak, { alg: 'RS256', kid: 'weak' }, goodClaims())
  expect((await judge(weakly, { keys: [weak.publicJwk] })).outcome).toBe('key_unknown')
  // One key pair of RSA may serve two algorithms, when the set does not say which.
  const { alg: _alg, ...either } = rsa.publicJwk
  for (const alg of ['RS256', 'PS512'] satisfies SignatureAlgorithm[]) {
    const both = await signToken(rsa, { alg, kid: 'rsa-1' }, goodClaims())
    expect((await judge(both, { keys: [either] })).outcome).toEqual(USER)
  }
})
