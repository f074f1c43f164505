import type { Clock } from '../../kit/clock.ts'
import { fail, ok, type Result } from '../../kit/result.ts'

const FIRST_PAUSE_MS = 10

/**
 * Repeats work that may be repeated, with growing pauses, until it succeeds, the tries are used up
 * or the time is over. Work that hangs is left behind at the deadline.
 *
 * @param limits `deadlineMs`: milliseconds for all tries together
 */
export async function tryRepeatedly<T>(
  tries: number,
  limits: { readonly clock: Clock; readonly deadlineMs: number },
  work: () => Promise<T>,
): Promise<Result<T, unknown>> {
  const end = limits.clock() + limits.deadlineMs
  let failure: unknown
  for (let index = 0; index < tries; index += 1) {
    const leftMs = end - limits.clock()
    if (leftMs <= 0) break
    try {
      return ok(await within(leftMs, work()))
    } catch (error) {
      failure = error
    }
    if (index < tries - 1) await pause(Math.min(FIRST_PAUSE_MS * 4 ** index, leftMs))
  }
  return fail(failure)
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let stop = (): void => undefined
  const timeout = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error('sink_timeout')), ms)
    stop = () => clearTimeout(timer)
  })
  try {
    return await Promise.race([work, timeout])
  } finally {
    stop()
  }
}
