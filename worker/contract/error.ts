/** The one error shape, as the official SDK parses it. `code` is stable, `message` is for people. */
export type ErrorBody = {
  readonly code: string
  readonly message: string
  readonly request_id: string
  readonly errors?: readonly FieldError[]
}

export type FieldError = {
  readonly field: string
  readonly code: string
  readonly message: string
}
