/** Before a route: the API key must have this scope. */
import { createMiddleware } from 'hono/factory'
import { isGranted, type KeyScope } from '../../domain/key-scope.ts'
import type { AppEnv } from '../context.ts'
import { toApiError } from '../failures.ts'

/** @throws ApiError 403 `key_scope_missing`, naming the scope */
export const needs = (scope: KeyScope) =>
  createMiddleware<AppEnv>(async function needsScope(c, next) {
    if (!isGranted(c.var.backend.scopes, scope)) {
      throw toApiError({ kind: 'key_scope_missing', scope })
    }
    await next()
  })
