/**
 * One call of the API as data: what it takes, what it answers, how it can fail. OpenAPI, the reference
 * at `/docs`, the checks of every answer in tests and the fuzzer are made of these.
 */
import type * as v from 'valibot'
import type { KeyScope } from '../../domain/key-scope.ts'
import type { ErrorCode } from '../errors/all.ts'

export type Operation = {
  /** The name of the official SDK's method where it has one. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With its parameters as `{slug}`. */
  readonly path: `/${string}`
  readonly tag: TagName
  readonly summary: string
  /** CommonMark. */
  readonly description?: string
  /** The scope of an API key, or who else may call. */
  readonly access: KeyScope | 'operator' | 'widget_session' | 'anyone'
  readonly parameters?: readonly Parameter[]
  readonly body?: Body
  readonly answers: readonly Answer[]
  /** Beside those that each call with this access and body can end with (`common-errors.ts`). */
  readonly errors?: readonly (ErrorCode | Refusal)[]
  /** The method of `@workos-inc/node` from the client on, and how it names parameters otherwise. */
  readonly sdk?: { readonly method: string; readonly names?: Readonly<Record<string, string>> }
  /** Beyond the contract of WorkOS Pipes. */
  readonly isAddition?: true
  /** Speaks OAuth: takes a form, and refuses as RFC 6749 §5.2 has it. */
  readonly isOAuth?: true
}

/** A code with its status, where it is not the code's usual one. */
export type Refusal = { readonly code: ErrorCode; readonly status: number }

export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly schema: v.GenericSchema
  readonly says: string
  readonly example: string | number | boolean
  readonly isAddition?: true
}

/** The very schema that the route parses with; its words are here, as they would weigh in the Worker. */
export type Body = {
  /** Its name in the documentation. */
  readonly name: string
  readonly schema: v.GenericSchema
  readonly words: Words
  readonly example: Readonly<Record<string, unknown>>
}

/** What each field means, by its path with dots: items and alternatives of a field share its path. */
export type Words = Readonly<Record<string, string | Addition>>
type Addition = { readonly says: string; readonly isAddition: true }

/** Of a field that WorkOS Pipes does not have, in a call that it has. */
export const addition = (says: string): Addition => ({ says, isAddition: true })

export type Answer = {
  readonly status: 200 | 201 | 202 | 204
  readonly says: string
  /** None: the answer has no body. */
  readonly schema?: v.GenericSchema
  readonly example?: unknown
}

/** The chapters of the documentation, in their order. */
export const TAGS = {
  Tokens: 'A token that works, each time your backend needs one.',
  Connecting: 'How a user’s account becomes a connection.',
  'Connected accounts': 'What a user or an organization has connected, and ending it.',
  'Data integrations': 'Which providers your users can connect, and with which OAuth client.',
  Organizations:
    'What each organization sets over an integration: scopes, its own client, on or off.',
  'Ending connections': 'One call that ends many connections, with a result for each.',
  'API keys': 'One key for each service, with no more than it needs.',
  'Sandbox provider':
    'An OAuth provider for your tests, in sandbox environments: it expires, rotates and fails as it is told.',
  'Browser API':
    'What the widget calls, with the session of one user. Use it for a user interface of your own; it never yields a token.',
  Deployment: 'For whoever runs the deployment: environments, the key ring, monitoring.',
} as const

export type TagName = keyof typeof TAGS
