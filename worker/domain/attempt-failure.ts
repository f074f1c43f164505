/** How an attempt to connect may end without a connection: `pipes_error`, and the code that the widget hears. */
export type AttemptFailureCode =
  | 'access_denied'
  /** The provider's administrator has to allow the app before its users can. */
  | 'admin_consent_required'
  | 'attempt_expired'
  | 'provider_error'
  | 'exchange_failed'
  | 'exchange_unknown'
  | 'configuration_changed'
  | 'integration_disabled'
  | 'issuer_mismatch'
  | 'completion_refused'
  | 'storage_failed'
  /** The attempt was for one connection, and another account at the provider came back. */
  | 'account_mismatch'
  /** That connection was disconnected meanwhile. */
  | 'account_not_found'
  | 'too_many_connections'
