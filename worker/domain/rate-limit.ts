/** How many requests an API key may send, and what a refusal knows. */
export type RateLimit = {
  /** In each window; 0: no limit. */
  readonly requests: number
  readonly windowSeconds: number
}

export type RateLimited = {
  readonly kind: 'rate_limited'
  readonly limit: RateLimit
  readonly retryAfterSeconds: number
}
