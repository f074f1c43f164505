import { ACCESS_TOKEN, type TokenExchangeAnswer } from '../../contract/token-exchange.ts'
import type { AccessToken } from '../../use-cases/tokens/get-access-token.ts'

/** The answer to the caller: as in `access-token.ts`, a token is plaintext here. */
export const presentExchanged = (token: AccessToken, now: number): TokenExchangeAnswer => ({
  access_token: token.value.reveal(),
  issued_token_type: ACCESS_TOKEN,
  token_type: 'Bearer',
  ...(token.expiresAt === null
    ? {}
    : { expires_in: Math.max(0, Math.floor((token.expiresAt - now) / 1000)) }),
  ...(token.scopes.length === 0 ? {} : { scope: token.scopes.join(' ') }),
})
