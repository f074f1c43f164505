/** The proof that whoever completes an attempt also began it: a verifier kept here, its S256 challenge sent (RFC 7636 §4). */

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** 32 random bytes as 43 characters of base64url. */
export const createVerifier = (randomBytes: (length: number) => Uint8Array): string =>
  base64url(randomBytes(32))

/** SHA-256 of the verifier as base64url; null where the page is not a secure context and has no WebCrypto. */
export const challengeOf = async (verifier: string): Promise<string | null> => {
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle
  if (subtle === undefined) return null
  return base64url(
    new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
  )
}
