/** The widget's sources: as syntax, and which of them an element is made of. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'vite'

export type Module = {
  readonly text: string
  readonly body: ReturnType<typeof parseSync>['program']['body']
  /** The comment that ends just before this position; '' where there is none. */
  readonly commentBefore: (position: number) => string
}

export function readModule(path: string): Module {
  const text = readFileSync(path, 'utf8')
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  return {
    text,
    body: program.body,
    commentBefore(position) {
      const comment = comments.findLast(
        ({ type, end }) =>
          type === 'Block' && end <= position && text.slice(end, position).trim() === '',
      )
      return comment === undefined ? '' : plain(comment.value)
    },
  }
}

/** Without the stars at the beginnings of its lines. */
const plain = (comment: string): string =>
  comment
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n')
    .trim()

const IMPORTS = /\bfrom '(\.[^']+\.ts)'|\bimport '(\.[^']+\.ts)'/g
/** Loaded when it is needed, by an address: no import says so. */
const ON_DEMAND = new Map([
  ['connect-form/contract.ts', 'connect-form/connect-form.module.ts'],
  ['more/contract.ts', 'more/more.module.ts'],
])

/**
 * @param root the folder `widget/`
 * @param entry a path below it
 * @returns the text of every file that the entry is made of, by its path below the root
 */
export function sourcesOf(root: string, entry: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const visit = (path: string): void => {
    if (found.has(path)) return
    const text = readFileSync(join(root, path), 'utf8')
    found.set(path, text)
    for (const [, from, plainly] of text.matchAll(IMPORTS)) {
      visit(join(dirname(path), from ?? plainly ?? ''))
    }
    const other = ON_DEMAND.get(path)
    if (other !== undefined) visit(other)
  }
  visit(entry)
  return found
}
