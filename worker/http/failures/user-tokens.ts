/** Why a user's signed token yields no token of a provider (RFC 8693). */
import { ApiError } from '../api-error.ts'
import { quote } from './words.ts'
import type { Failure, FailureTable } from './failure.ts'

type Refused = Extract<Failure, { readonly kind: 'user_token_refused' }>

export const userTokenFailures: FailureTable<
  | 'user_token_refused'
  | 'user_token_keys_unavailable'
  | 'user_tokens_not_accepted'
  | 'organization_mismatch'
  | 'organization_not_in_token'
  | 'not_installed'
  | 'needs_reauthorization'
  | 'scope_not_granted'
> = {
  user_token_refused: ({ reason, claim = '' }) =>
    new ApiError(400, REFUSED[reason].code, REFUSED[reason].words.replace('%', quote(claim))),
  user_token_keys_unavailable: ({ retryAfterSeconds }) =>
    new ApiError(
      503,
      'user_token_keys_unavailable',
      'The keys of the issuer of this token cannot be read right now, so it can be neither believed nor refused. Try again after Retry-After; if it stays so, look at the issuer’s jwks_uri and at the log (issuer_keys_unreadable).',
      { retryAfterSeconds },
    ),
  user_tokens_not_accepted: () =>
    new ApiError(
      400,
      'user_tokens_not_accepted',
      'This environment believes nobody’s user tokens yet. The operator names who signs them: user_token_issuers of PUT /environments/{id}.',
    ),
  organization_mismatch: () =>
    new ApiError(
      400,
      'organization_mismatch',
      'The organization_id is not the one that the subject token names. Leave it out, or send a token of that organization; the issuer’s organization_claim says which claim counts.',
    ),
  organization_not_in_token: () =>
    new ApiError(
      400,
      'organization_not_in_token',
      'A shared connection belongs to an organization, and the subject token names none. Set the issuer’s organization_claim, and send a token that has this claim.',
    ),
  not_installed: ({ slug }) =>
    new ApiError(
      400,
      'not_installed',
      `The user of this token has not connected ${quote(slug)}. Show them the widget, or begin with POST /data-integrations/${slug}/authorize.`,
    ),
  needs_reauthorization: ({ slug }) =>
    new ApiError(
      400,
      'needs_reauthorization',
      `The user’s connection to ${quote(slug)} is over at the provider. They have to connect again: the widget offers it.`,
    ),
  scope_not_granted: ({ missing }) =>
    new ApiError(
      400,
      'scope_not_granted',
      `The user did not grant ${missing.map(quote).join(', ')}. Ask for less, or have the user connect again with these scopes.`,
    ),
}

const REFUSED: Readonly<
  Record<Refused['reason'], { readonly code: string; readonly words: string }>
> = {
  malformed: {
    code: 'user_token_invalid',
    words: 'The subject token is not a signed JSON Web Token with iss and aud.',
  },
  algorithm: {
    code: 'user_token_invalid',
    words:
      'The subject token is not signed with an algorithm that is accepted: RS, PS or ES with 256, 384 or 512, or EdDSA.',
  },
  header: {
    code: 'user_token_invalid',
    words:
      'The header of the subject token has a typ that is no user’s token (JWT and at+jwt are), or asks for something critical (crit).',
  },
  issuer: {
    code: 'user_token_not_trusted',
    words:
      'The issuer of the subject token is none of this environment’s user_token_issuers. Its iss must be there to the letter.',
  },
  audience: {
    code: 'user_token_not_trusted',
    words:
      'The subject token is for somebody else: none of its aud is the audience that is registered with its issuer.',
  },
  times: {
    code: 'user_token_invalid',
    words: 'The subject token has no exp, or one of exp, nbf and iat is no number.',
  },
  expired: {
    code: 'user_token_expired',
    words: 'The subject token has expired. Send a fresh one.',
  },
  not_yet_valid: {
    code: 'user_token_not_yet_valid',
    words: 'The subject token is from the future (nbf or iat). Compare the issuer’s clock.',
  },
  key_unknown: {
    code: 'user_token_invalid',
    words:
      'No key of the subject token’s issuer fits it. Its kid must be in the issuer’s jwks_uri with a key for its algorithm, RSA keys with 2048 bits or more; keys are looked for again after 30 s.',
  },
  signature: {
    code: 'user_token_invalid',
    words: 'The signature of the subject token is not by the issuer’s key.',
  },
  user_claim: {
    code: 'user_token_claim_invalid',
    words:
      'The claim % of the subject token, which names the user, is missing or no text of 1 to 255 characters. The issuer’s user_claim says which claim counts.',
  },
  organization_claim: {
    code: 'user_token_claim_invalid',
    words:
      'The claim % of the subject token, which names the organization, is no text of 1 to 255 characters.',
  },
}
