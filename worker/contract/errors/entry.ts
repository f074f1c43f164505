/** A stable error code as the documentation explains it. `code` is written in CommonMark's backticks. */
export type ErrorEntry = {
  readonly status: number
  /** What happened, and why. */
  readonly cause: string
  /** What to do next. */
  readonly remedy: string
}
