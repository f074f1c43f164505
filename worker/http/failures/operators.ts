/** Signing in to the dashboard, and who may. */
import { ApiError } from '../api-error.ts'
import { field, quote } from './words.ts'
import type { FailureTable } from './failure.ts'

export const operatorFailures: FailureTable<
  | 'already_set_up'
  | 'setup_locked'
  | 'setup_token_invalid'
  | 'invitation_invalid'
  | 'challenge_expired'
  | 'passkey_refused'
  | 'passkey_exists'
  | 'passkey_not_found'
  | 'last_passkey'
  | 'operator_exists'
  | 'operator_not_found'
  | 'last_owner'
  | 'operator_session_not_found'
  | 'invitation_not_found'
  | 'discovery_url_not_allowed'
  | 'discovery_failed'
  | 'issuer_not_found'
  | 'issuer_keys_unreadable'
  | 'playground_sandbox_only'
> = {
  discovery_url_not_allowed: ({ reason }) =>
    field(
      'url',
      'url_not_allowed',
      `This address cannot be used (${reason}). It must be a public https address without port, user info or fragment.`,
    ),
  issuer_not_found: ({ reason }) =>
    field(
      'issuer',
      'issuer_not_found',
      `The issuer does not say where its keys are (${reason}). Compare it with the iss of a token, or enter the address of the keys.`,
    ),
  issuer_keys_unreadable: ({ reason, jwksUri }) =>
    field(
      'jwks_uri',
      'issuer_keys_unreadable',
      `There are no keys at ${quote(jwksUri)} by which a token could be believed (${reason}).`,
    ),
  playground_sandbox_only: () =>
    new ApiError(
      403,
      'sandbox_only',
      'The playground connects a user who is made up, so it is in sandbox environments only.',
    ),
  discovery_failed: ({ reason }) =>
    field(
      'url',
      'discovery_failed',
      `There is no description of an OAuth server at this address (${reason}). Try the issuer, such as https://auth.example.com, or enter the endpoints yourself.`,
    ),
  already_set_up: () =>
    new ApiError(
      409,
      'already_set_up',
      'This deployment has an operator already, so its set-up token opens nothing more. Sign in, or let an owner invite you.',
    ),
  setup_locked: () =>
    new ApiError(
      403,
      'setup_locked',
      'This set-up token was used, or missed five times. Deploy another SETUP_TOKEN and open the link with that one.',
    ),
  setup_token_invalid: () =>
    new ApiError(
      403,
      'setup_token_invalid',
      'This is not the set-up token of this deployment. Take the link that npm start printed, or the SETUP_TOKEN that was deployed; after five wrong ones it opens nothing more.',
    ),
  invitation_invalid: () =>
    new ApiError(
      403,
      'invitation_invalid',
      'This invitation was used, withdrawn, or is older than a day. Ask an owner for another one.',
    ),
  challenge_expired: () =>
    new ApiError(
      410,
      'challenge_expired',
      'What the passkey was asked is older than five minutes, or was answered already. Begin again.',
    ),
  passkey_refused: () =>
    new ApiError(
      403,
      'passkey_refused',
      'This passkey is not known here, or what it signed does not hold: it belongs to another site, or did not check that it is you.',
    ),
  passkey_exists: () =>
    new ApiError(409, 'passkey_exists', 'This passkey is registered already. Sign in with it.'),
  passkey_not_found: () =>
    new ApiError(404, 'passkey_not_found', 'You have no such passkey. It may be gone already.'),
  last_passkey: () =>
    new ApiError(
      409,
      'last_passkey',
      'This is your only passkey: without it you could not sign in again. Add another one first.',
    ),
  operator_exists: ({ email }) =>
    new ApiError(
      409,
      'operator_exists',
      `Somebody with the address ${quote(email)} is an operator already. Change their role instead.`,
    ),
  operator_not_found: () =>
    new ApiError(404, 'operator_not_found', 'There is no such operator. He may be gone already.'),
  last_owner: () =>
    new ApiError(
      409,
      'last_owner',
      'This is the only owner, and somebody has to be. Make somebody else an owner first.',
    ),
  invitation_not_found: () =>
    new ApiError(
      404,
      'invitation_not_found',
      'This invitation is not open any more: it was accepted, withdrawn, or is older than a day. Look whether somebody has joined.',
    ),
  operator_session_not_found: () =>
    new ApiError(
      404,
      'operator_session_not_found',
      'You have no such session. It may be over already.',
    ),
}
