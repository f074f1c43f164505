/** An attempt's integration as it is now, if it is still what the attempt was started with. */
import type { DataIntegration } from '../../domain/integration.ts'
import type { Disabler } from '../../domain/organization-override.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { OAuthProvider } from '../../providers/definition.ts'
import type { ConnectAttempt } from '../../storage/connect-attempts.ts'
import { clientVersionById } from '../../storage/client-versions.ts'
import { integrationById } from '../../storage/data-integrations.ts'
import { connectionDefinition } from '../data-integrations/connection-definition.ts'
import { sharedClientOf } from '../data-integrations/shared-client.ts'
import type { Deps } from '../deps.ts'
import { effectiveIntegration } from '../organizations/effective-integration.ts'

export type AttemptIntegration = {
  readonly integration: DataIntegration
  readonly definition: OAuthProvider
  readonly clientId: string
  readonly redirectUri: string
}

export type AttemptIntegrationFailure =
  | { readonly kind: 'configuration_changed' }
  | { readonly kind: 'integration_disabled'; readonly disabledBy: Disabler }

/**
 * A changed client or endpoint must not receive the code of an attempt that began before it, whether the
 * developer has changed it or the organization.
 */
export async function attemptIntegration(
  deps: Deps,
  attempt: ConnectAttempt,
): Promise<Result<AttemptIntegration, AttemptIntegrationFailure>> {
  const row = await integrationById(deps.db, attempt.environmentId, attempt.dataIntegrationId)
  const organizationId = attempt.organizationId === '' ? null : attempt.organizationId
  const found =
    row === undefined ? undefined : await effectiveIntegration(deps, row, organizationId)
  if (found?.integration.securityVersion !== attempt.securityVersion) {
    return fail({ kind: 'configuration_changed' })
  }
  const { integration } = found
  const { disabledBy } = integration
  if (disabledBy !== null) return fail({ kind: 'integration_disabled', disabledBy })
  const { environmentId, clientVersionId, slug } = attempt
  const version =
    clientVersionId === null
      ? undefined
      : await clientVersionById(deps.db, environmentId, clientVersionId)
  const clientId =
    clientVersionId === null
      ? (await sharedClientOf(deps, environmentId, slug))?.clientId
      : version?.clientId
  // The code goes where the client says; so does the user who brings it.
  const known = version?.definition ?? found.definition
  const definition = connectionDefinition(known, integration.config, attempt.config)
  if (!definition.ok || clientId === undefined) return fail({ kind: 'configuration_changed' })
  const redirectUri = redirectUriOf(deps, integration)
  return ok({ integration, definition: definition.value, clientId, redirectUri })
}

/** Each integration has its own, so that an answer can never be taken for another one's (RFC 9700 §4.4). */
export const redirectUriOf = (
  deps: Pick<Deps, 'publicUrl'>,
  integration: Pick<DataIntegration, 'slug' | 'redirectKey'>,
): string =>
  `${deps.publicUrl}/data-integrations/${integration.slug}/${integration.redirectKey}/callback`
