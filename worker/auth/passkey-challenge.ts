/**
 * What a passkey signs (WebAuthn Level 3 §13.4.3), with what it is for. It is signed and given to the page
 * instead of kept: whoever asks for a thousand of them makes no row. That it counts once is the business of
 * whoever spends it.
 */
import { hmacSha256Hex, sha256Hex, verifyHmacSha256Hex, type SigningKeys } from '../kit/digest.ts'
import { decodeBase64Url, encodeBase64Url, fromUtf8, utf8 } from '../kit/encoding.ts'
import * as v from 'valibot'

const shape = v.strictObject({
  purpose: v.picklist(['set_up', 'join', 'add_passkey', 'sign_in']),
  /** 32 random bytes, base64url. */
  challenge: v.string(),
  expiresAt: v.number(),
  /** Who will own the new passkey; null where nobody is known before. */
  operatorId: v.nullable(v.string()),
  name: v.nullable(v.string()),
})

export type PasskeyChallenge = v.InferOutput<typeof shape>

/** @returns the text that comes back with the credential */
export async function signChallenge(
  [key]: SigningKeys,
  challenge: PasskeyChallenge,
): Promise<string> {
  const text = encodeBase64Url(utf8(JSON.stringify(challenge)))
  return `${text}.${await hmacSha256Hex(key, text)}`
}

/**
 * @param now epoch milliseconds
 * @returns undefined for what we have not signed, or for another purpose, or too long ago
 */
export async function readChallenge(
  keys: SigningKeys,
  presented: string,
  purpose: PasskeyChallenge['purpose'],
  now: number,
): Promise<PasskeyChallenge | undefined> {
  const [text = '', mac = ''] = presented.split('.')
  const genuine = await Promise.all(keys.map((key) => verifyHmacSha256Hex(key, mac, text)))
  if (!genuine.includes(true)) return undefined
  const bytes = decodeBase64Url(text)
  const challenge = v.parse(shape, JSON.parse((bytes && fromUtf8(bytes)) ?? 'null'))
  return challenge.purpose === purpose && now < challenge.expiresAt ? challenge : undefined
}

/** Under which it is remembered as spent. */
export const challengeHash = ({ challenge }: PasskeyChallenge): Promise<string> =>
  sha256Hex(challenge)
