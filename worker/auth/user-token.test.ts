/** Tokens of users, and everything that only looks like one (RFC 7519, 7515, 8725). */
import { beforeAll, expect, test } from 'vitest'
import type { UserTokenIssuer } from '../domain/environment.ts'
import { fail, ok } from '../kit/result.ts'
import { secret } from '../kit/secret.ts'
import type { PublicJwk } from '../oauth/key-set.ts'
import {
  AUDIENCE,
  encodePart,
  epoch,
  goodClaims,
  ISSUER,
  makeKey,
  signSymmetric,
  signToken,
  type TestKey,
} from '../test/user-tokens.ts'
import { verifyUserToken } from './user-token.ts'
import { verificationKeys } from './verification-keys.ts'

const ISSUERS: readonly UserTokenIssuer[] = [
  { issuer: ISSUER, audience: AUDIENCE, jwksUri: 'https://auth.example.com/jwks' },
  {
    issuer: ISSUER,
    audience: 'other',
    jwksUri: 'https://auth.example.com/jwks',
    userClaim: 'https://a.example/uid',
    organizationClaim: 'org_id',
  },
]

let key: TestKey
let rsa: TestKey
beforeAll(async () => {
  key = await makeKey('ES256')
  rsa = await makeKey('RS256', 'rsa-1')
})

/** What an environment makes of a token, whose issuers have these keys. */
const judge = async (
  token: string,
  { keys = [key, rsa].map(({ publicJwk }) => publicJwk), now = Date.now() } = {},
) => {
  const find = verificationKeys(keys as readonly PublicJwk[])
  const asked: string[] = []
  const verified = await verifyUserToken<never>(
    secret(token),
    ISSUERS,
    now,
    async (issuer, wanted) => {
      asked.push(issuer.audience)
      return ok(await find(wanted))
    },
  )
  return { outcome: verified.ok ? verified.value : reasonOf(verified.failure), asked }
}
const reasonOf = (failure: { readonly kind: string; readonly reason?: string }) =>
  failure.reason ?? failure.kind

const HEADER = { alg: 'ES256', typ: 'JWT', kid: 'key-1' } as const
const signed = (claims: object = {}, header: object = {}): Promise<string> =>
  signToken(key, { ...HEADER, ...header }, goodClaims(claims))
const USER = { userId: 'user_1', organizationId: null }

test('the claims that an issuer’s entry names say who it is', async () => {
  const there = { aud: ['other', 'x'], 'https://a.example/uid': 'ada|1', sub: 'ignored' }
  expect((await judge(await signed(there))).outcome).toEqual({
    userId: 'ada|1',
    organizationId: null,
  })
  const both = await judge(await signed({ ...there, org_id: 'org_1' }))
  expect(both).toEqual({
    outcome: { userId: 'ada|1', organizationId: 'org_1' },
    asked: ['other'],
  })
  const nobody = await signed({ ...there, org_id: null })
  expect((await judge(nobody)).outcome).toMatchObject({ organizationId: null })
  // An entry without organization_claim believes no organization.
  expect((await judge(await signed({ org_id: 'org_1' }))).outcome).toEqual(USER)
})

test('clocks may differ by a minute, and no more', async () => {
  const now = Date.now()
  const at = epoch()
  for (const [claims, outcome] of [
    [{ exp: at - 58 }, USER],
    [{ exp: at - 61 }, 'expired'],
    [{ exp: 0 }, 'expired'],
    [{ exp: -1e300 }, 'expired'],
    [{ nbf: at + 58 }, USER],
    [{ nbf: at + 63 }, 'not_yet_valid'],
    [{ iat: at + 58 }, USER],
    [{ iat: at + 63 }, 'not_yet_valid'],
    [{ iat: undefined, nbf: undefined }, USER],
    [{ exp: undefined }, 'times'],
    [{ exp: String(at + 300) }, 'times'],
    [{ exp: null }, 'times'],
    [{ iat: '0' }, 'times'],
    [{ nbf: [] }, 'times'],
  ] as const) {
    const judged = await judge(await signed(claims), { now })
    expect([claims, judged.outcome]).toEqual([claims, outcome])
    // What could not be good in any case asks nobody for keys.
    expect(judged.asked.length).toBe(outcome === USER ? 1 : 0)
  }
})

