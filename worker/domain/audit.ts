/** What an operator did, from where. */
export type AuditEntry = {
  readonly id: string
  readonly at: number
  /** Null: nobody who is known, such as somebody who tried a set-up token. */
  readonly operator: { readonly id: string; readonly name: string } | null
  readonly action: AuditAction
  readonly environmentId: string | null
  /** An id or a slug. */
  readonly target: string | null
  /** Names of what was changed, counts, kinds. Never a value that could be a secret. */
  readonly details: Readonly<Record<string, unknown>>
} & CalledFrom

export type CalledFrom = {
  readonly ipAddress: string | null
  readonly country: string | null
  readonly userAgent: string | null
}

export type AuditAction =
  | `operator.${'set_up' | 'signed_in' | 'signed_out' | 'invited' | 'joined' | 'role_changed' | 'removed'}`
  | 'setup_token.missed'
  | 'invitation.withdrawn'
  | `passkey.${'added' | 'renamed' | 'removed'}`
  | `${'audit' | 'connections'}.exported`
  | 'session.ended'
  | 'sessions.ended'
  | `environment.${'created' | 'updated'}`
  | `integration.${'created' | 'updated' | 'checked' | 'deleted'}`
  | 'integrations.copied'
  | 'playground.opened'
  | `api_key.${'created' | 'revoked'}`
  | `account.${'refreshed' | 'marked' | 'disconnected'}`
  | `vault_key.${'rewrapped' | 'retired'}`
