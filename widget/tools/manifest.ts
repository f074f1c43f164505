/**
 * The Custom Elements Manifest of our elements, read from their sources: JSDoc above the class says what cannot be seen in
 * code (attributes, events, slots, parts, CSS properties), the class itself says the rest. An element is whatever a
 * `*.define.ts` registers for others' pages.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { classesOf, litProperties, membersOf, sentenceOf, type Found } from './class-members.ts'
import type {
  Attribute,
  ClassDeclaration,
  CssProperty,
  Described,
  ElementDeclaration,
  Manifest,
  ManifestModule,
} from './manifest-schema.ts'
import { readModule, sourcesOf, type Module } from './source-tree.ts'

export const root = fileURLToPath(new URL('../', import.meta.url))

export type Definition = {
  readonly tagName: string
  readonly className: string
  /** Of the class, below `widget/`. */
  readonly path: string
}

/** The dashboard's elements are nobody else's. */
const PUBLISHED = /^pipes-(?:widget|admin)\/.*\.define\.ts$/

export function definitions(): readonly Definition[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => PUBLISHED.test(path))
    .toSorted()
    .toReversed()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      const [, tagName, className] = /customElements\.define\('([\w-]+)', (\w+)\)/.exec(text) ?? []
      if (tagName === undefined || className === undefined)
        throw new Error(`${path} defines nothing`)
      const from = new RegExp(`\\b${className}\\b[^}]*\\} from '(.+)'`).exec(text)?.[1] ?? ''
      return { tagName, className, path: join(dirname(path), from) }
    })
}

/** Of the npm package: where a class is had from, and which module registers it. */
const ENTRIES: Readonly<Record<string, { readonly path: string; readonly defines: string }>> = {
  'pipes-widget': { path: 'index.js', defines: 'define.js' },
  'pipes-admin': { path: 'admin.js', defines: 'admin/define.js' },
}

export function manifest(): Manifest {
  const elements = definitions()
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: elements.flatMap((one): readonly ManifestModule[] => {
      const { tagName, className } = one
      const entry = ENTRIES[tagName]
      if (entry === undefined) throw new Error(`<${tagName}> is in no module of the npm package`)
      const { path: module, defines } = entry
      const declarations = [elementOf(one), ...eventClasses(one)]
      const names = declarations.map(({ name }) => name)
      return [
        {
          kind: 'javascript-module',
          path: module,
          declarations,
          exports: names.map((name) => ({ kind: 'js', name, declaration: { name, module } })),
        },
        {
          kind: 'javascript-module',
          path: defines,
          declarations: [],
          exports: [
            {
              kind: 'custom-element-definition',
              name: tagName,
              declaration: { name: className, module },
            },
          ],
        },
      ]
    }),
  }
}

function elementOf(definition: Definition): ElementDeclaration {
  const { tagName, className, path } = definition
  const line = lineOf(path, className)
  const said = line.at(-1)?.found.said ?? ''
  const properties = new Map(line.flatMap(({ found }) => [...litProperties(found)]))
  const fields = new Map(
    Array.from(properties, ([name, { attribute }]) => [attribute ?? '', name] as const),
  )
  const defaults = defaultsOf([...sourcesOf(root, definition).values()].join('\n'))
  return {
    kind: 'class',
    name: className,
    description: sentenceOf(said),
    summary: tagsOf(said, 'summary')[0]?.trim() ?? '',
    customElement: true,
    tagName,
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: typed(said, 'attr').map((one): Attribute => {
      const fieldName = fields.get(one.name)
      return fieldName === undefined ? one : { ...one, fieldName }
    }),
    members: [
      ...new Map(
        line
          .flatMap(({ module, found }) => membersOf(module, found, properties))
          .map((one) => [one.name, one] as const),
      ).values(),
    ],
    events: typed(said, 'fires'),
    slots: described(said, 'slot'),
    cssParts: described(said, 'csspart'),
    cssProperties: described(said, 'cssproperty').map((one): CssProperty => {
      const value = defaults.get(one.name)
      return value === undefined ? one : { ...one, default: value }
    }),
  }
}

type Line = readonly { readonly module: Module; readonly found: Found }[]

/** The class, after those of ours that it extends. */
function lineOf(path: string, className: string): Line {
  const module = readModule(join(root, path))
  const found = classesOf(module).get(className)
  if (found === undefined) throw new Error(`${path} has no class ${className}`)
  const { superClass } = found.node
  const above = superClass?.type === 'Identifier' ? superClass.name : ''
  const from = new RegExp(`\\b${above}\\b[^}]*\\} from '(\\..+)'`).exec(module.text)?.[1]
  const before = from === undefined || above === '' ? [] : lineOf(join(dirname(path), from), above)
  return [...before, { module, found }]
}

/** The events that are the element's own, with what each carries: its module exports them. */
function eventClasses({ path }: Definition): readonly ClassDeclaration[] {
  const module = readModule(join(root, dirname(path), 'events.ts'))
  return Array.from(classesOf(module), ([name, found]) => ({
    kind: 'class' as const,
    name,
    description: sentenceOf(found.said),
    members: membersOf(module, found),
  }))
}

/** What stands after a tag, which may go on in further lines. */
const tagsOf = (said: string, tag: string): readonly string[] =>
  said
    .split(/^@/m)
    .filter((part) => part.startsWith(`${tag} `))
    .map((part) =>
      part
        .slice(tag.length + 1)
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )

/** `@csspart name - what it is`; the default slot has no name. */
const described = (said: string, tag: string): readonly Described[] =>
  tagsOf(said, tag).map((text) => {
    const [, name = '', description = ''] = /^(\S*?)\s*- (.+)$/.exec(text) ?? []
    if (description === '') throw new Error(`@${tag} ${text}: "name - description" is wanted`)
    return { name, description }
  })

/** `@attr {type} name - what it is` */
const typed = (
  said: string,
  tag: string,
): readonly (Described & { readonly type: { readonly text: string } })[] =>
  tagsOf(said, tag).map((text) => {
    const [, type = '', name = '', description = ''] = /^\{(.+?)\} (\S+) - (.+)$/.exec(text) ?? []
    if (description === '')
      throw new Error(`@${tag} ${text}: "{type} name - description" is wanted`)
    return { name, type: { text: type }, description }
  })

/** `--own: var(--pipes-accent, what holds otherwise);` in a style sheet. */
const defaultsOf = (styles: string): ReadonlyMap<string, string> =>
  new Map(
    Array.from(
      styles.matchAll(/var\((--pipes-[\w-]+), ([^;]+)\);/g),
      ([, name = '', value = '']) => [name, value],
    ),
  )
