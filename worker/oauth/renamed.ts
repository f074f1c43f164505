/** Parameters under the names that a provider has for them. */
import type { StringRecord } from '../providers/definition.ts'

/** @returns the same parameters in the same order */
export const renamed = (
  params: URLSearchParams,
  names: StringRecord | undefined = {},
): URLSearchParams =>
  new URLSearchParams(
    [...params].map(([name, value]) => [
      Object.hasOwn(names, name) ? (names[name] ?? name) : name,
      value,
    ]),
  )
