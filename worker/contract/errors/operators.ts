/** The dashboard's own: signing in, and who may. */
import type { ErrorEntry } from './entry.ts'

export const OPERATOR_ERRORS = {
  sign_in_required: {
    status: 401,
    cause: 'The request has no operator’s session, or the session is over.',
    remedy: 'Sign in to the dashboard. A session lives for twelve hours, and for one without use.',
  },
  fresh_sign_in_required: {
    status: 403,
    cause:
      'Keys, secrets, hosts, return addresses and operators are changed, and providers deleted, only within five minutes of signing in.',
    remedy: 'Use your passkey once more; then send the same request.',
  },
  role_insufficient: {
    status: 403,
    cause: 'The operator’s role may not do that. The message names the role that may.',
    remedy: 'Ask an owner to do it, or to change the role.',
  },
  changed_meanwhile: {
    status: 409,
    cause: 'Somebody else has changed it since the version that was sent as `If-Match`.',
    remedy: 'Read it again; then send your change with the version that it has now.',
  },
  redirect_key_taken: {
    status: 409,
    cause: 'The redirect URI that was shown belongs to another integration by now.',
    remedy: 'Load the provider’s page again, and register the redirect URI that it shows now.',
  },
  discovery_failed: {
    status: 422,
    cause: 'The address has no metadata of an OAuth server (RFC 8414, OpenID Connect Discovery).',
    remedy: 'Try the issuer, as it is in the provider’s documentation, or enter the endpoints.',
  },
  issuer_not_found: {
    status: 422,
    cause: 'The issuer of user tokens has no metadata that names its keys.',
    remedy: 'Compare it with the `iss` of a token, or enter `jwks_uri` yourself.',
  },
  issuer_keys_unreadable: {
    status: 422,
    cause: 'The address has no key set (RFC 7517) with a key that can verify a token.',
    remedy: 'Enter the `jwks_uri` that the issuer documents. RSA keys need 2048 bits or more.',
  },
  setup_token_invalid: {
    status: 403,
    cause: 'The link’s token is not the deployment’s `SETUP_TOKEN`.',
    remedy: 'Open the link with the token that was deployed. Five wrong ones lock the set-up.',
  },
  setup_locked: {
    status: 403,
    cause: 'The set-up token was used, or missed five times.',
    remedy: 'Deploy another `SETUP_TOKEN`: `npx wrangler secret put SETUP_TOKEN`.',
  },
  already_set_up: {
    status: 409,
    cause: 'The dashboard has an operator already.',
    remedy: 'Sign in, or let an owner invite you.',
  },
  invitation_invalid: {
    status: 403,
    cause: 'The invitation was used, withdrawn, or is older than a day.',
    remedy: 'Ask an owner for another one.',
  },
  challenge_expired: {
    status: 410,
    cause: 'What a passkey was asked counts for five minutes, and once.',
    remedy: 'Begin again.',
  },
  passkey_refused: {
    status: 403,
    cause: 'The passkey is not known here, or what it signed does not hold for this site.',
    remedy: 'Use a passkey that was registered at this address.',
  },
  passkey_exists: {
    status: 409,
    cause: 'The passkey is registered already.',
    remedy: 'Sign in with it.',
  },
  passkey_not_found: {
    status: 404,
    cause: 'The operator has no such passkey.',
    remedy: 'Load the page again.',
  },
  last_passkey: {
    status: 409,
    cause: 'An operator without a passkey could not sign in again.',
    remedy: 'Add another passkey first.',
  },
  operator_not_found: {
    status: 404,
    cause: 'The deployment has no such operator.',
    remedy: 'Load the page again.',
  },
  last_owner: {
    status: 409,
    cause: 'Without an owner nobody could manage operators.',
    remedy: 'Make somebody else an owner first.',
  },
  invitation_not_found: {
    status: 404,
    cause: 'The invitation was accepted, withdrawn, or is older than a day.',
    remedy: 'Load the page again: whoever accepted it is among the operators.',
  },
  operator_session_not_found: {
    status: 404,
    cause: 'The operator has no such session.',
    remedy: 'Load the page again.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
