/** The first tenant of an API key integration, connected together with it. */
import type { ApiKeyBody, CreateBody } from '../contract/data-integration.ts'
import type { Environment } from '../domain/environment.ts'
import type { ConnectedAccount, IntegrationRoot } from '../domain/integration.ts'
import { Secret } from '../kit/secret.ts'
import { connectByKey } from '../use-cases/accounts/connect-by-key.ts'
import { secretPlace, type SecretTarget } from '../use-cases/accounts/secret-place.ts'
import type { Deps } from '../use-cases/deps.ts'
import { toApiError } from './failures.ts'
import { field } from './failures/words.ts'
import { ownerOfBody } from './owner-of.ts'

export function demandKeyMethod({ auth_methods, api_key }: CreateBody): void {
  if (api_key === undefined || auth_methods?.includes('api_key') === true) return
  throw field(
    'api_key',
    'api_key_not_applicable',
    'An API key can be installed only with "auth_methods": ["api_key"].',
  )
}

/** Before the integration is changed: what its tenant's key would be refused for. */
export async function demandPlace(
  deps: Deps,
  environment: Environment,
  root: IntegrationRoot,
  body: ApiKeyBody,
): Promise<void> {
  const place = await secretPlace(deps, tenantOf(environment, root, body), 'api_key')
  if (!place.ok) throw toApiError(place.failure)
}

const tenantOf = (
  environment: Environment,
  { slug, ownership }: IntegrationRoot,
  body: ApiKeyBody,
): SecretTarget => ({
  environment,
  slug,
  owner: ownerOfBody({ ...body, connection_owner: ownership }),
  mustExist: false,
  // Whoever sets it up may do so before it is switched on.
  mayBeDisabled: true,
})

/** Connects the tenant that comes with an integration. */
export async function installKey(
  deps: Deps,
  environment: Environment,
  root: IntegrationRoot,
  body: ApiKeyBody | undefined,
): Promise<ConnectedAccount | null> {
  if (body === undefined) return null
  const target = tenantOf(environment, root, body)
  const connected = await connectByKey(deps, target, {
    secret: new Secret(body.secret),
    config: body.config,
  })
  if (!connected.ok) throw toApiError(connected.failure)
  return connected.value
}
