/** A source file as the laws read it: its text, and the same text with every comment blanked. */
import { readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'

export type Source = {
  /** From the repository's root, with `/`: `worker/kit/log.ts`. */
  readonly path: string
  readonly text: string
  /** Comments are spaces here, so that positions and line numbers stay. */
  readonly code: string
}

export type Import = {
  readonly specifier: string
  readonly typeOnly: boolean
  readonly index: number
}

const SOURCE = /\.(?:ts|mts|js|mjs)$/
const SKIPPED = new Set(['node_modules', 'dist', 'migrations', '.wrangler', 'worker-env.d.ts'])

export function readSources(root: string, folders: readonly string[]): Source[] {
  return folders
    .flatMap((folder) => filesBelow(root, folder))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return { path, text, code: withoutComments(text) }
    })
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name)
      if (entry.isDirectory()) return filesBelow(root, path)
      return SOURCE.test(entry.name) ? [path] : []
    })
}

export const lineAt = (text: string, index: number): number =>
  text.slice(0, index).split('\n').length

// One token each: comments, then everything in which `//` would not begin one.
const TOKENS =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|(?<=(?:[(,=:[!&|?{};\n]|=>|\breturn\b)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/|[`{}]/g

/** Blanks comments; strings, patterns and the text of templates stay. */
function withoutComments(text: string): string {
  let code = ''
  let position = 0
  // What each open brace belongs to: a block, or the `${` of a template that goes on after it.
  const braces: ('block' | 'template')[] = []
  TOKENS.lastIndex = 0
  for (let token = TOKENS.exec(text); token !== null; token = TOKENS.exec(text)) {
    const [found] = token
    code += text.slice(position, token.index)
    position = TOKENS.lastIndex
    if (found.startsWith('//') || found.startsWith('/*')) code += found.replace(/[^\n]/g, ' ')
    else code += found
    if (found === '{') braces.push('block')
    const ends = found === '}' && braces.pop() === 'template'
    if (found !== '`' && !ends) continue

    const end = templateEnd(text, position)
    code += text.slice(position, end)
    position = end
    TOKENS.lastIndex = end
    if (text[end - 1] === '{') braces.push('template')
  }
  return code + text.slice(position)
}

/** Where the text of a template stops: behind its closing backtick, or behind the next `${`. */
function templateEnd(text: string, from: number): number {
  const stop = /\\[\s\S]|`|\$\{/g
  stop.lastIndex = from
  for (let found = stop.exec(text); found !== null; found = stop.exec(text)) {
    if (!found[0].startsWith('\\')) return stop.lastIndex
  }
  return text.length
}

const IMPORTS =
  /\b(?:import|export)\s+(type\s+)?[^'"`;()]*?\bfrom\s*['"]([^'"\n]+)['"]|\bimport\s*\(?\s*['"]([^'"\n]+)['"]/g

/** What a file imports, re-exports or loads, whatever the form. */
export const importsOf = (source: Source): Import[] =>
  Array.from(source.code.matchAll(IMPORTS), (match) => ({
    specifier: match[2] ?? match[3] ?? '',
    typeOnly: match[1] !== undefined,
    index: match.index,
  }))

/** The repository path that a relative import names; undefined for a package. */
export const resolved = (source: Source, specifier: string): string | undefined =>
  specifier.startsWith('.') ? posix.join(posix.dirname(source.path), specifier) : undefined

export type Declaration = {
  /** Without its comments. */
  readonly code: string
  readonly name: string
  readonly index: number
  /** The comment that stands directly above it. */
  readonly above: string
}

/** The declarations at the first column, each up to the next one. */
export function declarations(source: Source): Declaration[] {
  const starts = Array.from(source.code.matchAll(/^[a-z@][\w@]*\b/gm), ({ index }) => index)
  return starts.map((index, position) => ({
    index,
    code: source.code.slice(index, starts[position + 1]),
    name: NAME.exec(source.code.slice(index))?.[1] ?? '',
    above: commentAbove(source.text, index),
  }))
}

const NAME = /^(?:export )?(?:async )?(?:const|let|var|function\*?|class|type) (\w+)/

function commentAbove(text: string, index: number): string {
  const before = text.slice(0, index).split('\n').slice(0, -1)
  const end = before.findLastIndex((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
  return before.slice(end + 1).join('\n')
}
