/**
 * The doctor: what is wrong with an integration, asked of its provider before any user clicks. It marks
 * nothing and opens no breaker; what it sends is refused whatever is right.
 */
import type { Environment } from '../../domain/environment.ts'
import type { IntegrationRoot } from '../../domain/integration.ts'
import { seconds } from '../../kit/clock.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { secret } from '../../kit/secret.ts'
import type { OAuthClient } from '../../oauth/client-authentication.ts'
import {
  probeAuthorizationEndpoint,
  probeTokenEndpoint,
  type AuthorizationEvidence,
} from '../../oauth/client-probe.ts'
import {
  judgeClient,
  judgeEndpoint,
  judgeRedirectUri,
  judgeScopes,
  type Finding,
  type FindingCode,
} from '../../oauth/client-verdict.ts'
import { commit } from '../../storage/database.ts'
import { integrationBySlug, type IntegrationRow } from '../../storage/data-integrations.ts'
import { redirectUriOf } from '../connect/attempt-integration.ts'
import type { Deps } from '../deps.ts'
import { resolveClient, type ResolvedClient } from './resolve-client.ts'

const DEADLINE_MS = seconds(10)

export type IntegrationCheck = {
  readonly root: IntegrationRoot
  readonly findings: Readonly<Record<'client' | 'redirect_uri' | 'scopes' | 'endpoints', Finding>>
  readonly checkedAt: number
  /** What has to be registered at the provider. */
  readonly redirectUri: string
}

export type CheckFailure =
  | { readonly kind: 'integration_not_found'; readonly slug: string }
  | { readonly kind: 'check_rate_limited'; readonly retryAfterSeconds: number }

export async function checkIntegration(
  deps: Deps,
  environment: Environment,
  root: IntegrationRoot,
): Promise<Result<IntegrationCheck, CheckFailure>> {
  const row = await integrationBySlug(deps.db, environment.id, root.slug, root.ownership)
  if (row === undefined) return fail({ kind: 'integration_not_found', slug: root.slug })
  const admitted = deps.checkLimit(row.integration.id, deps.clock())
  if (!admitted.ok) {
    const { retryAfterSeconds } = admitted.failure
    return fail({ kind: 'check_rate_limited', retryAfterSeconds })
  }
  // Nothing here changes by it, so there is nothing else that who asked could go along with.
  await commit(deps.db, deps.alongside ?? [])
  const findings = await examine(deps, environment, row)
  deps.log.info('integration_checked', {
    environment_id: environment.id,
    slug: root.slug,
    outcome: findings.client.verdict,
    code: findings.client.code,
  })
  const redirectUri = redirectUriOf(deps, row.integration)
  return ok({ root, findings, checkedAt: deps.clock(), redirectUri })
}

async function examine(
  deps: Deps,
  environment: Environment,
  { integration }: IntegrationRow,
): Promise<IntegrationCheck['findings']> {
  const { id, slug, clientVersionId, authMethods, credentialsType } = integration
  if (!authMethods.includes('oauth')) return all('nothing_to_check')
  if (credentialsType === 'organization') return all('organizations_bring_clients')
  const at = { environmentId: environment.id, integrationId: id, slug, clientVersionId }
  const resolved = await resolveClient(deps, at, null)
  if (!resolved.ok) return all('config_needed')
  return ask(deps, environment, resolved.value, {
    redirectUri: redirectUriOf(deps, integration),
    scopes: integration.scopes ?? resolved.value.definition.oauth.scopes.default,
  })
}

/** Each question beside one that is wrong on purpose, all of them at once. */
async function ask(
  deps: Deps,
  environment: Environment,
  { definition, client }: ResolvedClient,
  request: { readonly redirectUri: string; readonly scopes: readonly string[] },
): Promise<IntegrationCheck['findings']> {
  const egress = deps.egressFor(environment.kind)
  const signal = AbortSignal.timeout(DEADLINE_MS)
  const { redirectUri, scopes } = request
  const token = (who: OAuthClient) =>
    probeTokenEndpoint(egress, definition, who, { redirectUri, now: deps.clock(), signal })
  const authorization = (what: typeof request): Promise<AuthorizationEvidence> =>
    probeAuthorizationEndpoint(egress, definition, { clientId: client.clientId, ...what }, signal)

  const spoiledClient: OAuthClient | undefined =
    client.clientSecret === undefined
      ? undefined
      : { clientId: client.clientId, clientSecret: secret(`wrong-${crypto.randomUUID()}`) }
  const [real, spoiled, there, astray, unknown] = await Promise.all([
    token(client),
    spoiledClient === undefined ? null : token(spoiledClient),
    authorization(request),
    authorization({ redirectUri: `${redirectUri}-nobody`, scopes }),
    authorization({ redirectUri, scopes: [...scopes, 'pipes_no_such_scope'] }),
  ])
  const judged = judgeClient(real, spoiled)
  return {
    client: judged,
    redirect_uri: judgeRedirectUri(there, astray, judged.verdict === 'wrong'),
    scopes: judgeScopes(there, unknown),
    endpoints: judgeEndpoint(real),
  }
}

function all(code: FindingCode): IntegrationCheck['findings'] {
  const finding: Finding = { verdict: 'cannot_tell', code, evidence: null }
  return { client: finding, redirect_uri: finding, scopes: finding, endpoints: finding }
}
