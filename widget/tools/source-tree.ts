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

/** Of values: a type is no part of what runs. */
const IMPORTS =
  /^(?:import|export)(?! type\b)[^'"`;]*? from '(\.[^']+\.ts)'|^import '(\.[^']+\.ts)'/gm

/** Loaded when they are needed, by their addresses: no import says so. */
const ON_DEMAND: Readonly<Record<string, readonly string[]>> = {
  'pipes-widget': ['connect-form/connect-form.module.ts', 'more/more.module.ts'],
  'pipes-admin': ['connect-form/connect-form.module.ts', 'pipes-admin/dialogs/dialogs.module.ts'],
}

/**
 * @param root the folder `widget/`
 * @param element its name, and the path of its class below the root
 * @returns the text of every file that it is made of, by its path below the root
 */
export function sourcesOf(
  root: string,
  { tagName, path: entry }: { readonly tagName: string; readonly path: string },
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const visit = (path: string): void => {
    if (found.has(path)) return
    const text = readFileSync(join(root, path), 'utf8')
    found.set(path, text)
    for (const [, from, plainly] of text.matchAll(IMPORTS)) {
      visit(join(dirname(path), from ?? plainly ?? ''))
    }
  }
  for (const path of [entry, ...(ON_DEMAND[tagName] ?? [])]) visit(path)
  return found
}
