/** Where the provider sends the browser, and the page that tells how it ended. */
import { Hono } from 'hono'
import { sha256Hex, timingSafeEqual } from '../../../kit/digest.ts'
import { attemptByIdAnywhere } from '../../../storage/find-attempt.ts'
import type { KeptGrant } from '../../../use-cases/connect/keep-grant.ts'
import {
  receiveCallback,
  type CallbackFailure,
} from '../../../use-cases/connect/receive-callback.ts'
import { isOnlyALook, note, type AppContext, type AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { ATTEMPT_MESSAGES, presentAttempt } from '../../present/connect-attempt.ts'
import { brandOfAttempt } from './brand.ts'
import { readBindingCookie } from './binding-cookie.ts'
import { renderPage } from './page.ts'
import { backToApp, endsInSameTab, returnAddress } from './return-address.ts'

export const callback = new Hono<AppEnv>()

callback.get('/data-integrations/:slug/:redirectKey/callback', async (c) => {
  // Whoever only looks, or looks ahead, spends nothing.
  if (isOnlyALook(c)) return c.body(null, 204)
  c.set('answersWith', 'page')
  const result = await receiveCallback(c.var.deps, {
    slug: c.req.param('slug'),
    redirectKey: c.req.param('redirectKey'),
    url: new URL(c.req.url),
    cookieOf: (attemptId) => readBindingCookie(c, attemptId),
  })
  return result.ok ? succeeded(c, result.value) : failed(c, result.failure)
})

/** For the last page in the popup: its own attempt, proven by the cookie that binds it. */
callback.get('/connect/attempts/:id', async (c) => {
  const { deps } = c.var
  const attempt = await attemptByIdAnywhere(deps.db, c.req.param('id'))
  const cookie = readBindingCookie(c, c.req.param('id'))
  const isBound =
    attempt?.cookieHash != null &&
    cookie !== undefined &&
    (await timingSafeEqual(await sha256Hex(cookie), attempt.cookieHash))
  if (attempt === undefined || !isBound) throw toApiError({ kind: 'attempt_not_found' })
  const { status, error } = presentAttempt(attempt, null, deps.clock())
  return c.json({ status, error })
})

async function succeeded(c: AppContext, { attempt, outcome, completionCode }: KeptGrant) {
  note(c, { attempt_id: attempt.id, slug: attempt.slug, outcome })
  if (completionCode !== null) return sendBack(c, returnAddress(attempt, { completionCode }))
  if (outcome === 'pending') {
    return renderPage(c, 200, {
      tone: 'neutral',
      brand: await brandOfAttempt(c, attempt),
      title: 'Finishing…',
      text: 'Access was granted. The app is finishing the connection.',
      task: { kind: 'watch', url: `/connect/attempts/${attempt.id}` },
    })
  }
  if (attempt.returnTo !== null) return sendBack(c, attempt.returnTo)
  return renderPage(c, 200, {
    tone: 'success',
    brand: await brandOfAttempt(c, attempt),
    title: 'Connected',
    text: 'You can close this window and go back to the app.',
    task: { kind: 'close' },
  })
}

async function failed(c: AppContext, failure: CallbackFailure) {
  const { kind } = failure
  note(c, { outcome: kind })
  switch (kind) {
    case 'link_unknown':
      return renderPage(c, 404, {
        tone: 'failure',
        title: 'This link is not known',
        text: 'It belongs to no connection that is being made here. Go back to the app and press Connect.',
      })
    case 'cookies_required':
      return renderPage(c, 403, {
        tone: 'failure',
        title: 'Not connected',
        text: 'This browser is not the one in which the connection was started, or it blocks cookies. Nothing was connected.',
        hint: 'Allow cookies for this site, go back to the app, and press Connect again.',
      })
    case 'already_handled':
      return renderPage(c, 200, {
        tone: failure.attempt.status === 'completed' ? 'success' : 'neutral',
        brand: await brandOfAttempt(c, failure.attempt),
        title: 'Already handled',
        text: 'This answer has been handled before. The app shows how it ended; you can close this window.',
        ...backToApp(failure.attempt, 'already_handled'),
      })
    case 'attempt_ended': {
      const { attempt, code } = failure
      note(c, { attempt_id: attempt.id, slug: attempt.slug, code })
      if (endsInSameTab(attempt)) return sendBack(c, returnAddress(attempt, { error: code }))
      const wasDenied = code === 'access_denied'
      return renderPage(c, 400, {
        tone: 'failure',
        brand: await brandOfAttempt(c, attempt),
        title: wasDenied ? 'Access was not granted' : 'Not connected',
        text: wasDenied
          ? 'Nothing was connected. You can try again in the app at any time.'
          : (ATTEMPT_MESSAGES[code] ?? 'The connection failed.'),
        hint: 'You can close this window and go back to the app.',
        ...backToApp(attempt, code),
      })
    }
  }
}

function sendBack(c: AppContext, address: string | undefined) {
  c.header('Referrer-Policy', 'no-referrer')
  c.header('Cache-Control', 'no-store')
  return c.redirect(address ?? c.var.deps.publicUrl, 303)
}
