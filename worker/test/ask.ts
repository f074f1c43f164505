/** The one way in which tests speak to the Worker: every answer is held against the API's documentation. */
import { createExecutionContext } from 'cloudflare:test'
import { exports } from 'cloudflare:workers'
import * as v from 'valibot'
import { errorAnswer, oauthErrorAnswer } from '../contract/answers/error.ts'
import { OPERATIONS } from '../contract/operations/all.ts'
import { errorsOf } from '../contract/operations/common-errors.ts'
import type { Operation } from '../contract/operations/operation.ts'
import worker from '../index.ts'

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
    operation === undefined ? undefined : await contradiction(operation, response.clone())
  if (problem !== undefined) {
    throw new Error(
      `${operation?.id} answers ${response.status}, which worker/contract/operations does not say: ${problem}`,
    )
  }
  return response
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
