/** Long runs ask for one thing again and again: an answer that none of them reckons with ends the run. */

/** Says what was answered, so that a run need not be had again to learn it. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer'

  constructor(what: string, status: number, body: string) {
    super(`${what}: answered ${status} ${body.slice(0, 500)}`)
  }
}

/**
 * @param statuses what the run can go on with
 * @throws UnexpectedAnswer for any other
 */
export async function expectAnswer(
  what: string,
  answer: Response,
  statuses: readonly number[],
): Promise<Response> {
  if (statuses.includes(answer.status)) return answer
  throw new UnexpectedAnswer(what, answer.status, await answer.text())
}

/** For `catch`: a connection that broke is part of some runs, an unexpected answer of none. */
export function ignoreSilence(error: unknown): undefined {
  if (error instanceof UnexpectedAnswer) throw error
  return undefined
}
