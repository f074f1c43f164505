/** Starting and finishing a connection from a backend (contract 2.3). */
import { Hono } from 'hono'
import { authorizeRequest, completeRequest } from '../../../contract/connect.ts'
import { completeConnect } from '../../../use-cases/connect/complete-connect.ts'
import { startConnect } from '../../../use-cases/connect/start-connect.ts'
import { aimOf } from '../../aim-of.ts'
import { note, type AppEnv } from '../../context.ts'
import { needs } from '../../middleware/needs.ts'
import { toApiError } from '../../failures.ts'
import { ownerOfBody } from '../../owner-of.ts'
import { parseBody } from '../../parse.ts'
import { slugOf } from '../../slug-of.ts'
import { presentAccount } from '../../present/connected-account.ts'
import { isoTime } from '../../present/times.ts'

export const authorize = new Hono<AppEnv>()

authorize.post('/:slug/authorize', needs('connections:write'), async (c) => {
  const { deps, backend } = c.var
  const body = await parseBody(c, authorizeRequest)
  const started = await startConnect(deps, {
    environment: backend.environment,
    slug: slugOf(c),
    owner: ownerOfBody(body),
    actingUserId: body.user_id,
    userLabel: body.user_label ?? null,
    origin: null,
    surface: 'api',
    requireHandoff: false,
    codeChallenge: body.code_challenge ?? null,
    returnTo: body.return_to ?? null,
    ...aimOf(body),
    config: body.config ?? undefined,
  })
  if (!started.ok) throw toApiError(started.failure)
  const { attemptId, expiresAt, url } = started.value
  note(c, { attempt_id: attemptId, slug: slugOf(c) })
  return c.json({ url, attempt: { id: attemptId, expires_at: isoTime(expiresAt) } })
})

authorize.post('/:slug/authorize/complete', needs('connections:write'), async (c) => {
  const { deps, backend } = c.var
  const body = await parseBody(c, completeRequest)
  const completed = await completeConnect(deps, {
    environment: backend.environment,
    owner: ownerOfBody(body),
    actingUserId: body.user_id,
    slug: slugOf(c),
    attemptId: body.attempt_id,
    codeVerifier: body.code_verifier,
    completionCode: body.completion_code,
  })
  if (!completed.ok) throw toApiError(completed.failure)
  return c.json(presentAccount(completed.value.account))
})
