/** Begins what a passkey is asked for, and reads what was begun. */
import {
  challengeHash,
  readChallenge,
  signChallenge,
  type PasskeyChallenge,
} from '../../auth/passkey-challenge.ts'
import type { PasskeyOptions } from '../../auth/passkey.ts'
import { CHALLENGE_MS } from '../../domain/operator.ts'
import { randomToken } from '../../kit/digest.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Write } from '../../storage/database.ts'
import { isChallengeSpent, spendChallenge } from '../../storage/operator-sessions.ts'
import type { Deps } from '../deps.ts'

export type Ceremony = { readonly challengeId: string; readonly options: PasskeyOptions }

export type ChallengeExpired = { readonly kind: 'challenge_expired' }

const keysOf = (deps: Deps) => deps.keyring.derive('operator-challenge')

/** @param options made of the fresh challenge */
export async function beginCeremony(
  deps: Deps,
  about: Omit<PasskeyChallenge, 'challenge' | 'expiresAt'>,
  options: (challenge: string) => Promise<PasskeyOptions>,
): Promise<Ceremony> {
  const challenge = randomToken(deps.random)
  const expiresAt = deps.clock() + CHALLENGE_MS
  const challengeId = await signChallenge(await keysOf(deps), { ...about, challenge, expiresAt })
  return { challengeId, options: await options(challenge) }
}

/** The challenge, and the write that spends it: a second one makes its batch fail. */
export async function takeChallenge(
  deps: Deps,
  challengeId: string,
  purpose: PasskeyChallenge['purpose'],
): Promise<
  Result<{ readonly challenge: PasskeyChallenge; readonly spend: Write }, ChallengeExpired>
> {
  const challenge = await readChallenge(await keysOf(deps), challengeId, purpose, deps.clock())
  if (challenge === undefined) return fail({ kind: 'challenge_expired' })
  const hash = await challengeHash(challenge)
  if (await isChallengeSpent(deps.db, hash)) return fail({ kind: 'challenge_expired' })
  const { expiresAt } = challenge
  return ok({ challenge, spend: spendChallenge(deps.db, { hash, expiresAt }) })
}

/** Whether a batch failed because somebody else had spent the challenge first. */
export const wasSpent = async (deps: Deps, challenge: PasskeyChallenge): Promise<boolean> =>
  isChallengeSpent(deps.db, await challengeHash(challenge))
