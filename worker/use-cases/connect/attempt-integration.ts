/** An attempt's integration as it is now, if it is still what the attempt was started with. */
import type { DataIntegration } from '../../domain/integration.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { OAuthProvider } from '../../providers/definition.ts'
import type { ConnectAttempt } from '../../storage/connect-attempts.ts'
import { clientVersionById } from '../../storage/client-versions.ts'
import { integrationById } from '../../storage/data-integrations.ts'
import { connectionDefinition } from '../data-integrations/connection-definition.ts'
import { resolveDefinition } from '../data-integrations/resolve-client.ts'
import { sharedClientOf } from '../data-integrations/shared-client.ts'
import type { Deps } from '../deps.ts'

export type AttemptIntegration = {
  readonly integration: DataIntegration
  readonly definition: OAuthProvider
  readonly clientId: string
  readonly redirectUri: string
}

export type AttemptIntegrationFailure = {
  readonly kind: 'configuration_changed' | 'integration_disabled'
}

/** A changed client or endpoint must not receive the code of an attempt that began before it. */
export async function attemptIntegration(
  deps: Deps,
  attempt: ConnectAttempt,
): Promise<Result<AttemptIntegration, AttemptIntegrationFailure>> {
  const row = await integrationById(deps.db, attempt.environmentId, attempt.dataIntegrationId)
  if (row === undefined || row.integration.securityVersion !== attempt.securityVersion) {
    return fail({ kind: 'configuration_changed' })
  }
  const { integration } = row
  if (!integration.enabled) return fail({ kind: 'integration_disabled' })
  const known = resolveDefinition(deps, attempt.slug, row.custom?.definition)
  const definition =
    known === undefined
      ? undefined
      : connectionDefinition(known, integration.config, attempt.config)
  const clientId =
    attempt.clientVersionId === null
      ? (await sharedClientOf(deps, attempt.environmentId, attempt.slug))?.clientId
      : (await clientVersionById(deps.db, attempt.environmentId, attempt.clientVersionId))?.clientId
  if (definition?.ok !== true || clientId === undefined) {
    return fail({ kind: 'configuration_changed' })
  }
  const redirectUri = redirectUriOf(deps, integration)
  return ok({ integration, definition: definition.value, clientId, redirectUri })
}

/** Each integration has its own, so that an answer can never be taken for another one's (RFC 9700 §4.4). */
export const redirectUriOf = (
  deps: Pick<Deps, 'publicUrl'>,
  integration: Pick<DataIntegration, 'slug' | 'redirectKey'>,
): string =>
  `${deps.publicUrl}/data-integrations/${integration.slug}/${integration.redirectKey}/callback`
