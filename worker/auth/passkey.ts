/**
 * Passkeys (WebAuthn Level 3): options for the browser, and what comes back, verified by a library. It is
 * run when an operator signs in, and is bundled without what it judges certificates with (`no-certificates.ts`).
 */
import { decodeBase64Url, encodeBase64Url, utf8 } from '../kit/encoding.ts'
import { fail, ok, type Result } from '../kit/result.ts'

/** As `PublicKeyCredential.toJSON()` spells them. */
export type PresentedCredential<Answer> = {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly response: Answer
}
export type NewCredential = PresentedCredential<{
  readonly clientDataJSON: string
  readonly attestationObject: string
  readonly transports: readonly string[]
}>
export type KnownCredential = PresentedCredential<{
  readonly clientDataJSON: string
  readonly authenticatorData: string
  readonly signature: string
  /** Whose passkey the authenticator says it is. */
  readonly userHandle?: string | null | undefined
}>

export type StoredKey = {
  readonly credentialId: string
  /** COSE, base64url. */
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
}

export type PasskeyRefused = { readonly kind: 'passkey_refused' }

/** Options as the browser parses them (`parseCreationOptionsFromJSON`, `parseRequestOptionsFromJSON`). */
export type PasskeyOptions = Readonly<Record<string, unknown>>

/** Made when it is needed: dozens of modules. */
const library = () => import('@simplewebauthn/server')

const RP_NAME = 'Pipes'
// ES256 and RS256: what authenticators speak, and what WebCrypto verifies everywhere.
const ALGORITHMS = [-7, -257]
const TIMEOUT_MS = 300_000

export async function creationOptions(
  publicUrl: string,
  challenge: string,
  operator: { readonly id: string; readonly name: string },
  known: readonly StoredKey[],
): Promise<PasskeyOptions> {
  const { generateRegistrationOptions } = await library()
  return {
    ...(await generateRegistrationOptions({
      rpName: RP_NAME,
      rpID: hostOf(publicUrl),
      userID: utf8(operator.id),
      userName: operator.name,
      userDisplayName: operator.name,
      challenge: bytesOf(challenge),
      timeout: TIMEOUT_MS,
      // Which make of authenticator it is, nobody here judges.
      attestationType: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: ALGORITHMS,
      excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    })),
  }
}

/** @param known the passkeys that may answer; none: whichever the browser has for this site */
export async function requestOptions(
  publicUrl: string,
  challenge: string,
  known: readonly StoredKey[],
): Promise<PasskeyOptions> {
  const { generateAuthenticationOptions } = await library()
  return {
    ...(await generateAuthenticationOptions({
      rpID: hostOf(publicUrl),
      challenge: bytesOf(challenge),
      timeout: TIMEOUT_MS,
      userVerification: 'required',
      allowCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    })),
  }
}

export async function verifyNewPasskey(
  publicUrl: string,
  challenge: string,
  { id, rawId, type, response }: NewCredential,
): Promise<Result<StoredKey & { readonly isSynced: boolean }, PasskeyRefused>> {
  const { verifyRegistrationResponse } = await library()
  const { clientDataJSON, attestationObject, transports } = response
  const verified = await verifyRegistrationResponse({
    response: {
      id,
      rawId,
      type,
      response: { clientDataJSON, attestationObject },
      clientExtensionResults: {},
    },
    expectedChallenge: challenge,
    expectedOrigin: publicUrl,
    expectedRPID: hostOf(publicUrl),
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => undefined)
  if (verified?.verified !== true) return refused
  const { credential, credentialBackedUp } = verified.registrationInfo
  return ok({
    credentialId: credential.id,
    publicKey: encodeBase64Url(credential.publicKey),
    counter: credential.counter,
    transports,
    isSynced: credentialBackedUp,
  })
}

export async function verifyKnownPasskey(
  publicUrl: string,
  challenge: string,
  { id, rawId, type, response }: KnownCredential,
  stored: StoredKey & { readonly operatorId: string },
): Promise<Result<{ readonly counter: number; readonly isSynced: boolean }, PasskeyRefused>> {
  // §7.2 step 6: the passkey is of whom it says that it is of.
  const owner = encodeBase64Url(utf8(stored.operatorId))
  if ((response.userHandle ?? owner) !== owner) return refused
  const { verifyAuthenticationResponse } = await library()
  const { clientDataJSON, authenticatorData, signature } = response
  const verified = await verifyAuthenticationResponse({
    response: {
      id,
      rawId,
      type,
      response: { clientDataJSON, authenticatorData, signature },
      clientExtensionResults: {},
    },
    expectedChallenge: challenge,
    expectedOrigin: publicUrl,
    expectedRPID: hostOf(publicUrl),
    requireUserVerification: true,
    credential: {
      id: stored.credentialId,
      publicKey: bytesOf(stored.publicKey),
      counter: stored.counter,
    },
  }).catch(() => undefined)
  if (verified?.verified !== true) return refused
  const { newCounter, credentialBackedUp } = verified.authenticationInfo
  return ok({ counter: newCounter, isSynced: credentialBackedUp })
}

// Why exactly is for nobody: a passkey of another site and a forged one are both none of ours.
const refused = fail({ kind: 'passkey_refused' } as const)

const hostOf = (publicUrl: string): string => new URL(publicUrl).hostname

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase64Url(text)
  if (bytes === undefined) throw new Error('not base64url')
  return bytes
}
