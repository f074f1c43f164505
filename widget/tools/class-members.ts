/** A class as its users see it: public fields, accessors and methods with what is said of them. */
import type { Field, Method } from './manifest-schema.ts'
import type { Module } from './source-tree.ts'

type Statement = Module['body'][number]
export type ClassNode = Extract<Statement, { superClass: unknown }>
type Member = ClassNode['body']['body'][number]

export type Found = { readonly node: ClassNode; readonly said: string }

/** The exported classes of a module, by name, with the comment above each. */
export function classesOf(module: Module): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>()
  for (const statement of module.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue
    const node = statement.declaration
    if (node?.type !== 'ClassDeclaration' || node.id === null) continue
    found.set(node.id.name, { node, said: module.commentBefore(statement.start) })
  }
  return found
}

export type Declared = { readonly attribute?: string; readonly reflects: boolean }

/** Lit's `static properties`: each property with its attribute, if it has one. */
export function litProperties({ node }: { node: ClassNode }): ReadonlyMap<string, Declared> {
  const found = new Map<string, Declared>()
  const table = node.body.body.find(
    (member) =>
      member.type === 'PropertyDefinition' && member.static && nameOf(member) === 'properties',
  )
  if (table?.type !== 'PropertyDefinition' || table.value?.type !== 'ObjectExpression') return found
  for (const entry of table.value.properties) {
    if (entry.type !== 'Property' || entry.key.type !== 'Identifier') continue
    const { name } = entry.key
    const options = new Map<string, unknown>()
    if (entry.value.type === 'ObjectExpression') {
      for (const option of entry.value.properties) {
        if (option.type === 'Property' && option.key.type === 'Identifier') {
          options.set(option.key.name, option.value.type === 'Literal' ? option.value.value : true)
        }
      }
    }
    const attribute = options.get('attribute') ?? name.toLowerCase()
    found.set(name, {
      ...(typeof attribute === 'string' && { attribute }),
      reflects: options.get('reflect') === true,
    })
  }
  return found
}

export function membersOf(
  module: Module,
  { node }: { node: ClassNode },
  properties: ReadonlyMap<string, Declared> = new Map(),
): readonly (Field | Method)[] {
  const members = new Map<string, Field | Method>()
  for (const member of node.body.body) {
    const name = nameOf(member)
    if (name === null || !isPublic(member)) continue
    const description = sentenceOf(module.commentBefore(member.start))
    if (member.type === 'MethodDefinition' && member.kind === 'method') {
      members.set(name, methodOf(module, member, name, description))
      continue
    }
    const before = members.get(name)
    const { attribute, reflects } = properties.get(name) ?? {}
    members.set(name, {
      kind: 'field',
      name,
      type: { text: typeOf(module, member) },
      description: description || (before?.description ?? ''),
      ...(attribute !== undefined && { attribute }),
      ...(reflects === true && { reflects }),
      ...(isReadonly(node, member) && { readonly: true }),
    })
  }
  return [...members.values()]
}

const nameOf = (member: Member): string | null =>
  'key' in member && member.key.type === 'Identifier' ? member.key.name : null

function isPublic(member: Member): boolean {
  if (member.type !== 'PropertyDefinition' && member.type !== 'MethodDefinition') return false
  const isOurs = !member.static && !member.override
  const isOpen = member.accessibility == null || member.accessibility === 'public'
  return isOurs && isOpen && !(member.type === 'MethodDefinition' && member.kind === 'constructor')
}

/** So said, or a getter without its setter. */
function isReadonly(node: ClassNode, member: Member): boolean {
  if (member.type === 'PropertyDefinition') return member.readonly === true
  const name = nameOf(member)
  return !node.body.body.some(
    (other) => other.type === 'MethodDefinition' && other.kind === 'set' && nameOf(other) === name,
  )
}

function methodOf(
  module: Module,
  member: Extract<Member, { kind: unknown }>,
  name: string,
  description: string,
): Method {
  const { params, returnType } = member.value
  return {
    kind: 'method',
    name,
    description,
    parameters: params.map((parameter) => {
      const text = module.text.slice(parameter.start, parameter.end)
      const [left = '', ...right] = text.split(':')
      return { name: left.split('=')[0]?.trim() ?? '', type: { text: right.join(':').trim() } }
    }),
    return: { type: { text: annotation(module, returnType) } },
  }
}

function typeOf(module: Module, member: Member): string {
  if (member.type === 'PropertyDefinition') return annotation(module, member.typeAnnotation)
  if (member.type !== 'MethodDefinition') return ''
  if (member.kind === 'get') return annotation(module, member.value.returnType)
  const [parameter] = member.value.params
  return annotation(
    module,
    parameter !== undefined && 'typeAnnotation' in parameter ? parameter.typeAnnotation : null,
  )
}

const annotation = (
  { text }: Module,
  node: { readonly start: number; readonly end: number } | null | undefined,
): string =>
  node ? text.slice(node.start, node.end).replace(/^:\s*/, '').replaceAll(/\s+/g, ' ') : 'void'

/** Without its tags. */
export const sentenceOf = (comment: string): string =>
  (comment.split(/^@/m)[0] ?? '').replaceAll(/\s+/g, ' ').trim()
