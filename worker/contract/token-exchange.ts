/** `POST /oauth/token`: token exchange as RFC 8693 §2.1 and §2.2 have it. */
import * as v from 'valibot'
import { optionalId } from './identifiers.ts'

export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
export const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token'
const SUBJECT_TOKEN_TYPES = [
  'urn:ietf:params:oauth:token-type:jwt',
  ACCESS_TOKEN,
  'urn:ietf:params:oauth:token-type:id_token',
] as const

const text = (maxLength: number) =>
  v.pipe(v.string(), v.maxLength(maxLength, `must have at most ${maxLength} characters`))

/** Space-separated, without repeats (RFC 6749 §3.3). */
const scopes = v.pipe(
  v.string(),
  v.regex(
    /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/,
    'must be scopes with one space between',
  ),
  v.transform((scope) => [...new Set(scope.split(' '))]),
  v.maxLength(100, 'must have at most 100 scopes'),
)

/** Parameters that nobody knows are ignored, as RFC 6749 §3.2 demands. */
export const tokenExchangeRequest = v.object({
  subject_token: text(16_384),
  subject_token_type: v.picklist(
    SUBJECT_TOKEN_TYPES,
    `must be one of ${SUBJECT_TOKEN_TYPES.join(', ')}`,
  ),
  requested_token_type: v.optional(v.literal(ACCESS_TOKEN, `must be ${ACCESS_TOKEN}`)),
  scope: v.optional(scopes),
  organization_id: optionalId,
  connected_account_id: v.optional(text(255)),
  connection_owner: v.optional(
    v.picklist(['user', 'organization'], 'must be user or organization'),
  ),
  // Nobody acts for anybody here, and to ignore that somebody wants to would be a lie.
  actor_token: v.optional(v.never('is not supported: leave it out')),
})

/** RFC 8693 §2.2.1. */
export type TokenExchangeAnswer = {
  readonly access_token: string
  readonly issued_token_type: typeof ACCESS_TOKEN
  readonly token_type: 'Bearer'
  /** Seconds; absent when the token does not expire or nobody knows when. */
  readonly expires_in?: number
  readonly scope?: string
}

/** RFC 6749 §5.2 and RFC 8693 §2.2.2, in the one shape of our errors. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'invalid_target'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'temporarily_unavailable'
  | 'server_error'
