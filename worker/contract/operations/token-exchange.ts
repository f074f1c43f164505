/** The standard door to vending (RFC 8693). */
import * as v from 'valibot'
import { exchangedToken } from '../answers/token-exchange.ts'
import { TOKEN_EXCHANGE, tokenExchangeRequest } from '../token-exchange.ts'
import type { Operation } from './operation.ts'
import { VEND_ERRORS } from './tokens.ts'

/** What the route reads by itself, and the rest as it parses it; a list of scopes is text in a form. */
const form = v.object({
  grant_type: v.literal(TOKEN_EXCHANGE),
  audience: v.optional(v.string()),
  resource: v.optional(v.string()),
  ...v.omit(tokenExchangeRequest, ['scope', 'actor_token']).entries,
  scope: v.optional(v.string()),
  client_secret: v.optional(v.string()),
})

export const exchangeOperations: readonly Operation[] = [
  {
    id: 'exchangeToken',
    method: 'POST',
    path: '/oauth/token',
    tag: 'Tokens',
    summary: 'Exchange your user’s token for one of a provider',
    description:
      'OAuth 2.0 Token Exchange (RFC 8693), for clients that speak OAuth and not our API. The subject token is a JSON Web Token that your own sign-in has issued; it says who the user is. A key with the scope `tokens:exchange` alone yields tokens of those users only whose token it is given; `tokens:read` opens this, too. The API key is a Bearer token, the password of Basic with any client id, or `client_secret` of the form.',
    access: 'tokens:exchange',
    body: {
      name: 'TokenExchange',
      schema: form,
      words: {
        grant_type: 'Token exchange.',
        audience: 'The slug of the provider whose token is wanted.',
        resource: 'The same as an address: `{origin}/data-integrations/{slug}`.',
        subject_token: 'The user’s token, a signed JWT.',
        subject_token_type: 'What kind it is; all are read as JWTs.',
        requested_token_type: 'There is one kind.',
        scope: 'Scopes that the token must have, with blanks between.',
        organization_id: 'Must be the organization that the subject token names, if any.',
        connected_account_id: 'Exactly this connection of the user.',
        connection_owner: '`organization` for the connection that an organization shares.',
        client_secret: 'The API key, where it is not in the Authorization header.',
      },
      example: {
        grant_type: TOKEN_EXCHANGE,
        audience: 'github',
        subject_token: 'eyJhbGciOiJFUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiJ1c2VyXzEyMyJ9.c2lnbmF0dXJl',
        subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      },
    },
    answers: [
      {
        status: 200,
        says: 'A token that works now.',
        schema: exchangedToken,
        example: {
          access_token: 'gho_16C7e42F292c6912E7710c838347Ae178B4a',
          issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
          token_type: 'Bearer',
          expires_in: 3540,
          scope: 'repo read:user',
        },
      },
    ],
    errors: [
      ...VEND_ERRORS,
      'unsupported_grant_type',
      'target_ambiguous',
      'user_tokens_not_accepted',
      'user_token_invalid',
      'user_token_not_trusted',
      'user_token_expired',
      'user_token_not_yet_valid',
      'user_token_claim_invalid',
      'user_token_keys_unavailable',
      'organization_mismatch',
      'organization_not_in_token',
      'not_installed',
      'needs_reauthorization',
      'scope_not_granted',
    ],
    isAddition: true,
    isOAuth: true,
  },
]
