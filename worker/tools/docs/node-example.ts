/** How an operation is called with `@workos-inc/node`; with `fetch` where a page calls. */
import type { Operation } from '../../contract/operations/operation.ts'
import { withExamples } from './example-address.ts'

/** The client that the examples speak with. */
export const CLIENT = `import { WorkOS } from '@workos-inc/node'

const workos = new WorkOS(process.env.PIPES_API_KEY, {
  apiHostname: 'pipes.example.com',
})`

export function nodeExample(operation: Operation): string {
  if (operation.access === 'widget_session') return fetchExample(operation)
  if (operation.isOAuth === true) return formExample(operation)
  const { sdk } = operation
  if (sdk === undefined) return rawCall(operation)
  return `${keeps(operation)}await workos.${sdk.method}(${write(argumentOf(operation))})`
}

/** The one argument of the SDK's method: the address and the body, in its spelling. */
export function argumentOf({ sdk, parameters = [], body }: Operation): unknown {
  const names = sdk?.names ?? {}
  const byPath = parameters.filter((parameter) => parameter.in === 'path')
  if (names[''] !== undefined) return byPath.find(({ name }) => name === names[''])?.example
  const given = [
    ...byPath.map(({ name, example }) => [names[name] ?? camel(name), example]),
    ...Object.entries(body?.example ?? {}).map(([name, value]) => [
      camel(name),
      toSdk(value, name),
    ]),
  ]
  return given.length === 0 ? undefined : Object.fromEntries(given)
}

/** A call that the SDK has no method for goes through the methods that its own methods use. */
function rawCall(operation: Operation): string {
  const { method, body } = operation
  const address = withExamples(operation)
  const verb = method.toLowerCase()
  if (method === 'DELETE') return `await workos.delete(${quoted(address)})`
  const sent = body?.example ?? (method === 'GET' ? undefined : {})
  const list = sent === undefined ? quoted(address) : `${quoted(address)}, ${write(sent)}`
  return `const { data } = await workos.${verb}(${list})`
}

function fetchExample(operation: Operation): string {
  const { method, body } = operation
  const init = [
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    ...(body === undefined
      ? ['  headers: { Authorization: `Bearer ${session}` },']
      : [
          '  headers: {',
          '    Authorization: `Bearer ${session}`,',
          "    'Content-Type': 'application/json',",
          '  },',
          `  body: JSON.stringify(${write(body.example, '  ')}),`,
        ]),
  ]
  return `const answer = await fetch(pipes + ${quoted(withExamples(operation))}, {\n${init.join('\n')}\n})`
}

const formExample = (operation: Operation): string =>
  `const answer = await fetch(pipes + ${quoted(withExamples(operation))}, {
  method: 'POST',
  headers: { Authorization: \`Bearer \${process.env.PIPES_API_KEY}\` },
  body: new URLSearchParams(${write(operation.body?.example, '  ')}),
})`

const keeps = ({ answers, method }: Operation): string =>
  answers.some(({ schema }) => schema !== undefined) && method !== 'DELETE' ? 'const answer = ' : ''

const camel = (name: string): string =>
  name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The SDK takes times as `Date`s, and members in its spelling. */
function toSdk(value: unknown, name: string): unknown {
  if (typeof value === 'string' && /_(?:at|from|until)$/.test(name)) return new Date(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [camel(key), toSdk(inner, key)]),
  )
}

const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`

/** A value as a person writes it in JavaScript. */
function write(value: unknown, indent = ''): string {
  if (value === undefined) return ''
  if (value instanceof Date) return `new Date(${quoted(value.toISOString())})`
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isList = Array.isArray(value)
  const parts = isList
    ? value.map((one) => write(one, `${indent}  `))
    : Object.entries(value).map(
        ([name, one]) =>
          `${/^\w+$/.test(name) ? name : quoted(name)}: ${write(one, `${indent}  `)}`,
      )
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  const short = isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`
  const fits = indent.length + short.length <= 62 && !short.includes('\n')
  if (parts.length === 0) return `${open}${close}`
  return fits
    ? short
    : `${open}\n${parts.map((part) => `${indent}  ${part},\n`).join('')}${indent}${close}`
}
