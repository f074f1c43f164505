import type { AccessTokenAnswer, CredentialAnswer } from '../../contract/vend.ts'
import type { AccessTokenOutcome } from '../../use-cases/tokens/get-access-token.ts'
import { isoTimeOrNull } from './times.ts'

/** The answer to the caller: one of the three places where a token is plaintext. */
export function presentAccessToken(outcome: AccessTokenOutcome): AccessTokenAnswer {
  if (outcome.kind === 'inactive') return { active: false, error: outcome.error }
  const { token } = outcome
  return {
    active: true,
    access_token: {
      object: 'access_token',
      access_token: token.value.reveal(),
      expires_at: isoTimeOrNull(token.expiresAt),
      scopes: token.scopes,
      missing_scopes: token.missingScopes,
    },
  }
}

/** What has replaced a refused token, as the call that vends it has it: keys and clients have `/credentials`. */
export const presentReplacement = (
  outcome: AccessTokenOutcome,
): AccessTokenAnswer | CredentialAnswer =>
  outcome.kind === 'active' && outcome.token.authMethod !== 'oauth'
    ? presentCredential(outcome)
    : presentAccessToken(outcome)

export function presentCredential(outcome: AccessTokenOutcome): CredentialAnswer {
  if (outcome.kind === 'inactive') return { active: false, error: outcome.error }
  const { token } = outcome
  const { authMethod, config } = token
  const value = token.value.reveal()
  if (authMethod === 'api_key') {
    const credential = { object: 'credential', auth_method: authMethod, value, config } as const
    return { active: true, credential }
  }
  return {
    active: true,
    credential: {
      object: 'credential',
      auth_method: authMethod,
      value,
      config,
      expires_at: isoTimeOrNull(token.expiresAt),
      scopes: token.scopes,
      missing_scopes: token.missingScopes,
      metadata: token.metadata,
    },
  }
}
