/** How an operation is called from a shell. */
import { ORIGIN } from '../../contract/operations/examples.ts'
import type { Operation } from '../../contract/operations/operation.ts'
import { withExamples } from './example-address.ts'

export function curlExample(operation: Operation): string {
  const { method, body, access, isOAuth } = operation
  const isUsual = method === (body === undefined ? 'GET' : 'POST')
  const key = KEYS[access === 'operator' || access === 'widget_session' ? access : 'backend']
  return [
    `curl ${isUsual ? '' : `-X ${method} `}${ORIGIN}${withExamples(operation)}`,
    ...(access === 'anyone' ? [] : [`-H "Authorization: Bearer ${key}"`]),
    ...(access === 'widget_session' ? [`-H 'Origin: https://app.acme.com'`] : []),
    ...(body === undefined
      ? []
      : isOAuth === true
        ? Object.entries(body.example).map(([name, value]) => `-d '${name}=${String(value)}'`)
        : [`-H 'Content-Type: application/json'`, `-d '${asJson(body.example)}'`]),
  ].join(' \\\n  ')
}

const KEYS = {
  backend: '$PIPES_API_KEY',
  operator: '$PASS',
  widget_session: '$SESSION',
} as const

/** In one line where it fits. */
function asJson(value: unknown): string {
  const short = JSON.stringify(value)
  return (short.length <= 60 ? short : JSON.stringify(value, null, 2)).replaceAll(
    "'",
    String.raw`'\''`,
  )
}
