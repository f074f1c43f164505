/**
 * The way from our page to the provider. It spends the ticket, binds the browser by a cookie, and
 * makes state and PKCE verifier, which never leave the server (RFC 6749 §10.12, RFC 7636 §4).
 */
import { randomToken, sha256Hex, timingSafeEqual } from '../../kit/digest.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { buildAuthorizationUrl } from '../../oauth/authorization-url.ts'
import { createPkcePair } from '../../oauth/pkce.ts'
import { openAttempt, type ConnectAttempt } from '../../storage/connect-attempts.ts'
import { attemptByTicket } from '../../storage/find-attempt.ts'
import { sealText, verifierPlace } from '../../vault/sealed-text.ts'
import type { Deps } from '../deps.ts'
import { attemptIntegration, type AttemptIntegrationFailure } from './attempt-integration.ts'
import { endAttempt } from './end-attempt.ts'

export type OpenConnect = {
  readonly ticket: string
  readonly handoffToken: string | null
  readonly isConfirmed: boolean
}

export type OpenedConnect = {
  readonly attempt: ConnectAttempt
  readonly location: string
  /** The value of the cookie that binds this browser; only its hash is stored. */
  readonly cookie: string
}

export type OpenFailure =
  | { readonly kind: 'link_spent' }
  | { readonly kind: 'attempt_expired' }
  | { readonly kind: 'handoff_refused' }
  | { readonly kind: 'confirmation_required' }
  | AttemptIntegrationFailure

/** Which attempt it was that cannot go on, if its ticket led to one. */
type OfAttempt = { readonly attempt?: ConnectAttempt | undefined }

export async function openConnect(
  deps: Deps,
  input: OpenConnect,
): Promise<Result<OpenedConnect, OpenFailure> & OfAttempt> {
  const found = await findOpenable(deps, input.ticket)
  if (!found.ok) return found
  const attempt = found.value
  if (attempt.handoffTokenHash !== null) {
    const given = await sha256Hex(input.handoffToken ?? '')
    if (!(await timingSafeEqual(given, attempt.handoffTokenHash)))
      return fail({ kind: 'handoff_refused' })
  }
  if (attempt.binding === 'confirmation' && !input.isConfirmed) {
    return fail({ kind: 'confirmation_required' })
  }
  const live = await attemptIntegration(deps, attempt)
  if (!live.ok) {
    await endAttempt(deps, attempt, { status: 'failed', code: live.failure.kind })
    return { ...live, attempt }
  }

  const { definition, clientId, redirectUri } = live.value
  const state = randomToken(deps.random)
  const cookie = randomToken(deps.random)
  const pkce = await createPkcePair()
  const place = verifierPlace(attempt.environmentId, attempt.id)
  const sealed = await sealText(deps.keyring, place, pkce.codeVerifier)
  const opened = await openAttempt(
    deps.db,
    attempt.ticketHash,
    {
      cookieHash: await sha256Hex(cookie),
      stateHash: await sha256Hex(state),
      sealedVerifier: sealed.sealed,
      verifierKey: sealed.wrappedKey,
    },
    deps.clock(),
  )
  if (opened === undefined) return { ...fail({ kind: 'link_spent' }), attempt }
  const url = buildAuthorizationUrl(definition, {
    clientId,
    redirectUri,
    state,
    scopes: attempt.scopes,
    codeChallenge: pkce.codeChallenge,
  })
  return ok({ attempt: opened, location: url.href, cookie })
}

/** The attempt behind a ticket that has not been spent: looking at it spends nothing. */
export async function findOpenable(
  deps: Deps,
  ticket: string,
): Promise<
  Result<ConnectAttempt, { readonly kind: 'link_spent' | 'attempt_expired' }> & OfAttempt
> {
  const attempt = await attemptByTicket(deps.db, await sha256Hex(ticket))
  if (attempt === undefined || attempt.status !== 'created') {
    return { ...fail({ kind: 'link_spent' }), attempt }
  }
  if (attempt.expiresAt <= deps.clock()) return { ...fail({ kind: 'attempt_expired' }), attempt }
  return ok(attempt)
}
