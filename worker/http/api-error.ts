/** What a request ends with when it does not succeed. Rendered in one place (`app.ts`). */
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ConnectedAccountLabel, ErrorBody, FieldError } from '../contract/error.ts'

export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly errors: readonly FieldError[] | undefined
  readonly connectedAccounts: readonly ConnectedAccountLabel[] | undefined
  readonly retryAfterSeconds: number | undefined
  readonly headers: Readonly<Record<string, string>>

  /**
   * @param message what happened, why, and what to do next; never a secret, never a provider's words
   */
  constructor(
    status: ContentfulStatusCode,
    code: string,
    message: string,
    more: {
      readonly errors?: readonly FieldError[]
      readonly connectedAccounts?: readonly ConnectedAccountLabel[]
      readonly retryAfterSeconds?: number
      readonly headers?: Readonly<Record<string, string>>
    } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.errors = more.errors
    this.connectedAccounts = more.connectedAccounts
    this.retryAfterSeconds = more.retryAfterSeconds
    this.headers = more.headers ?? {}
  }

  body(requestId: string): ErrorBody {
    return {
      code: this.code,
      message: this.message,
      request_id: requestId,
      ...(this.errors === undefined ? {} : { errors: this.errors }),
      ...(this.connectedAccounts === undefined
        ? {}
        : { connected_accounts: this.connectedAccounts }),
    }
  }
}
