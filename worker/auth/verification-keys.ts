/**
 * Which of an issuer's keys may have signed a token. Only asymmetric algorithms are known here, and a
 * key is imported for exactly the algorithm that the token names, so that neither `none` nor an HMAC
 * over a public key can come up (RFC 8725 §2.1, §3.1).
 */
import type { PublicJwk } from '../oauth/key-set.ts'

/** Those of RFC 7518 §3.1 and RFC 8037 §3.1 that need a private key to sign. */
export const SIGNATURE_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const

export type SignatureAlgorithm = (typeof SIGNATURE_ALGORITHMS)[number]

/** What the header of a token says of its key. */
export type WantedKey = { readonly alg: SignatureAlgorithm; readonly kid: string | undefined }

/** The keys of one set that could be meant; none where it has none, or cannot be told which. */
export type VerificationKeys = (wanted: WantedKey) => Promise<readonly CryptoKey[]>

type Kind = {
  readonly kty: PublicJwk['kty']
  readonly crv?: string
  readonly algorithm: SubtleCryptoImportKeyAlgorithm
}

const rsa = (name: string, bits: number): Kind => ({
  kty: 'RSA',
  algorithm: { name, hash: `SHA-${bits}` },
})
const ec = (namedCurve: string): Kind => ({
  kty: 'EC',
  crv: namedCurve,
  algorithm: { name: 'ECDSA', namedCurve },
})

const KINDS: Readonly<Record<SignatureAlgorithm, Kind>> = {
  RS256: rsa('RSASSA-PKCS1-v1_5', 256),
  RS384: rsa('RSASSA-PKCS1-v1_5', 384),
  RS512: rsa('RSASSA-PKCS1-v1_5', 512),
  PS256: rsa('RSA-PSS', 256),
  PS384: rsa('RSA-PSS', 384),
  PS512: rsa('RSA-PSS', 512),
  ES256: ec('P-256'),
  ES384: ec('P-384'),
  ES512: ec('P-521'),
  EdDSA: { kty: 'OKP', crv: 'Ed25519', algorithm: { name: 'Ed25519' } },
}

const MIN_RSA_BITS = 2048 // RFC 7518 §3.3
/** Keys that share an id are tried in turn (RFC 7517 §4.5 allows them); each costs a signature check. */
const MAX_CANDIDATES = 4

/** @param jwks remembered as handles once they were needed, as long as this function lives */
export function verificationKeys(jwks: readonly PublicJwk[]): VerificationKeys {
  const imported = new Map<string, CryptoKey | null>()
  const handleOf = async (index: number, jwk: PublicJwk, alg: SignatureAlgorithm) => {
    const name = `${index} ${alg}`
    const known = imported.get(name)
    if (known !== undefined) return known
    const handle = await importKey(jwk, KINDS[alg])
    imported.set(name, handle)
    return handle
  }
  return async ({ alg, kid }) => {
    const candidates = [...jwks.entries()].filter(([, jwk]) => isFor(jwk, alg, kid))
    // A token that names no key is checked where there is no choice.
    if (kid === undefined && candidates.length > 1) return []
    const handles = await Promise.all(
      candidates.slice(0, MAX_CANDIDATES).map(([index, jwk]) => handleOf(index, jwk, alg)),
    )
    return handles.filter((handle) => handle !== null)
  }
}

function isFor(jwk: PublicJwk, alg: SignatureAlgorithm, kid: string | undefined): boolean {
  const { kty, crv } = KINDS[alg]
  return (
    jwk.kty === kty &&
    (crv === undefined || jwk.crv === crv) &&
    (kid === undefined || jwk.kid === kid) &&
    (jwk.use === undefined || jwk.use === 'sig') &&
    (jwk.key_ops === undefined || jwk.key_ops.includes('verify')) &&
    // Ed25519 is the newer name of the same (RFC 9864).
    (jwk.alg === undefined || jwk.alg === alg || (alg === 'EdDSA' && jwk.alg === 'Ed25519'))
  )
}

/** @returns null for a key that is none, or too weak */
async function importKey(jwk: PublicJwk, { algorithm }: Kind): Promise<CryptoKey | null> {
  const { kty, n, e, crv, x, y } = jwk
  const material = JSON.parse(JSON.stringify({ kty, n, e, crv, x, y })) as JsonWebKey
  try {
    const handle = await crypto.subtle.importKey('jwk', material, algorithm, false, ['verify'])
    return isStrong(handle) ? handle : null
  } catch {
    return null
  }
}

const isStrong = ({ algorithm }: CryptoKey): boolean =>
  !('modulusLength' in algorithm) || algorithm.modulusLength >= MIN_RSA_BITS
