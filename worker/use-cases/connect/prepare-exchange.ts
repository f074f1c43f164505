/** All that an exchange needs, read and opened before the state is spent: a reload still works then. */
import type { Environment } from '../../domain/environment.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import type { ConnectAttempt } from '../../storage/connect-attempts.ts'
import { environmentById } from '../../storage/environments.ts'
import { openText, verifierPlace } from '../../vault/sealed-text.ts'
import { resolveClient, type ResolvedClient } from '../data-integrations/resolve-client.ts'
import type { Deps } from '../deps.ts'

export type PreparedExchange = {
  readonly environment: Environment
  readonly resolved: ResolvedClient
  readonly codeVerifier: Secret<string>
}

export async function prepareExchange(
  deps: Deps,
  attempt: ConnectAttempt,
): Promise<Result<PreparedExchange, { readonly kind: 'exchange_unprepared' }>> {
  const { environmentId } = attempt
  const sealed = { sealed: attempt.sealedVerifier ?? '', wrappedKey: attempt.verifierKey ?? '' }
  const [environment, resolved, verifier] = await Promise.all([
    environmentById(deps.db, environmentId),
    resolveClient(
      deps,
      {
        environmentId,
        integrationId: attempt.dataIntegrationId,
        slug: attempt.slug,
        clientVersionId: attempt.clientVersionId,
        config: attempt.config,
      },
      null,
    ),
    openText(deps.keyring, verifierPlace(environmentId, attempt.id), sealed),
  ])
  if (environment !== undefined && resolved.ok && verifier.ok) {
    return ok({ environment, resolved: resolved.value, codeVerifier: verifier.value })
  }
  deps.log.error('exchange_unprepared', {
    attempt_id: attempt.id,
    slug: attempt.slug,
    reason: resolved.ok ? 'verifier_unreadable' : resolved.failure.kind,
  })
  return fail({ kind: 'exchange_unprepared' })
}
