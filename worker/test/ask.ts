/** The one way in which tests speak to the Worker: every answer is held against the API's documentation. */
import { createExecutionContext } from 'cloudflare:test'
import { exports } from 'cloudflare:workers'
import * as v from 'valibot'
import { errorAnswer, oauthErrorAnswer } from '../contract/answers/error.ts'
import { ERRORS } from '../contract/errors/all.ts'
import { OPERATIONS } from '../contract/operations/all.ts'
import { errorsOf } from '../contract/operations/common-errors.ts'
import type { Operation } from '../contract/operations/operation.ts'
import { ANSWERS } from '../contract/operator/answers.ts'
import worker from '../index.ts'
import type { OperatorRoute } from './operator-route.ts'
import { DASHBOARD_ROUTES } from './operator-routes.ts'

/**
 * @param isolateEnv a new isolate with these bindings; else the one that the tests share
 * @throws when the answer is not one that the operation at this address documents
 */
export async function ask(request: Request, isolateEnv?: Env): Promise<Response> {
  const operation = operationOf(request)
  const response =
    isolateEnv === undefined
      ? await exports.default.fetch(request)
      : await worker.fetch(request, isolateEnv, createExecutionContext())
  const problem =
    operation === undefined
      ? await contradictionOfDashboard(request, response.clone())
      : await contradiction(operation, response.clone())
  if (problem !== undefined) {
    throw new Error(
      `${operation?.id ?? request.url} answers ${response.status}, which worker/contract does not say: ${problem}`,
    )
  }
  return response
}

const ROUTES_OF_DASHBOARD = DASHBOARD_ROUTES.map((route) => ({
  route,
  pattern: new RegExp(
    `^${route.path.replaceAll(/\b[a-z_]+_(?:1|0{12})\b|\b(?:strict|github|k1)\b/g, '[^/]+')}$`,
  ),
}))

/** The dashboard's answers have their schemas, too, and their refusals are among the documented ones. */
async function contradictionOfDashboard(
  { method, url }: Request,
  response: Response,
): Promise<string | undefined> {
  const { pathname } = new URL(url)
  const found = ROUTES_OF_DASHBOARD.find(
    ({ route, pattern }) => route.method === method && pattern.test(pathname),
  )
  return found === undefined ? undefined : contradictionOfRoute(found.route, response)
}

async function contradictionOfRoute(
  { answers, isFile }: OperatorRoute,
  response: Response,
): Promise<string | undefined> {
  const text = await response.text()
  if (response.ok && isFile === true) return undefined
  if (response.ok && answers === undefined) return text === '' ? undefined : 'a body where none is'
  if (response.ok && answers !== undefined) {
    return mismatch(ANSWERS[answers], parsed(text))
  }
  const body = parsed(text)
  const shape = mismatch(errorAnswer, body)
  if (shape !== undefined) return shape
  const { code } = body as { readonly code: keyof typeof ERRORS }
  return code in ERRORS ? undefined : `the code ${code}`
}

/** Those with more words of their own come first: `…/attempts/{id}` before `…/{slug}/authorize`. */
const BY_ADDRESS = OPERATIONS.toSorted((a, b) => placesOf(a) - placesOf(b)).map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}))

function placesOf({ path }: Operation): number {
  const first = path.split('/').findIndex((part) => part.startsWith('{'))
  return first < 0 ? -Infinity : -first
}

function operationOf({ method, url }: Request): Operation | undefined {
  const { pathname } = new URL(url)
  return BY_ADDRESS.find(
    ({ operation, pattern }) => operation.method === method && pattern.test(pathname),
  )?.operation
}

async function contradiction(
  operation: Operation,
  response: Response,
): Promise<string | undefined> {
  const { status } = response
  const text = await response.text()
  const answer = operation.answers.find((one) => one.status === status)
  if (answer !== undefined && answer.schema === undefined) {
    return text === '' ? undefined : 'a body where none is'
  }
  const body = parsed(text)
  if (answer?.schema !== undefined) return mismatch(answer.schema, body)
  const shape = mismatch(operation.isOAuth === true ? oauthErrorAnswer : errorAnswer, body)
  if (shape !== undefined) return shape
  const { code } = body as { readonly code: string }
  const known = errorsOf(operation).filter((error) => error.code === code)
  if (known.length === 0) return `the code ${code}`
  return known.some((error) => error.status === status) ? undefined : `the status of ${code}`
}

function mismatch(schema: v.GenericSchema, body: unknown): string | undefined {
  const { issues } = v.safeParse(schema, body)
  return issues?.map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`).join('; ')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
