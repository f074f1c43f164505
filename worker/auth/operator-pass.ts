/**
 * The pass of whoever runs the deployment: `op1.<expires>.<mac>`. It is made by `npm run keys` from the
 * pepper, lives for minutes, and is kept nowhere, so there is no long-lived token to lose.
 */
import { minutes, seconds } from '../kit/clock.ts'
import { verifyHmacSha256Hex } from '../kit/digest.ts'

const SHAPE = /^op1\.(\d{10})\.([0-9a-f]{64})$/
const LONGEST_MS = minutes(15)

/** What a pass signs: `expires` in seconds since the epoch. */
const signedText = (expires: number): string => `pipes/v1/operator|${expires}`

/**
 * @param pepper the HMAC key of the deployment
 * @param now epoch milliseconds
 */
export async function isOperatorPass(
  pepper: CryptoKey,
  presented: string,
  now: number,
): Promise<boolean> {
  const [, expires, mac] = SHAPE.exec(presented) ?? []
  if (expires === undefined || mac === undefined) return false
  const end = seconds(Number(expires))
  const isGenuine = await verifyHmacSha256Hex(pepper, mac, signedText(Number(expires)))
  return isGenuine && end > now && end <= now + LONGEST_MS
}
