/** The OpenAPI document: every operation with its schemas, examples and errors. */
import { errorAnswer, oauthErrorAnswer } from '../../contract/answers/error.ts'
import { ERRORS, type ErrorCode } from '../../contract/errors/all.ts'
import { OPERATIONS } from '../../contract/operations/all.ts'
import { errorsOf } from '../../contract/operations/common-errors.ts'
import { ORIGIN } from '../../contract/operations/examples.ts'
import { TAGS, type Operation, type Parameter } from '../../contract/operations/operation.ts'
import { codesByStatus, errorExample, HEADERS, oauthErrorExample, sharedName } from './errors.ts'
import {
  convert,
  described,
  namedWithin,
  opened,
  REFERENCE,
  type JsonSchema,
} from './json-schema.ts'
import { INTRODUCTION } from './introduction.ts'

type Schemas = Record<string, JsonSchema>
type Responses = Record<string, unknown>

export type OpenApi = Readonly<{
  openapi: string
  info: Readonly<Record<string, unknown>>
  paths: Readonly<Record<string, Readonly<Record<string, PathItem>>>>
  components: { readonly schemas: Readonly<Schemas>; readonly [name: string]: unknown }
}>

export type PathItem = {
  readonly operationId: string
  readonly [name: string]: unknown
}

/** @param version of this deployment's code */
export function openApi(version: string): OpenApi {
  const schemas: Schemas = {}
  const responses: Responses = {}
  const paths: Record<string, Record<string, PathItem>> = {}
  namedSchema(errorAnswer, schemas)
  namedSchema(oauthErrorAnswer, schemas)
  for (const operation of OPERATIONS) {
    const path = (paths[operation.path] ??= {})
    const method = operation.method.toLowerCase()
    if (path[method] !== undefined) throw new Error(`${operation.id} is not the only one there.`)
    path[method] = pathItem(operation, schemas, responses)
  }
  // An example that nothing refers to is a finding of the linter.
  const ours = OPERATIONS.filter(({ isOAuth }) => isOAuth !== true)
  const codes = [...new Set(ours.flatMap(errorsOf).map(({ code }) => code))].toSorted()
  return {
    openapi: '3.1.1',
    info: {
      title: 'Pipes',
      version,
      summary: 'Let your users connect their accounts, and always have a fresh token.',
      description: INTRODUCTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: ORIGIN, description: 'This deployment.' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: SECURITY_SCHEMES,
      headers: HEADERS,
      schemas: sorted(schemas),
      responses: sorted(responses),
      examples: Object.fromEntries(codes.map((code) => [code, { value: errorExample(code) }])),
    },
  } as OpenApi
}

const SECURITY_SCHEMES = {
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key, `sk_live_…` or `sk_test_…`. For backends; never in a page.',
  },
  widgetSession: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The session of one user, from `POST /widgets/token`. For pages.',
  },
  operatorPass: {
    type: 'http',
    scheme: 'bearer',
    description: 'A pass of whoever runs the deployment, from `npm run keys -- pass`.',
  },
}

const securityOf = ({
  access,
}: Operation): readonly Readonly<Record<string, readonly string[]>>[] => {
  if (access === 'anyone') return []
  if (access === 'operator') return [{ operatorPass: [] }]
  if (access === 'widget_session') return [{ widgetSession: [] }]
  return [{ apiKey: [access] }]
}

function pathItem(operation: Operation, schemas: Schemas, responses: Responses): PathItem {
  const { id, tag, summary, description, parameters = [], body } = operation
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(operation.isAddition === true ? { 'x-pipes-addition': true } : {}),
    security: securityOf(operation),
    ...(parameters.length === 0 ? {} : { parameters: parameters.map(parameterOf) }),
    ...(body === undefined ? {} : { requestBody: requestBodyOf(operation, body, schemas) }),
    responses: responsesOf(operation, schemas, responses),
  }
}

function parameterOf(parameter: Parameter): unknown {
  const { schema } = convert(parameter.schema)
  return {
    name: parameter.name,
    in: parameter.in,
    required: parameter.in === 'path',
    description: parameter.says,
    ...(parameter.isAddition === true ? { 'x-pipes-addition': true } : {}),
    schema,
    example: parameter.example,
  }
}

function requestBodyOf(
  { isOAuth }: Operation,
  body: NonNullable<Operation['body']>,
  schemas: Schemas,
): unknown {
  const type = isOAuth === true ? 'application/x-www-form-urlencoded' : 'application/json'
  const schema = described(convert(body.schema).schema, body.words, body.name)
  add(schemas, body.name, { title: body.name, ...schema })
  return {
    required: true,
    content: {
      [type]: { schema: { $ref: `${REFERENCE}${body.name}` }, example: body.example },
    },
  }
}

function responsesOf(operation: Operation, schemas: Schemas, responses: Responses): unknown {
  const answers = operation.answers.map(({ status, says, schema, example }) => [
    status,
    {
      description: says,
      headers: { 'X-Request-ID': { $ref: '#/components/headers/X-Request-ID' } },
      ...(schema === undefined
        ? {}
        : { content: { 'application/json': { schema: namedSchema(schema, schemas), example } } }),
    },
  ])
  const refusals = [...codesByStatus(errorsOf(operation))].map(([status, codes]) => {
    const name = sharedName(status, codes) + (operation.isOAuth === true ? '.oauth' : '')
    responses[name] ??= refusal(status, codes, operation.isOAuth === true)
    return [status, { $ref: `#/components/responses/${name}` }]
  })
  return Object.fromEntries([...answers, ...refusals])
}

function refusal(status: number, codes: readonly ErrorCode[], isOAuth: boolean): unknown {
  const waits = status === 429 || status === 503
  const names = ['X-Request-ID', 'Link', ...(waits ? ['Retry-After'] : [])]
  if (codes.includes('rate_limited')) names.push('RateLimit-Policy')
  return {
    description: codes.map((code) => `- \`${code}\`: ${ERRORS[code].cause}`).join('\n'),
    'x-pipes-codes': codes,
    headers: Object.fromEntries(
      names.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
    ),
    content: {
      'application/json': {
        schema: { $ref: `${REFERENCE}${isOAuth ? 'OAuthError' : 'Error'}` },
        examples: Object.fromEntries(
          codes.map((code) => [
            code,
            isOAuth
              ? { value: oauthErrorExample(code) }
              : { $ref: `#/components/examples/${code}` },
          ]),
        ),
      },
    },
  }
}

/** An answer's schema; what has a title goes to the components. */
function namedSchema(schema: Parameters<typeof convert>[0], schemas: Schemas): JsonSchema {
  const { schema: whole, definitions } = convert(schema, namedWithin(schema))
  for (const [name, definition] of Object.entries(definitions)) {
    add(schemas, name, opened(definition))
  }
  return opened(whole)
}

function add(schemas: Schemas, name: string, schema: JsonSchema): void {
  const known = schemas[name]
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
    throw new Error(`Two different schemas are called ${name}.`)
  }
  schemas[name] = schema
}

const sorted = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))
