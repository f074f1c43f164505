/** The built OpenAPI document as the fuzzer reads it: what it promises is what is held against the Worker. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { widgetDirectory } from '../../stack/build.ts'
import type { Schema } from './schema.ts'

export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly schema: Schema
}

export type Outcome = {
  /** None: the answer has no body. */
  readonly schema: Schema | undefined
  /** The codes that an error of this status may have. */
  readonly codes: readonly string[] | undefined
}

export type Operation = {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly access: 'apiKey' | 'operatorPass' | 'widgetSession' | undefined
  readonly parameters: readonly Parameter[]
  readonly body: Schema | undefined
  readonly takesForm: boolean
  /** A body that means well. */
  readonly example: unknown
  readonly outcomes: ReadonlyMap<number, Outcome>
}

export type ApiDocument = {
  readonly operations: readonly Operation[]
  readonly resolve: (schema: Schema) => Schema
}

type Json = { readonly [name: string]: unknown }

export async function readDocument(): Promise<ApiDocument> {
  const root = JSON.parse(await readFile(join(widgetDirectory, 'openapi.json'), 'utf8')) as Json
  const follow = (value: unknown): Json => {
    const { $ref } = value as { readonly $ref?: string }
    if ($ref === undefined) return value as Json
    let at: unknown = root
    for (const name of $ref.slice(2).split('/')) at = (at as Json)[name]
    return follow(at)
  }
  const contentOf = (content: unknown): Json | undefined =>
    (Object.values((content ?? {}) as Json)[0] ?? undefined) as Json | undefined
  const schemaOf = (content: unknown): Schema | undefined => {
    const schema = contentOf(content)?.['schema']
    return schema === undefined ? undefined : follow(schema)
  }
  const operations = Object.entries(root['paths'] as Json).flatMap(([path, methods]) =>
    Object.entries(methods as Json).map(([method, value]): Operation => {
      const item = value as Json
      const [security = {}] = item['security'] as readonly Json[]
      const responses = Object.entries(item['responses'] as Json)
      return {
        id: item['operationId'] as string,
        method: method.toUpperCase(),
        path,
        access: Object.keys(security)[0] as Operation['access'],
        parameters: (item['parameters'] ?? []) as readonly Parameter[],
        body: schemaOf((item['requestBody'] as Json | undefined)?.['content']),
        takesForm: Object.keys(
          (item['requestBody'] as Json | undefined)?.['content'] ?? {},
        ).includes('application/x-www-form-urlencoded'),
        example: contentOf((item['requestBody'] as Json | undefined)?.['content'])?.['example'],
        outcomes: new Map(
          responses.map(([status, response]) => {
            const whole = follow(response)
            const codes = whole['x-pipes-codes'] as readonly string[] | undefined
            return [Number(status), { schema: schemaOf(whole['content']), codes }]
          }),
        ),
      }
    }),
  )
  return { operations, resolve: follow }
}