test.for<[string, object, string]>([
  ['for somebody else', { aud: 'another' }, 'audience'],
  ['for nobody', { aud: [] }, 'audience'],
  ['for part of the audience', { aud: 'pip' }, 'audience'],
  ['without audience', { aud: undefined }, 'malformed'],
  ['with a number for audience', { aud: 1 }, 'malformed'],
  ['of another issuer', { iss: 'https://evil.example' }, 'issuer'],
  ['of an issuer with a slash more', { iss: `${ISSUER}/` }, 'issuer'],
  ['of an issuer in capitals', { iss: ISSUER.toUpperCase() }, 'issuer'],
  ['without issuer', { iss: undefined }, 'malformed'],
  ['of a list of issuers', { iss: [ISSUER] }, 'malformed'],
  ['of nobody', { sub: undefined }, 'user_claim'],
  ['of an empty name', { sub: '' }, 'user_claim'],
  ['of a number', { sub: 7 }, 'user_claim'],
  ['of a list', { sub: ['user_1'] }, 'user_claim'],
  ['of a name with a newline', { sub: 'a\nb' }, 'user_claim'],
  ['of a name of 256 letters', { sub: 'x'.repeat(256) }, 'user_claim'],
  ['of half a letter', { sub: '\ud800' }, 'user_claim'],
  [
    'of an organization that is a number',
    { aud: 'other', 'https://a.example/uid': 'a', org_id: 7 },
    'organization_claim',
  ],
  [
    'of an organization without name',
    { aud: 'other', 'https://a.example/uid': 'a', org_id: '' },
    'organization_claim',
  ],
  ['of an inherited user', { aud: 'other' }, 'user_claim'],
])('a token %s is refused', async ([, claims, reason]) => {
  expect((await judge(await signed(claims))).outcome).toBe(reason)
})

test('unsigned tokens, in each spelling of none, are refused before anything is asked', async () => {
  const claims = encodePart(goodClaims())
  const [, , signature = ''] = (await signed()).split('.')
  for (const alg of ['none', 'None', 'NONE', 'nOnE', '', null, undefined, 0]) {
    const header = encodePart({ typ: 'JWT', kid: 'key-1', alg })
    for (const end of ['', signature, 'AA']) {
      const { outcome, asked } = await judge(`${header}.${claims}.${end}`)
      expect([alg, end, outcome === 'algorithm' || outcome === 'malformed']).toEqual([
        alg,
        end,
        true,
      ])
      expect(asked).toEqual([])
    }
  }
})

test('a public key is no secret: HMAC is refused under each of its forms', async () => {
  const jwk = rsa.publicJwk
  const handle = await crypto.subtle.importKey(
    'jwk',
    jwk,
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    true,
    ['verify'],
  )
  const spki = (await crypto.subtle.exportKey('spki', handle)) as ArrayBuffer
  const base64 = btoa(String.fromCharCode(...new Uint8Array(spki)))
  const pem = `-----BEGIN PUBLIC KEY-----\n${base64}\n-----END PUBLIC KEY-----\n`
  for (const known of [pem, base64, JSON.stringify(jwk), jwk.n ?? '', '']) {
    if (known === '') continue
    const forged = await signSymmetric(known, goodClaims())
    expect(await judge(forged)).toEqual({ outcome: 'algorithm', asked: [] })
    // The same MAC under the name of an algorithm that is accepted.
    const [, claims = '', mac = ''] = forged.split('.')
    const header = encodePart({ alg: 'RS256', typ: 'JWT', kid: 'rsa-1' })
    expect((await judge(`${header}.${claims}.${mac}`)).outcome).toBe('signature')
  }
  const oct = { kty: 'oct', k: 'AAAA', kid: 'key-1', alg: 'HS256' }
  expect((await judge(await signed(), { keys: [oct] })).outcome).toBe('key_unknown')
})

