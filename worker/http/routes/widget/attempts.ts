/** Connecting from the widget: authorize, watch, complete (contract/widget.md 3 and 5, decision 14). */
import { Hono } from 'hono'
import type * as v from 'valibot'
import { widgetAuthorizeRequest, widgetCompleteRequest } from '../../../contract/connect.ts'
import { organizationOwner } from '../../../domain/owner.ts'
import { managedOrganization, type WidgetSession } from '../../../domain/principal.ts'
import { accountById } from '../../../storage/connected-accounts.ts'
import { attemptByRedirectToken } from '../../../storage/find-attempt.ts'
import {
  completeConnect,
  isAttemptOf,
  ownAttempt,
  type CompleteConnect,
} from '../../../use-cases/connect/complete-connect.ts'
import { startConnect, type StartConnect } from '../../../use-cases/connect/start-connect.ts'
import { sha256Hex } from '../../../kit/digest.ts'
import { ApiError } from '../../api-error.ts'
import { aimOf } from '../../aim-of.ts'
import { isOnlyALook, note, type AppContext, type AppEnv } from '../../context.ts'
import { toPersonalError } from '../../failures.ts'
import { needsManager } from '../../middleware/needs-manager.ts'
import { parseBody } from '../../parse.ts'
import { slugOf } from '../../slug-of.ts'
import { presentAttempt } from '../../present/connect-attempt.ts'
import { isoTime } from '../../present/times.ts'
import { sessionOwner } from './connections.ts'

export const attempts = new Hono<AppEnv>()

attempts.post('/:slug/authorize', async (c) =>
  begin(c, ownOwner(c), bindingOf(await parseBody(c, widgetAuthorizeRequest))),
)

// The older form of the same (contract/widget.md 3).
attempts.get('/:slug/authorize', async (c) =>
  isOnlyALook(c) ? c.body(null, 204) : begin(c, ownOwner(c), bindingOf({})),
)

attempts.post('/:slug/organization/authorize', needsManager, async (c) =>
  begin(
    c,
    { owner: organizationOwner(c.var.managed), actingUserId: c.var.session.userId },
    bindingOf(await parseBody(c, widgetAuthorizeRequest)),
  ),
)

type Binding = Pick<
  StartConnect,
  'requireHandoff' | 'codeChallenge' | 'returnTo' | 'config' | 'aim'
>
type For = Pick<StartConnect, 'owner' | 'actingUserId'>

const ownOwner = (c: AppContext): For => ({ owner: sessionOwner(c.var.session) })

/** Whoever brings no challenge hands over, asked or not: so do both published widgets. */
const bindingOf = (body: v.InferOutput<typeof widgetAuthorizeRequest>): Binding => ({
  requireHandoff: body.requireHandoff ?? body.code_challenge == null,
  codeChallenge: body.code_challenge ?? null,
  returnTo: body.return_to ?? null,
  config: body.config ?? undefined,
  ...aimOf(body),
})

async function begin(c: AppContext, whose: For, binding: Binding): Promise<Response> {
  const { deps, session } = c.var
  const origin = c.req.header('origin')
  if (origin === undefined) {
    throw new ApiError(
      403,
      'origin_required',
      'A connection is started by a page: this request must carry its Origin header.',
    )
  }
  const slug = slugOf(c)
  const started = await startConnect(deps, {
    ...binding,
    ...whose,
    environment: session.environment,
    slug,
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
    ...begunBy(session),
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
    ...begunBy(session),
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
  const isOwn = attempt !== undefined && isAttemptOf(attempt, begunBy(session))
  if (!isOwn || attempt.dataIntegrationId !== c.req.param('id')) {
    throw toPersonalError({ kind: 'attempt_not_found' })
  }
  const { status } = presentAttempt(attempt, null, deps.clock())
  return c.json({ isConnecting: ['created', 'opened', 'exchanging', 'pending'].includes(status) })
})

/** The user's own attempts, and those that they began for the organization that they manage. */
const begunBy = (session: WidgetSession): Pick<CompleteConnect, 'owner' | 'manages'> => ({
  owner: sessionOwner(session),
  manages: managedOrganization(session),
})
