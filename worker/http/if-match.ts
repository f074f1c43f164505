import type { AppContext } from './context.ts'

/**
 * The version that a change was made from (RFC 9110 §13.1.1), as the dashboard's answers give it.
 *
 * @returns undefined where the caller does not mind; a number that no version has for one that is none
 */
export function ifMatch(c: AppContext): number | undefined {
  const given = c.req.header('if-match')?.trim()
  if (given === undefined || given === '*') return undefined
  const [, version] = /^(?:W\/)?"?(\d{1,16})"?$/.exec(given) ?? []
  return version === undefined ? -1 : Number(version)
}
