/** Signed tokens of a product's users, good and bad, and the key sets behind them. */
import { sign } from 'hono/jwt'
import type { UserTokenIssuer } from '../domain/environment.ts'
import { encodeBase64Url, utf8 } from '../kit/encoding.ts'
import type { SignatureAlgorithm } from '../auth/verification-keys.ts'
import { putDocument } from './outside.ts'

export type TestKey = { readonly privateJwk: JsonWebKey; readonly publicJwk: TestJwk }
export type TestJwk = JsonWebKey & { readonly kid?: string }

const HASH_BITS = /\d{3}$/

/** Makes a pair of keys for an algorithm. */
export async function makeKey(
  alg: SignatureAlgorithm = 'ES256',
  kid: string | undefined = 'key-1',
  modulusLength = 2048,
): Promise<TestKey> {
  const pair = (await crypto.subtle.generateKey(paramsOf(alg, modulusLength), true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  const [privateJwk, publicJwk] = await Promise.all(
    [pair.privateKey, pair.publicKey].map((key) => crypto.subtle.exportKey('jwk', key)),
  )
  const { kty, n, e, crv, x, y } = publicJwk as JsonWebKey
  const shown = { kty, n, e, crv, x, y, use: 'sig', alg, kid }
  const without = (jwk: object): JsonWebKey =>
    JSON.parse(JSON.stringify({ ...jwk, key_ops: undefined, alg: undefined })) as JsonWebKey
  return {
    privateJwk: without(privateJwk as object),
    publicJwk: JSON.parse(JSON.stringify(shown)) as TestJwk,
  }
}

function paramsOf(
  alg: SignatureAlgorithm,
  modulusLength: number,
): SubtleCryptoGenerateKeyAlgorithm {
  const hash = `SHA-${HASH_BITS.exec(alg)?.[0] ?? '256'}`
  const publicExponent = new Uint8Array([1, 0, 1])
  if (alg.startsWith('RS'))
    return { name: 'RSASSA-PKCS1-v1_5', hash, modulusLength, publicExponent }
  if (alg.startsWith('PS')) return { name: 'RSA-PSS', hash, modulusLength, publicExponent }
  if (alg === 'EdDSA') return { name: 'Ed25519' }
  return { name: 'ECDSA', namedCurve: { ES256: 'P-256', ES384: 'P-384' }[alg as string] ?? 'P-521' }
}

export const keySet = (...keys: readonly (TestKey | object)[]): string =>
  JSON.stringify({ keys: keys.map((key) => ('publicJwk' in key ? key.publicJwk : key)) })

/** A token of this header and these claims, whatever they are. */
export async function signToken(
  key: TestKey,
  header: { readonly alg: SignatureAlgorithm } & Record<string, unknown>,
  claims: object,
): Promise<string> {
  const { alg } = header
  const unsigned = `${encodePart(header)}.${encodePart(claims)}`
  const params = paramsOf(alg, 2048)
  const handle = await crypto.subtle.importKey('jwk', key.privateJwk, params, false, ['sign'])
  const hash = `SHA-${HASH_BITS.exec(alg)?.[0] ?? '256'}`
  const how = alg.startsWith('PS')
    ? { name: 'RSA-PSS', saltLength: Number(HASH_BITS.exec(alg)?.[0]) / 8 }
    : alg.startsWith('ES')
      ? { name: 'ECDSA', hash }
      : { name: params.name }
  const signature = await crypto.subtle.sign(how, handle, utf8(unsigned))
  return `${unsigned}.${encodeBase64Url(new Uint8Array(signature))}`
}

export const encodePart = (part: object): string => encodeBase64Url(utf8(JSON.stringify(part)))

/** As somebody would who takes the public key for a secret (RFC 8725 §2.1). */
export const signSymmetric = (secret: string, claims: Record<string, unknown>): Promise<string> =>
  sign(claims, secret, 'HS256')

export const epoch = (offsetSeconds = 0): number => Math.floor(Date.now() / 1000) + offsetSeconds

export const ISSUER = 'https://auth.example.com'
export const AUDIENCE = 'pipes'

export const goodClaims = (more: object = {}): Record<string, unknown> => ({
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'user_1',
  iat: epoch(),
  exp: epoch(300),
  ...more,
})

/** An issuer with its key set in the world outside. */
export async function makeIssuer(more: Partial<UserTokenIssuer> = {}) {
  const key = await makeKey()
  const document = await putDocument({ body: keySet(key) })
  const issuer: UserTokenIssuer = {
    issuer: ISSUER,
    audience: AUDIENCE,
    jwksUri: document.url,
    ...more,
  }
  const token = (claims: object = {}, header: object = {}): Promise<string> =>
    signToken(
      key,
      { alg: 'ES256', typ: 'JWT', kid: 'key-1', ...header },
      goodClaims({ iss: issuer.issuer, aud: issuer.audience, ...claims }),
    )
  return { key, document, issuer, token }
}
