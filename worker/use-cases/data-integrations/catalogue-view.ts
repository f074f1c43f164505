/** What a person has to know to set a provider up in an environment, before anything of it is there. */
import type { Environment } from '../../domain/environment.ts'
import { isSlug, mayUseShared, type DataIntegration } from '../../domain/integration.ts'
import { newId } from '../../kit/ids.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { findProvider } from '../../providers/catalogue.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import { integrationBySlug } from '../../storage/data-integrations.ts'
import { redirectUriOf } from '../connect/attempt-integration.ts'
import type { Deps } from '../deps.ts'
import { isSharedOffered } from './shared-client.ts'

export type CatalogueView = {
  readonly definition: ProviderDefinition
  /** An operator describes it. */
  readonly isCustom: boolean
  readonly needsClient: boolean
  readonly needsClientSecret: boolean
  readonly isSharedOffered: boolean
  /** For a new integration, so that its redirect URI can be registered before there is a client. */
  readonly redirectKey: string
  readonly redirectUri: string
  readonly taken: readonly DataIntegration['ownership'][]
}

/** @param isCustom the operator will describe it: then the slug must be of nobody else */
export async function viewProvider(
  deps: Deps,
  environment: Environment,
  slug: string,
  isCustom: boolean,
): Promise<Result<CatalogueView, { readonly kind: 'provider_unknown'; readonly slug: string }>> {
  const [user, organization] = await Promise.all([
    integrationBySlug(deps.db, environment.id, slug, 'user'),
    integrationBySlug(deps.db, environment.id, slug, 'organization'),
  ])
  const described = user?.custom?.definition ?? organization?.custom?.definition
  const known = findProvider(slug) ?? described
  if (known === undefined && !(isCustom && isSlug(slug))) {
    return fail({ kind: 'provider_unknown', slug })
  }
  const definition = known ?? undescribed(slug)
  const isOAuth = definition.authMethods.includes('oauth')
  const redirectKey = newId('dik', deps.clock(), deps.random)
  return ok({
    definition,
    isCustom: findProvider(slug) === undefined,
    needsClient: isOAuth && definition.builtIn !== true,
    needsClientSecret:
      isOAuth &&
      definition.builtIn !== true &&
      definition.oauth?.token.clientAuthentication !== 'none',
    isSharedOffered: mayUseShared(environment.kind) && isSharedOffered(deps, slug),
    redirectKey,
    redirectUri: redirectUriOf(deps, { slug, redirectKey }),
    taken: [
      ...(user === undefined ? [] : (['user'] as const)),
      ...(organization === undefined ? [] : (['organization'] as const)),
    ],
  })
}

const undescribed = (slug: string): ProviderDefinition => ({
  slug,
  name: slug,
  verified: 'operator',
  authMethods: ['oauth'],
  configFields: [],
})
