/** The law of the examples: what they show of `@workos-inc/node` sends exactly the documented request. */
import { isDeepStrictEqual } from 'node:util'
import { WorkOS } from '@workos-inc/node'
import { OPERATIONS } from '../../contract/operations/all.ts'
import type { Operation } from '../../contract/operations/operation.ts'
import { withExamples } from './example-address.ts'
import { argumentOf } from './node-example.ts'

type Sent = { readonly method: string; readonly path: string; readonly body: unknown }
type Method = (this: unknown, argument: unknown) => Promise<unknown>

/** @returns a line for each example that does something else */
export async function sdkFindings(): Promise<readonly string[]> {
  const findings = await Promise.all(
    OPERATIONS.map(async (operation) => {
      if (operation.sdk === undefined) return []
      const sent = await sentBy(operation)
      const documented: Sent = {
        method: operation.method,
        path: withExamples(operation),
        body: operation.body?.example,
      }
      return isDeepStrictEqual(sent, documented)
        ? []
        : [
            `${operation.id}: the SDK sends ${JSON.stringify(sent)}, not ${JSON.stringify(documented)}`,
          ]
    }),
  )
  return findings.flat()
}

async function sentBy(operation: Operation): Promise<Sent | undefined> {
  let sent: Sent | undefined
  const workos = new WorkOS('sk_test_x', {
    fetchFn: async (input, init) => {
      const request = new Request(input, init)
      const text = await request.text()
      sent = {
        method: request.method,
        path: decodeURI(new URL(request.url).pathname),
        body: text === '' ? undefined : (JSON.parse(text) as unknown),
      }
      throw new Error('The request is all that is wanted.')
    },
  })
  const [resource = '', name = ''] = operation.sdk?.method.split('.') ?? []
  const owner = (workos as unknown as Readonly<Record<string, Readonly<Record<string, Method>>>>)[
    resource
  ]
  const method = owner?.[name]
  if (method === undefined) return undefined
  await method.call(owner, argumentOf(operation)).catch(() => undefined)
  return sent
}
