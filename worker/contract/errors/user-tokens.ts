/** Why a user's signed token yields no token of a provider (RFC 8693). */
import type { ErrorEntry } from './entry.ts'

export const USER_TOKEN_ERRORS = {
  unsupported_grant_type: {
    status: 400,
    cause: 'The address knows one grant type, and another one came.',
    remedy: 'Send `grant_type=urn:ietf:params:oauth:grant-type:token-exchange`.',
  },
  target_ambiguous: {
    status: 400,
    cause: 'A token is good for one provider, and the request names several.',
    remedy: 'Send one `audience`, and another request for another one.',
  },
  user_tokens_not_accepted: {
    status: 400,
    cause: 'The environment believes nobody’s user tokens yet.',
    remedy: 'The operator names who signs them: `user_token_issuers` of `PUT /environments/{id}`.',
  },
  user_token_invalid: {
    status: 400,
    cause:
      'The subject token is not a signed JSON Web Token that one of the environment’s issuers could have made. The message says what is wrong.',
    remedy:
      'Send a token with `iss`, `aud` and `exp`, signed by a key of the issuer’s `jwks_uri`: RS, PS, ES or EdDSA.',
  },
  user_token_not_trusted: {
    status: 400,
    cause: 'The token’s issuer is none of the environment’s, or the token is for somebody else.',
    remedy: '`iss` and `aud` have to be those of one entry of `user_token_issuers`, to the letter.',
  },
  user_token_expired: {
    status: 400,
    cause: 'The subject token has expired.',
    remedy: 'Send a fresh one.',
  },
  user_token_not_yet_valid: {
    status: 400,
    cause: 'The subject token is from the future.',
    remedy: 'Compare the issuer’s clock.',
  },
  user_token_claim_invalid: {
    status: 400,
    cause:
      'The claim that names the user or the organization is missing, or no text of 1 to 255 characters.',
    remedy: 'The issuer’s `user_claim` and `organization_claim` say which claims count.',
  },
  user_token_keys_unavailable: {
    status: 503,
    cause:
      'The issuer’s keys cannot be read right now, so the token can be neither believed nor refused.',
    remedy:
      'Try again after `Retry-After` seconds; if it stays so, look at the issuer’s `jwks_uri`.',
  },
  organization_mismatch: {
    status: 400,
    cause: '`organization_id` is not the organization that the subject token names.',
    remedy: 'Leave it out, or send a token of that organization.',
  },
  organization_not_in_token: {
    status: 400,
    cause: 'A shared connection belongs to an organization, and the subject token names none.',
    remedy: 'Set the issuer’s `organization_claim`, and send a token that has this claim.',
  },
  not_installed: {
    status: 400,
    cause: 'The user of the subject token has not connected this provider.',
    remedy: 'Show them the widget.',
  },
  needs_reauthorization: {
    status: 400,
    cause: 'The user’s connection is over at the provider.',
    remedy: 'They have to connect again: the widget offers it.',
  },
  scope_not_granted: {
    status: 400,
    cause: 'The user did not grant all that `scope` asks for.',
    remedy: 'Ask for less, or have the user connect again.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
