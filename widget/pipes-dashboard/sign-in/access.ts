/** Signing in where Cloudflare Access is in front: it has said who this is, and we open a session for them. */
import type { OperatorState } from '../../../worker/contract/operator/answers.ts'
import type { Answer, Refusal, Send } from '../api/request.ts'
import { fail, ok } from '../../api/result.ts'

export const isByAccess = (state: OperatorState): boolean => state.sign_in_with.includes('access')

/** @param send one that never asks to sign in: this is signing in */
export const signInByAccess = (send: Send): Answer<OperatorState> => send('POST', '/sign-in/access')

/** For what asks for a fresh sign-in: one that Access only repeats is as old as before. */
export async function signInAnewByAccess(send: Send): Answer<OperatorState> {
  const answer = await signInByAccess(send)
  if (!answer.ok) return answer
  const until = Date.parse(answer.value.fresh_until ?? '')
  return until > Date.now() ? ok(answer.value) : fail(stillOld())
}

/** Ends the person's session at Access, and leads back here, where Access asks who they are. */
export const accessLogout = (): string =>
  `/cdn-cgi/access/logout?returnTo=${encodeURIComponent(`${location.origin}/dashboard/account`)}`

const stillOld = (): Refusal => ({
  status: 0,
  code: 'access_not_anew',
  message:
    'Cloudflare Access still vouches for the sign-in of before. Sign out of it and in again in the other window, then go on here.',
  fields: new Map(),
})
