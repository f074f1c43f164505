import type { ANSWERS } from '../contract/operator/answers.ts'
import type { Role } from '../domain/operator.ts'
import type { Route } from './routes.ts'

export type OperatorRoute = Route & {
  /** Null: before anybody has signed in. */
  readonly role: Role | null
  /** Only within five minutes of signing in. */
  readonly isFresh?: true
  /** What a good answer is, is a file. */
  readonly isFile?: true
  /** What a good answer is called in `contract/operator/answers.ts`; absent: it has no body. */
  readonly answers?: keyof typeof ANSWERS
}
