import type { Timings } from '../domain/timings.ts'

/**
 * Waits for a refresh, but no longer than a caller should have to: what it waits for goes on, and is
 * found by the next call.
 */
export function orTooLong<T>(
  refresh: Promise<T>,
  { callerWaitMs }: Timings,
): Promise<T | 'too_long'> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('too_long'), callerWaitMs)
    refresh.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