test('a signature holds for its own header, claims, key and algorithm', async () => {
  const token = await signed()
  const [header = '', claims = '', signature = ''] = token.split('.')
  const eve = encodePart(goodClaims({ sub: 'user_2' }))
  expect((await judge(`${header}.${eve}.${signature}`)).outcome).toBe('signature')
  const other = encodePart({ ...HEADER, extra: 1 })
  expect((await judge(`${other}.${claims}.${signature}`)).outcome).toBe('signature')
  const stranger = await makeKey('ES256')
  const forged = await signToken(stranger, HEADER, goodClaims())
  expect((await judge(forged)).outcome).toBe('signature')
  // Zeros: what CVE-2022-21449 took for a signature of everything.
  const zeros = `${header}.${claims}.${'A'.repeat(86)}`
  expect((await judge(zeros)).outcome).toBe('signature')
  // DER instead of the two numbers of RFC 7518 §3.4 is another text.
  expect((await judge(`${header}.${claims}.${signature.slice(0, 80)}`)).outcome).toBe('signature')
  // A key that came with the token is nobody's.
  const own = {
    jwk: stranger.publicJwk,
    jku: 'https://evil.example/jwks',
    x5u: 'https://evil.example',
  }
  expect(
    (await judge(await signToken(stranger, { ...HEADER, ...own }, goodClaims()))).outcome,
  ).toBe('signature')
})

test('one token has one spelling', async () => {
  const token = await signed()
  const [header = '', claims = '', signature = ''] = token.split('.')
  for (const bad of [
    `${token}=`,
    `${token}.`,
    `${token}.AA`,
    ` ${token}`,
    `${token}\n`,
    `${header}..${signature}`,
    `.${claims}.${signature}`,
    `${header}.${claims}`,
    `${header}.${claims}.`,
    `${header}.${claims}.${signature.replace(/.$/, '+')}`,
    `${header}.${encodePart([])}.${signature}`,
    `${encodePart([])}.${claims}.${signature}`,
    `${header}.${btoa('null')}.${signature}`,
    `${header}.${btoa('{').replace(/=/g, '')}.${signature}`,
    '',
    '..',
    'x',
    `${header}.${encodePart(goodClaims({ x: 'y'.repeat(20_000) }))}.${signature}`,
  ]) {
    const { outcome, asked } = await judge(bad)
    expect([bad.slice(-40), outcome]).toEqual([bad.slice(-40), 'malformed'])
    expect(asked).toEqual([])
  }
})

test.for<[string, object, string | typeof USER]>([
  ['no typ', { typ: undefined }, USER],
  ['typ jwt', { typ: 'jwt' }, USER],
  ['typ application/at+jwt', { typ: 'application/at+jwt' }, USER],
  ['typ logout+jwt', { typ: 'logout+jwt' }, 'header'],
  ['typ secevent+jwt', { typ: 'secevent+jwt' }, 'header'],
  ['typ dpop+jwt', { typ: 'dpop+jwt' }, 'header'],
  ['a typ that is a list', { typ: ['JWT'] }, 'malformed'],
  ['crit', { crit: ['exp'] }, 'header'],
  ['an empty crit', { crit: [] }, 'header'],
  ['a kid that is a number', { kid: 1 }, 'malformed'],
  ['a kid of a path', { kid: '../../dev/null' }, 'key_unknown'],
  ['a kid of SQL', { kid: `' OR 1=1--` }, 'key_unknown'],
  ['a kid of __proto__', { kid: '__proto__' }, 'key_unknown'],
])('a header with %s', async ([, header, outcome]) => {
  expect((await judge(await signed({}, header))).outcome).toEqual(outcome)
})

test('where keys cannot be had, the token is neither believed nor refused', async () => {
  const unavailable = { kind: 'keys_unavailable' } as const
  const token = secret(await signed())
  const verified = await verifyUserToken(token, ISSUERS, Date.now(), async () => fail(unavailable))
  expect(verified).toEqual({ ok: false, failure: unavailable })
})
