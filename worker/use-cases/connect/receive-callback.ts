/**
 * The provider's answer, brought by a browser. Everything is checked before a byte goes out, and in
 * this order: the redirect URI's own integration, the state, the browser's cookie, the configuration,
 * the issuer, the error; then the state is spent, and only its one winner exchanges the code.
 */
import { sha256Hex, timingSafeEqual } from '../../kit/digest.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { readAuthorizationResponse } from '../../oauth/authorization-response.ts'
import { exchangeCode } from '../../oauth/token-client.ts'
import { claimCallback, type ConnectAttempt } from '../../storage/connect-attempts.ts'
import { attemptByState } from '../../storage/find-attempt.ts'
import { integrationByRedirectKey } from '../../storage/data-integrations.ts'
import type { Deps } from '../deps.ts'
import { attemptIntegration, redirectUriOf } from './attempt-integration.ts'
import type { AttemptFailureCode } from '../../domain/attempt-failure.ts'
import { endAttempt } from './end-attempt.ts'
import { finishWithoutVerifier, keepGrant, type KeptGrant } from './keep-grant.ts'
import { prepareExchange } from './prepare-exchange.ts'

export type CallbackInput = {
  readonly slug: string
  readonly redirectKey: string
  readonly url: URL
  /** The binding cookie of an attempt, as this browser sent it. */
  readonly cookieOf: (attemptId: string) => string | undefined
}

export type CallbackFailure =
  | { readonly kind: 'link_unknown' }
  | { readonly kind: 'cookies_required'; readonly slug: string }
  | { readonly kind: 'already_handled'; readonly attempt: ConnectAttempt }
  | {
      readonly kind: 'attempt_ended'
      readonly attempt: ConnectAttempt
      readonly code: AttemptFailureCode
    }

const MAX_QUERY_LENGTH = 16_384

/** Throws when D1 is silent; before the state is spent, so that the same address works afterwards. */
export async function receiveCallback(
  deps: Deps,
  input: CallbackInput,
): Promise<Result<KeptGrant, CallbackFailure>> {
  const found = await findAttempt(deps, input)
  if (!found.ok) return found
  const { attempt, state } = found.value
  // Here D1 fell silent on the last step, and nobody else is there to finish.
  if (attempt.status === 'pending' && attempt.binding !== 'verifier') {
    const isLive = (await attemptIntegration(deps, attempt)).ok
    const finished = isLive ? await finishWithoutVerifier(deps, attempt) : undefined
    return finished?.ok === true ? finished : fail({ kind: 'already_handled', attempt })
  }
  if (attempt.status !== 'opened') return fail({ kind: 'already_handled', attempt })
  if (attempt.expiresAt <= deps.clock()) return refuse(deps, attempt, 'attempt_expired')

  const live = await attemptIntegration(deps, attempt)
  if (!live.ok) return refuse(deps, attempt, live.failure.kind)
  const { definition, clientId, integration } = live.value
  const answer = readAuthorizationResponse(definition, clientId, input.url, state)
  if (!answer.ok) {
    const { kind, providerError } = answer.failure
    const code = kind === 'invalid_response' ? 'provider_error' : kind
    return refuse(deps, attempt, code, providerError)
  }
  // Where the account is may be told here only: from now on it is this connection's own setting.
  const told = { ...attempt, config: { ...attempt.config, ...answer.value.told.config } }
  const prepared = await prepareExchange(deps, told)
  if (!prepared.ok) return refuse(deps, attempt, 'exchange_failed')
  if (!(await claimCallback(deps.db, told, deps.clock()))) {
    return fail({ kind: 'already_handled', attempt })
  }

  const { environment, resolved, codeVerifier } = prepared.value
  const egress = deps.egressFor(environment.kind)
  const tokens = await exchangeCode(egress, resolved.definition, resolved.client, {
    ...answer.value,
    redirectUri: redirectUriOf(deps, integration),
    codeVerifier,
    now: deps.clock(),
  })
  if (!tokens.ok) {
    // A code is good for one request: what happened to it is either known, or never will be.
    const isUnknown = tokens.failure.kind === 'unknown_outcome'
    const code = isUnknown ? 'exchange_unknown' : 'exchange_failed'
    return end(deps, attempt, { status: 'failed', code, providerError: tokens.failure.code })
  }
  const kept = await keepGrant(deps, told, prepared.value, tokens.value)
  if (kept.ok) return kept
  const { kind: code, isEnded } = kept.failure
  return isEnded
    ? fail({ kind: 'attempt_ended', attempt, code })
    : end(deps, attempt, { status: 'failed', code })
}

/** Anybody can load this address with anything in it; an outsider must not even end an attempt. */
async function findAttempt(
  deps: Deps,
  input: CallbackInput,
): Promise<Result<{ attempt: ConnectAttempt; state: string }, CallbackFailure>> {
  const { searchParams, search } = input.url
  const [state, ...more] = searchParams.getAll('state')
  if (state === undefined || more.length > 0 || search.length > MAX_QUERY_LENGTH) {
    return fail({ kind: 'link_unknown' })
  }
  const row = await integrationByRedirectKey(deps.db, input.redirectKey)
  const attempt = await attemptByState(deps.db, await sha256Hex(state))
  if (
    row === undefined ||
    attempt === undefined ||
    row.integration.slug !== input.slug ||
    // An integration is of one environment, so this keeps environments apart, too.
    row.integration.id !== attempt.dataIntegrationId
  ) {
    return fail({ kind: 'link_unknown' })
  }
  const cookie = input.cookieOf(attempt.id)
  const isSameBrowser =
    cookie !== undefined &&
    attempt.cookieHash !== null &&
    (await timingSafeEqual(await sha256Hex(cookie), attempt.cookieHash))
  if (!isSameBrowser) {
    deps.log.warn('callback_in_other_browser', { attempt_id: attempt.id, slug: attempt.slug })
    return fail({ kind: 'cookies_required', slug: attempt.slug })
  }
  return ok({ attempt, state })
}

/** Ends an attempt whose state has not been spent: the winner of a race to spend it is left alone. */
const refuse = (
  deps: Deps,
  attempt: ConnectAttempt,
  code: AttemptFailureCode,
  providerError?: string,
): Promise<Result<never, CallbackFailure>> =>
  end(deps, attempt, { status: 'failed', code, providerError, from: ['opened'] })

async function end(
  deps: Deps,
  attempt: ConnectAttempt,
  ending: Parameters<typeof endAttempt>[2],
): Promise<Result<never, CallbackFailure>> {
  const isEnded = await endAttempt(deps, attempt, ending)
  return isEnded
    ? fail({ kind: 'attempt_ended', attempt, code: ending.code })
    : fail({ kind: 'already_handled', attempt })
}
