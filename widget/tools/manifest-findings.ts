/** Where the manifest and the sources disagree: what is there and not said, what is said and not there. */
import type { ElementDeclaration, Manifest } from './manifest-schema.ts'
import { definitions, root, type Definition } from './manifest.ts'
import { sourcesOf } from './source-tree.ts'

/** HTML gives these to every element. */
const GLOBAL_ATTRIBUTES = new Set(['lang', 'dir'])

type Names = ReadonlySet<string>

/** @returns one sentence each; none when everything is said and nothing else */
export function manifestFindings(manifest: Manifest): readonly string[] {
  const declarations = manifest.modules.flatMap((module) => module.declarations)
  return definitions().flatMap((definition) => {
    const said = declarations.find(
      (one): one is ElementDeclaration => 'tagName' in one && one.tagName === definition.tagName,
    )
    if (said === undefined) return [`<${definition.tagName}> is not in the manifest`]
    return [...differences(said, definition), ...silences(said), ...repetitions(said)]
  })
}

function differences(said: ElementDeclaration, definition: Definition): readonly string[] {
  const { tagName } = definition
  const code = [...sourcesOf(root, definition).values()].map(withoutComments).join('\n')
  const fields = said.members.filter((one) => one.kind === 'field')
  const pairs: readonly (readonly [string, Names, Names])[] = [
    ['part', namesOf(said.cssParts), partsIn(code)],
    ['CSS property', namesOf(said.cssProperties), all(code, /var\((--pipes-[\w-]+)/g)],
    ['event', namesOf(said.events), eventsIn(code)],
    ['slot', namesOf(said.slots), slotsIn(code)],
    [
      'attribute',
      new Set(
        said.attributes.map(({ name }) => name).filter((name) => !GLOBAL_ATTRIBUTES.has(name)),
      ),
      new Set([
        ...fields.flatMap(({ attribute }) => attribute ?? []),
        // For style sheets alone.
        ...all(code, /:host\(\[(?!hidden)([\w-]+)/g),
      ]),
    ],
  ]
  return pairs.flatMap(([what, inManifest, inSource]) => [
    ...missing(inSource, inManifest).map(
      (name) => `<${tagName}>: ${what} ${name} is not documented`,
    ),
    ...missing(inManifest, inSource).map((name) => `<${tagName}>: there is no ${what} ${name}`),
  ])
}

const silences = ({ tagName, members }: ElementDeclaration): readonly string[] =>
  members
    .filter(({ description }) => description === '')
    .map(({ name }) => `<${tagName}>: nothing is said of ${name}`)

/** Each has one place, and one address of it, in the documentation. */
const repetitions = ({ tagName, ...said }: ElementDeclaration): readonly string[] =>
  [said.attributes, said.events, said.slots, said.cssParts, said.cssProperties].flatMap((list) =>
    list
      .filter(({ name }, index) => list.findIndex((one) => one.name === name) !== index)
      .map(({ name }) => `<${tagName}>: ${name} is documented twice`),
  )

/** `part="a b"`, `part: 'a'` with whatever condition, the first word of a template, and whatever is called `…-button`. */
function partsIn(code: string): Names {
  const written = [
    ...all(code, /\bpart="([a-z- ]+)"/g),
    ...all(code, /\bpart=\$\{`([a-z-]+)/g),
    ...all(code, /'([a-z]+(?:-[a-z]+)*-button)'/g),
  ]
  const chosen = Array.from(code.matchAll(/\bpart: ([^\n]*)/g)).flatMap(([, expression = '']) => [
    ...all(expression, /'([a-z-]+)'/g),
  ])
  return new Set([...written, ...chosen].flatMap((names) => names.split(' ')))
}

/** Those that are made somewhere, by what their classes call them. */
function eventsIn(code: string): Names {
  const made = all(code, /\bnew (\w+Event)\(/g)
  const classes = Array.from(
    code.matchAll(/\bclass (\w+Event) extends Event[\s\S]*?\bsuper\(\s*'(pipes-[\w-]+)'/g),
  )
  return new Set(classes.flatMap(([, name = '', type = '']) => (made.has(name) ? [type] : [])))
}

const slotsIn = (code: string): Names =>
  new Set(
    Array.from(
      code.matchAll(/<slot\b([^>]*)>/g),
      ([, rest = '']) => /name="([^"]+)"/.exec(rest)?.[1]?.replace('$', '') ?? '',
    ),
  )

const all = (code: string, pattern: RegExp): Names =>
  new Set(Array.from(code.matchAll(pattern), ([, name = '']) => name))

const namesOf = (said: readonly { readonly name: string }[]): Names =>
  new Set(said.map(({ name }) => name))

const missing = (wanted: Names, there: Names): readonly string[] =>
  [...wanted].filter((name) => !there.has(name))

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, '')
