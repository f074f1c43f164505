/** `POST /data-integrations/{slug}/token` and `/credentials` (contract 2.4). */
import * as v from 'valibot'
import { ownerEntries } from './owner.ts'

export const vendRequest = v.strictObject({
  ...ownerEntries,
  connected_account_id: v.nullish(v.string('must be a string')),
  supports_multiple_connections: v.nullish(v.boolean('must be true or false')),
})

/** `POST /data-integrations/{slug}/token/rejected`, beyond the contract. */
export const rejectedRequest = v.strictObject({
  ...vendRequest.entries,
  access_token_sha256: v.pipe(
    v.string('must be a string'),
    v.regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of the refused access token, in lower-case hex'),
  ),
})

export type AccessTokenAnswer =
  | {
      readonly active: true
      readonly access_token: {
        readonly object: 'access_token'
        readonly access_token: string
        readonly expires_at: string | null
        readonly scopes: readonly string[]
        readonly missing_scopes: readonly string[]
      }
    }
  | Inactive

type CredentialOf<Method extends string> = {
  readonly object: 'credential'
  readonly auth_method: Method
  readonly value: string
  readonly config: Readonly<Record<string, string>>
}

type Token = {
  readonly expires_at: string | null
  readonly scopes: readonly string[]
  readonly missing_scopes: readonly string[]
  readonly metadata: Readonly<Record<string, string>>
}

export type CredentialAnswer =
  | {
      readonly active: true
      readonly credential:
        | CredentialOf<'api_key'>
        | (CredentialOf<'oauth' | 'client_credentials'> & Token)
    }
  | Inactive

type Inactive = {
  readonly active: false
  readonly error: 'not_installed' | 'needs_reauthorization'
}
