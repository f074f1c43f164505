/** The passkey ceremonies (WebAuthn Level 3): options from the Worker, the browser's dialog, its answer back. */
import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type { Ceremony, OperatorState } from '../../../worker/contract/operator/answers.ts'
import type { Answer, Refusal, Send } from '../api/request.ts'
import { fail } from '../../api/result.ts'

/** @param send one that never asks to sign in: this is signing in */
export const signIn = (send: Send): Answer<OperatorState> =>
  ceremony(send, '/sign-in', {}, {}, authenticate)

/** @param token of the link that `npm start` printed or an owner sent; it stood in the address's fragment */
export const setUp = (
  send: Send,
  path: '/setup' | '/invitations',
  token: string,
  name: string,
): Answer<OperatorState> =>
  ceremony(
    send,
    path === '/setup' ? '/setup' : '/invitations/accept',
    { token, name },
    { token },
    register,
    `${path}/options`,
  )

/** Another passkey for the person who is signed in. */
export const addPasskey = (send: Send, name: string): Answer<unknown> =>
  ceremony(send, '/passkeys', {}, { name }, register)

type Act = (options: unknown) => Promise<unknown>

const authenticate: Act = (options) =>
  startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
const register: Act = (options) =>
  startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })

async function ceremony<T>(
  send: Send,
  path: string,
  asked: object,
  sent: object,
  act: Act,
  optionsPath = `${path}/options`,
): Answer<T> {
  const begun = await send<Ceremony>('POST', optionsPath, asked)
  if (!begun.ok) return begun
  let credential: unknown
  try {
    credential = await act(begun.value.options)
  } catch (error) {
    return fail(notDone(error))
  }
  return send('POST', path, { ...sent, challenge_id: begun.value.challenge_id, credential })
}

/** Browsers say little on purpose: closing the dialog, a timeout and "no passkey here" are one error. */
const notDone = (error: unknown): Refusal => {
  const name = error instanceof Error ? error.name : ''
  const messages: Readonly<Record<string, string>> = {
    NotAllowedError:
      'No passkey was used: the dialog was closed, or this device has none for here.',
    InvalidStateError: 'This device already has a passkey for this account. Sign in with it.',
    SecurityError:
      'Passkeys need this page’s own host name. Open it by the address that it is deployed at.',
  }
  return {
    status: 0,
    code: 'passkey_not_used',
    message: messages[name] ?? 'This browser could not use a passkey.',
    fields: new Map(),
  }
}
