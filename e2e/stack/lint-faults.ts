/** The fault table names tests: each is in the file that it is said to be in. */
import { posix } from 'node:path'
import type { Source } from './lint-source.ts'

type Finding = { readonly index: number; readonly message: string }

export const FAULTS = 'worker/FAULTS.md'

/** A link to a file, or a name in quotes that is in the file of the last link; `…` where it is cut short. */
const REFERENCE = /\]\((?<file>[^)]+\.ts)\)|"(?<name>[^"\n]+?)…?"/g

export function faultFindings(table: string, all: readonly Source[]): Finding[] {
  const texts = new Map(all.map(({ path, text }) => [path, text]))
  let path = ''
  return Array.from(table.matchAll(REFERENCE)).flatMap(({ index, groups }) => {
    const { file, name } = groups ?? {}
    if (file !== undefined) {
      path = posix.join(posix.dirname(FAULTS), file)
      return texts.has(path) ? [] : [{ index, message: `there is no ${path}` }]
    }
    const isThere = name === undefined || texts.get(path)?.includes(name) === true
    return isThere ? [] : [{ index, message: `${path} has no test "${name}"` }]
  })
}
