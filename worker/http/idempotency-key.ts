/** The `Idempotency-Key` of a request that its sender may send again. */
import { ApiError } from './api-error.ts'
import type { AppContext } from './context.ts'

const MAX_LENGTH = 255

/**
 * @returns null without the header
 * @throws ApiError 400 `idempotency_key_invalid`, never repeating it
 */
export function idempotencyKeyOf(c: AppContext): string | null {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return null
  if (key !== '' && key.length <= MAX_LENGTH && !/[\u0000-\u001f\u007f]/.test(key)) return key
  throw new ApiError(
    400,
    'idempotency_key_invalid',
    `The Idempotency-Key must have 1 to ${MAX_LENGTH} characters, and no control characters. A random UUID is a good one.`,
  )
}
