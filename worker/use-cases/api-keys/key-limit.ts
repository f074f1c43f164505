/** The rate limit of API keys, with what a refusal says. */
import type { RateLimit, RateLimited } from '../../domain/rate-limit.ts'
import { createRateLimiter } from '../../kit/rate-limiter.ts'
import { fail, ok, type Result } from '../../kit/result.ts'

export function createKeyLimit(
  limit: RateLimit,
): (keyId: string, now: number) => Result<null, RateLimited> {
  const take = createRateLimiter(limit.requests, limit.windowSeconds * 1000)
  return (keyId, now) => {
    const taken = take(keyId, now)
    return taken.ok
      ? ok(null)
      : fail({ kind: 'rate_limited', limit, retryAfterSeconds: taken.retryAfterSeconds })
  }
}
