/** Proof Key for Code Exchange (RFC 7636), always S256. */
import * as oauth from 'oauth4webapi'
import { secret } from '../kit/secret.ts'
import type { Secret } from '../kit/secret.ts'

export type PkcePair = {
  /** Stays here, sealed, until the exchange. */
  readonly codeVerifier: Secret
  /** Travels through the browser. */
  readonly codeChallenge: string
}

/** A fresh pair for one authorization request. */
export async function createPkcePair(): Promise<PkcePair> {
  const codeVerifier = oauth.generateRandomCodeVerifier()
  return {
    codeVerifier: secret(codeVerifier),
    codeChallenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
  }
}

/** The S256 challenge of a verifier that somebody else made. */
export const codeChallengeOf = (codeVerifier: string): Promise<string> =>
  oauth.calculatePKCECodeChallenge(codeVerifier)
