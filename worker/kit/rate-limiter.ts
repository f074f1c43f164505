/** Counts requests by name in windows of fixed length. Of this isolate only, and forgetful when there are many. */
import { createBoundedMap } from './bounded-map.ts'

export type RateLimiter = (
  name: string,
  now: number,
) => { readonly ok: true } | { readonly ok: false; readonly retryAfterSeconds: number }

const MAX_NAMES = 10_000

/**
 * @param limit requests in a window; 0: no limit
 * @param windowMs milliseconds
 */
export function createRateLimiter(limit: number, windowMs: number): RateLimiter {
  const windows = createBoundedMap<{ readonly startedAt: number; count: number }>(MAX_NAMES)
  return (name, now) => {
    if (limit === 0) return { ok: true }
    const known = windows.get(name)
    const isOver = known === undefined || now - known.startedAt >= windowMs || now < known.startedAt
    const window = isOver ? { startedAt: now, count: 0 } : known
    if (isOver) windows.set(name, window)
    window.count += 1
    if (window.count <= limit) return { ok: true }
    return {
      ok: false,
      retryAfterSeconds: Math.max(1, Math.ceil((window.startedAt + windowMs - now) / 1000)),
    }
  }
}
