/** The fields of a schema as a list: name, kind, whether it must be there, what it means. */
import { REFERENCE, type JsonSchema } from '../openapi/json-schema.ts'
import { html, inline, type Markup } from './text.ts'

export type Schemas = Readonly<Record<string, JsonSchema>>

/** @param of `isRequest`: says of each field whether it must be sent; an answer has all that it has */
export function fieldList(schema: JsonSchema, of: { readonly isRequest: boolean }): Markup {
  const { properties = {}, required = [] } = schema
  const names = Object.keys(properties)
  if (names.length === 0) return html``
  return html`<ul class="fields">
    ${names.map((name) => {
      const field = properties[name] ?? {}
      const isRequired = required.includes(name)
      return html`<li>
        <div class="field">
          <code class="name">${name}</code>
          <span class="kind">${kindOf(field)}</span>
          ${of.isRequest && isRequired ? html`<b class="must">required</b>` : ''}
          ${!of.isRequest && !isRequired ? html`<b class="may">may be absent</b>` : ''}
          ${field['x-pipes-addition'] === true ? ADDITION : ''}
        </div>
        ${field.description === undefined ? '' : html`<p>${inline(field.description)}</p>`}
        ${boundsOf(field)} ${partsOf(field, of)}
      </li>`
    })}
  </ul>`
}

export const ADDITION = html`<b class="addition" title="Not in the contract of WorkOS Pipes"
  >addition</b
>`

export const objectId = (name: string): string => `object-${name}`

/** What is inside of a field: fields, alternatives, or the items of a list. */
function partsOf(field: JsonSchema, of: { readonly isRequest: boolean }): Markup {
  const inner = [
    field,
    ...(field.items === undefined || field.items === false ? [] : [field.items]),
  ]
  const options = inner.flatMap((part) => part.oneOf ?? part.anyOf ?? [])
  const own = inner.filter(({ properties }) => properties !== undefined)
  return html`${[...own, ...options.filter(({ properties }) => properties !== undefined)].map(
    (part) => {
      const list = fieldList(part, of)
      return Object.keys(part.properties ?? {}).length === 0
        ? ''
        : html`<div class="inside">${alternativeOf(part)}${list}</div>`
    },
  )}`
}

/** What tells an alternative from the others. */
function alternativeOf({ properties = {} }: JsonSchema): Markup {
  const told = Object.entries(properties).find(
    ([name, { const: value, enum: values }]) =>
      (value !== undefined && name !== 'object') || (name === 'kind' && values !== undefined),
  )
  if (told === undefined) return html``
  const [name, { const: value, enum: values = [value] }] = told
  return html`<p class="when">
    when <code>${name}</code> is
    ${values.map((one, at) => html`${at > 0 ? ', ' : ''}<code>${String(one)}</code>`)}
  </p>`
}

function kindOf(schema: JsonSchema): Markup {
  if (schema.$ref !== undefined) return reference(schema.$ref)
  if (schema.const !== undefined) return html`<code>${String(schema.const)}</code>`
  if (schema.enum !== undefined) {
    return html`${schema.enum.map((one, at) => html`${at > 0 ? ' | ' : ''}<code>${String(one)}</code>`)}`
  }
  const options = schema.anyOf ?? schema.oneOf
  if (options !== undefined) {
    const kinds = options.filter(({ type }) => type !== 'null')
    const isNullable = kinds.length < options.length
    const words = kinds.every(({ properties }) => properties !== undefined)
      ? html`object`
      : html`${kinds.map((one, at) => html`${at > 0 ? ' or ' : ''}${kindOf(one)}`)}`
    return html`${words}${isNullable ? ' or null' : ''}`
  }
  const types = [schema.type ?? 'any value'].flat()
  const orNull = types.includes('null') ? ' or null' : ''
  const [type = ''] = types.filter((one) => one !== 'null')
  if (type === 'array') return html`${listKind(schema)}${orNull}`
  if (type === 'object' && typeof schema.additionalProperties === 'object') {
    return html`map of ${manyOf(schema.additionalProperties)}${orNull}`
  }
  return html`${schema.format === 'date-time' ? 'time' : type}${orNull}`
}

function listKind({ items, prefixItems }: JsonSchema): Markup {
  if (prefixItems !== undefined) return html`list of ${prefixItems.map(kindOf)}`
  if (items === undefined || items === false) return html`list`
  return html`list of ${manyOf(items)}`
}

/** The plural of a kind that has one. */
const manyOf = (schema: JsonSchema): Markup =>
  html`${kindOf(schema)}${typeof schema.type === 'string' && schema.enum === undefined && schema.const === undefined ? 's' : ''}`

function reference(ref: string): Markup {
  const name = ref.slice(REFERENCE.length)
  return html`<a href="#${objectId(name)}">${name}</a>`
}

/** The limits that a caller may meet. */
function boundsOf(field: JsonSchema): Markup {
  const { minLength, maxLength, minimum, maximum, maxItems, default: preset } = field
  const bounds = [
    maxLength === undefined
      ? undefined
      : `${minLength === undefined ? 'at most' : `${minLength} to`} ${maxLength} characters`,
    minimum !== undefined && maximum !== undefined ? `${minimum} to ${maximum}` : undefined,
    maxItems === undefined ? undefined : `at most ${maxItems} entries`,
    preset === undefined ? undefined : `${JSON.stringify(preset)} unless told`,
  ].filter((bound) => bound !== undefined)
  return bounds.length === 0 ? html`` : html`<p class="bounds">${bounds.join(' · ')}</p>`
}
