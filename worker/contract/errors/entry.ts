/** A stable error code as the documentation explains it. `code` is written in CommonMark's backticks. */
export type ErrorEntry = {
  readonly status: number
  /** A status that some calls answer with instead, as the contract has it. */
  readonly otherStatus?: number
  /** What happened, and why. */
  readonly cause: string
  /** What to do next. */
  readonly remedy: string
}
