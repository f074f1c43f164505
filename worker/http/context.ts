/** What travels with a request through the middleware. */
import type { Context, Hono } from 'hono'
import type { StoredEnvironment } from '../storage/environments.ts'
import type { Backend, WidgetSession } from '../domain/principal.ts'
import type { LogFields } from '../kit/log.ts'
import type { Deps } from '../use-cases/deps.ts'
import type { Caller } from '../use-cases/operators/sign-in.ts'

export type AppEnv = {
  Bindings: Env
  Variables: {
    deps: Deps
    requestId: string
    /** Set where a person waits in a browser, who is shown a failure, too; or where OAuth has its own shape. */
    answersWith: 'page' | 'oauth' | undefined
    /** Fields of the one log line of this request. */
    logged: LogFields
    backend: Backend
    session: WidgetSession
    /** The organization that the session manages, where that is what it takes. */
    managed: string
    /** The operator whose session the dashboard's cookie is; null: of none. */
    caller: Caller | null
    /** The environment of a path under `/operator/environments`. */
    environment: StoredEnvironment
  }
}

export type AppContext = Context<AppEnv>
export type App = Hono<AppEnv>

/** Adds to the request's log line. */
export function note(c: AppContext, fields: LogFields): void {
  c.set('logged', { ...c.get('logged'), ...fields })
}

/** A HEAD, which Hono routes as GET, or a browser that looks ahead: neither may change anything. */
export const isOnlyALook = (c: AppContext): boolean =>
  c.req.method !== 'GET' || /prefetch|prerender/i.test(c.req.header('sec-purpose') ?? '')
