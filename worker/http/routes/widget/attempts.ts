/** Connecting from the widget: authorize, watch, complete (contract/widget.md 3 and 5, decision 14). */
import { Hono } from 'hono'
import { widgetAuthorizeRequest, widgetCompleteRequest } from '../../../contract/connect.ts'
import { accountById } from '../../../storage/connected-accounts.ts'
import { attemptByRedirectToken } from '../../../storage/connect-attempts.ts'
import {
  completeConnect,
  isAttemptOf,
  ownAttempt,
} from '../../../use-cases/connect/complete-connect.ts'
import { startConnect, type StartConnect } from '../../../use-cases/connect/start-connect.ts'
import { sha256Hex } from '../../../kit/digest.ts'
import { ApiError } from '../../api-error.ts'
import { isOnlyALook, note, type AppContext, type AppEnv } from '../../context.ts'
import { toPersonalError } from '../../failures.ts'
import { parseBody } from '../../parse.ts'
import { presentAttempt } from '../../present/connect-attempt.ts'
import { isoTime } from '../../present/times.ts'
import { sessionOwner } from './connections.ts'

export const attempts = new Hono<AppEnv>()

attempts.post('/:slug/authorize', async (c) => {
  const body = await parseBody(c, widgetAuthorizeRequest)
  return begin(c, {
    requireHandoff: body.requireHandoff ?? body.code_challenge == null,
    codeChallenge: body.code_challenge ?? null,
    returnTo: body.return_to ?? null,
    config: body.config ?? {},
  })
})

// The older form of the same (contract/widget.md 3).
attempts.get('/:slug/authorize', async (c) =>
  isOnlyALook(c)
    ? c.body(null, 204)
    : begin(c, { requireHandoff: true, codeChallenge: null, returnTo: null, config: {} }),
)

async function begin(
  c: AppContext,
  binding: Pick<StartConnect, 'requireHandoff' | 'codeChallenge' | 'returnTo' | 'config'>,
): Promise<Response> {
  const { deps, session } = c.var
  const origin = c.req.header('origin')
  if (origin === undefined) {
    throw new ApiError(
      403,
      'origin_required',
      'A connection is started by a page: this request must carry its Origin header.',
    )
  }
  const slug = c.req.param('slug') ?? ''
  const started = await startConnect(deps, {
    ...binding,
    environment: session.environment,
    slug,
    owner: sessionOwner(session),
    userLabel: session.userLabel,
    origin,
    surface: 'widget',
  })
  if (!started.ok) throw toPersonalError(started.failure)
  const { attemptId, expiresAt, url, redirectToken, handoffToken } = started.value
  note(c, { attempt_id: attemptId, slug })
  return c.json({
    url,
    redirectToken,
    ...(handoffToken === null ? {} : { handoffToken }),
    attempt: { id: attemptId, expires_at: isoTime(expiresAt) },
  })
}

attempts.get('/attempts/:id', async (c) => {
  const { deps, session } = c.var
  const attempt = await ownAttempt(deps, {
    environment: session.environment,
    owner: sessionOwner(session),
    attemptId: c.req.param('id'),
  })
  if (attempt === undefined) throw toPersonalError({ kind: 'attempt_not_found' })
  const account =
    attempt.status === 'completed'
      ? await accountById(deps.db, attempt.environmentId, attempt.accountId ?? '')
      : undefined
  // Disconnected meanwhile: what was made is no more.
  const isLive = account !== undefined && account.state !== 'disconnected'
  return c.json(presentAttempt(attempt, isLive ? account : null, deps.clock()))
})

attempts.post('/attempts/:id/complete', async (c) => {
  const { deps, session } = c.var
  const body = await parseBody(c, widgetCompleteRequest)
  note(c, { attempt_id: c.req.param('id') })
  const completed = await completeConnect(deps, {
    environment: session.environment,
    owner: sessionOwner(session),
    attemptId: c.req.param('id'),
    codeVerifier: body.code_verifier,
    completionCode: body.completion_code ?? null,
  })
  if (!completed.ok) throw toPersonalError(completed.failure)
  const { attempt, account } = completed.value
  return c.json(presentAttempt(attempt, account, deps.clock()))
})

attempts.get('/:id/authorization-status/:token', async (c) => {
  const { deps, session } = c.var
  const attempt = await attemptByRedirectToken(
    deps.db,
    session.environment.id,
    await sha256Hex(c.req.param('token')),
  )
  const owner = sessionOwner(session)
  const isOwn = attempt !== undefined && isAttemptOf(attempt, owner)
  if (!isOwn || attempt.dataIntegrationId !== c.req.param('id')) {
    throw toPersonalError({ kind: 'attempt_not_found' })
  }
  const { status } = presentAttempt(attempt, null, deps.clock())
  return c.json({ isConnecting: ['created', 'opened', 'exchanging', 'pending'].includes(status) })
})
