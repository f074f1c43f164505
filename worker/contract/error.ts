/** The one error shape, as the official SDK parses it. `code` is stable, `message` is for people. */
export type ErrorBody = {
  readonly code: string
  readonly message: string
  readonly request_id: string
  readonly errors?: readonly FieldError[]
  /** With `account_selection_required`: those of which one is to be chosen. */
  readonly connected_accounts?: readonly ConnectedAccountLabel[]
}

export type ConnectedAccountLabel = {
  readonly id: string
  readonly account_identifier: string | null
  readonly account_display_name: string | null
}

export type FieldError = {
  readonly field: string
  readonly code: string
  readonly message: string
}
