/** Reads a provider's JSON, where nothing is known about any member. */
export type JsonObject = Readonly<Record<string, unknown>>

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text as a JSON object, or undefined: broken, followed by more data, a list, a bare value. */
export function parseJsonObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** @param path member names, of lists places, joined by dots; own members only, so `__proto__` is nothing special */
export function memberAt(body: JsonObject, path: string): unknown {
  let value: unknown = body
  for (const name of path.split('.')) {
    if (Array.isArray(value)) {
      value = /^\d$/.test(name) ? (value as readonly unknown[])[Number(name)] : undefined
      continue
    }
    if (!isJsonObject(value) || !Object.hasOwn(value, name)) return undefined
    value = value[name]
  }
  return value
}

/**
 * A text or whole number as text, or undefined. A number beyond 2^53 has lost digits in parsing: two
 * accounts could share what is left of it.
 */
export function textAt(body: JsonObject, path: string): string | undefined {
  const value = memberAt(body, path)
  if (typeof value === 'string') return value
  return Number.isSafeInteger(value) ? String(value) : undefined
}
