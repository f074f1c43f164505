/**
 * The provider's answer, brought by a browser. Everything is checked before a byte goes out, and in
 * this order: the redirect URI's own integration, the state, the browser's cookie, the configuration,
 * the issuer, the error; then the state is spent, and only its one winner exchanges the code.
 */
import type { Environment } from '../../domain/environment.ts'
import { randomToken, sha256Hex, timingSafeEqual } from '../../kit/digest.ts'
import { newId } from '../../kit/ids.ts'
import { errorFields } from '../../kit/log.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { readAuthorizationResponse } from '../../oauth/authorization-response.ts'
import { fetchIdentity } from '../../oauth/identity.ts'
import { exchangeCode } from '../../oauth/token-client.ts'
import type { TokenSet } from '../../oauth/token-set.ts'
import {
  attemptByState,
  claimCallback,
  storeCandidate,
  type Candidate,
  type ConnectAttempt,
} from '../../storage/connect-attempts.ts'
import { liveAccount } from '../../storage/connected-accounts.ts'
import { integrationByRedirectKey } from '../../storage/data-integrations.ts'
import { environmentById } from '../../storage/environments.ts'
import { sealTokens } from '../../vault/credential-vault.ts'
import { openText, verifierPlace } from '../../vault/sealed-text.ts'
import { resolveClient, type ResolvedClient } from '../data-integrations/resolve-client.ts'
import type { Deps } from '../deps.ts'
import { revokeTokens } from '../tokens/revoke-grant.ts'
import {
  attemptIntegration,
  redirectUriOf,
  type AttemptIntegration,
} from './attempt-integration.ts'
import { referenceOfAttempt } from './attempt-reference.ts'
import { endAttempt, type AttemptFailureCode } from './end-attempt.ts'
import { promoteCandidate } from './promote-candidate.ts'

export type CallbackInput = {
  readonly slug: string
  readonly redirectKey: string
  readonly url: URL
  /** The binding cookie of an attempt, as this browser sent it. */
  readonly cookieOf: (attemptId: string) => string | undefined
}

