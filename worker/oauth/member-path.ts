/** Reads a provider's JSON, where nothing is known about any member. */
import { displayText } from './display-text.ts'

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

const MAX_METADATA_LENGTH = 512

/** What of an answer is kept beside the tokens, under each path with `_` for `.`. */
export function metadataIn(body: JsonObject, keep: readonly string[]): Record<string, string> {
  const metadata: Record<string, string> = {}
  for (const path of keep) {
    const text = displayText(textAt(body, path), MAX_METADATA_LENGTH)
    if (text !== undefined) metadata[path.replaceAll('.', '_')] = text
  }
  return metadata
}
