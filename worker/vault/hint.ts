import type { Secret } from '../kit/secret.ts'

/** What may be shown of a secret, to tell it from another: its end, and never more than a third of it. */
export function hintOf(secret: Secret): string {
  const text = secret.reveal()
  return text.slice(text.length - Math.min(4, Math.floor(text.length / 3)))
}