export type CallbackSuccess = {
  readonly attempt: ConnectAttempt
  readonly outcome: 'pending' | 'connected'
  /** For the app's own page; only where no handoff has bound the browser already. */
  readonly completionCode: string | null
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

export async function receiveCallback(
  deps: Deps,
  input: CallbackInput,
): Promise<Result<CallbackSuccess, CallbackFailure>> {
  const found = await findAttempt(deps, input)
  if (!found.ok) return found
  const { attempt, state } = found.value
  if (attempt.expiresAt <= deps.clock()) return end(deps, attempt, 'attempt_expired')

  const live = await attemptIntegration(deps, attempt)
  if (!live.ok) return end(deps, attempt, live.failure.kind)
  const { definition, clientId } = live.value
  const answer = readAuthorizationResponse(definition, clientId, input.url, state)
  if (!answer.ok) {
    const { kind, providerError } = answer.failure
    const code = kind === 'invalid_response' ? 'provider_error' : kind
    return end(deps, attempt, code, providerError)
  }
  if (!(await claimCallback(deps.db, attempt, deps.clock()))) {
    return fail({ kind: 'already_handled', attempt })
  }
  return exchangeAndStore(deps, attempt, live.value, answer.value.code)
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
    row.integration.id !== attempt.dataIntegrationId ||
    row.integration.environmentId !== attempt.environmentId
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
  return attempt.status === 'opened'
    ? ok({ attempt, state })
    : fail({ kind: 'already_handled', attempt })
}

async function exchangeAndStore(
  deps: Deps,
  attempt: ConnectAttempt,
  live: AttemptIntegration,
  code: Parameters<typeof exchangeCode>[3]['code'],
): Promise<Result<CallbackSuccess, CallbackFailure>> {
  const environment = await environmentById(deps.db, attempt.environmentId)
  const resolved = await resolveClient(
    deps,
    {
      environmentId: attempt.environmentId,
      integrationId: attempt.dataIntegrationId,
      slug: attempt.slug,
      clientVersionId: attempt.clientVersionId,
    },
    null,
  )
  const verifier = await openText(deps.keyring, verifierPlace(attempt.environmentId, attempt.id), {
    sealed: attempt.sealedVerifier ?? '',
    wrappedKey: attempt.verifierKey ?? '',
  })
  if (environment === undefined || !resolved.ok || !verifier.ok) {
    return end(deps, attempt, 'exchange_failed', 'vault_or_client_unavailable')
  }
  const egress = deps.egressFor(environment.kind)
  const tokens = await exchangeCode(egress, live.definition, resolved.value.client, {
    code,
    redirectUri: redirectUriOf(deps, live.integration),
    codeVerifier: verifier.value,
    now: deps.clock(),
  })
  if (!tokens.ok) {
    // A code is good for one request: what happened to it is either known, or never will be.
    const isUnknown = tokens.failure.kind === 'unknown_outcome'
    return end(
      deps,
      attempt,
      isUnknown ? 'exchange_unknown' : 'exchange_failed',
      tokens.failure.code,
    )
  }
  try {
    return await storeAndFinish(deps, attempt, environment, live, tokens.value)
  } catch (error) {
    deps.log.error('candidate_lost', { attempt_id: attempt.id, ...errorFields(error) })
    return giveBack(deps, attempt, environment, resolved.value, tokens.value)
  }
}

async function storeAndFinish(
  deps: Deps,
  attempt: ConnectAttempt,
  environment: Environment,
  live: AttemptIntegration,
  tokens: TokenSet,
): Promise<Result<CallbackSuccess, CallbackFailure>> {
  const reference = referenceOfAttempt(attempt, environment)
  const egress = deps.egressFor(environment.kind)
  const [identity, existing] = await Promise.all([
    fetchIdentity(egress, live.definition, tokens.accessToken, tokens.metadata),
    liveAccount(deps.db, reference),
  ])
  const now = deps.clock()
  const accountId = existing?.id ?? newId('data_installation', now, deps.random)
  const grantId = newId('grant', now, deps.random)
  const sealed = await sealTokens(
    deps.keyring,
    { environmentId: attempt.environmentId, accountId, grantId, epoch: 1 },
    tokens,
  )
  if (!sealed.ok) throw new Error(sealed.failure.kind)
  const candidate: Candidate = {
    ...sealed.value,
    accountId,
    grantId,
    expiresAt: tokens.expiresAt ?? null,
    scopes: tokens.scopes ?? attempt.scopes,
    metadata: { ...tokens.metadata },
    accountIdentifier: identity.identifier ?? null,
    accountDisplayName: identity.displayName ?? null,
  }
  const needsCode = attempt.binding === 'verifier' && attempt.handoffTokenHash === null
  const completionCode = needsCode ? randomToken(deps.random) : null
  const codeHash = completionCode === null ? null : await sha256Hex(completionCode)
  if (!(await storeCandidate(deps.db, attempt, candidate, codeHash, now))) {
    throw new Error('the attempt ended during the exchange')
  }
  const pending: ConnectAttempt = { ...attempt, status: 'pending', candidate, updatedAt: now }
  if (attempt.binding === 'verifier') {
    return ok({ attempt: pending, outcome: 'pending', completionCode })
  }
  await promoteCandidate(deps, pending, reference)
  return ok({ attempt: pending, outcome: 'connected', completionCode: null })
}

/** The tokens exist and cannot be kept: they are revoked, and the user starts again. */
async function giveBack(
  deps: Deps,
  attempt: ConnectAttempt,
  environment: Environment,
  resolved: ResolvedClient,
  tokens: TokenSet,
): Promise<Result<never, CallbackFailure>> {
  await revokeTokens(deps, referenceOfAttempt(attempt, environment), resolved, tokens)
  return end(deps, attempt, 'storage_failed')
}

async function end(
  deps: Deps,
  attempt: ConnectAttempt,
  code: AttemptFailureCode,
  providerError?: string,
): Promise<Result<never, CallbackFailure>> {
  await endAttempt(deps, attempt, 'failed', code, providerError)
  return fail({ kind: 'attempt_ended', attempt, code })
}
