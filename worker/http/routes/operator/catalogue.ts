/** What can be set up: the catalogue, one provider of it with what a person has to know, and a server's own word on itself. */
import { Hono } from 'hono'
import { catalogueQuery, discoveryRequest } from '../../../contract/operator/environments.ts'
import { allProviders } from '../../../providers/catalogue.ts'
import { CATEGORIES } from '../../../domain/category.ts'
import { viewProvider } from '../../../use-cases/data-integrations/catalogue-view.ts'
import { discoverProvider } from '../../../use-cases/data-integrations/discover-provider.ts'
import type { AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { needsOperator } from '../../middleware/needs-operator.ts'
import { operatorEnvironment } from '../../middleware/operator-environment.ts'
import { setupGuideOf } from '../../setup-guide.ts'
import { slugOf } from '../../slug-of.ts'
import { parseBody, parseQuery } from '../../parse.ts'
import { presentCatalogueEntry, presentCatalogueProvider } from '../../present/operator-views.ts'

export const operatorCatalogue = new Hono<AppEnv>()

operatorCatalogue.get('/catalogue', needsOperator('viewer'), (c) => {
  const offered = allProviders().filter(({ notOffered }) => notOffered === undefined)
  return c.json({
    object: 'list',
    data: offered.map(presentCatalogueEntry),
    categories: CATEGORIES.filter((name) => offered.some(({ category }) => category === name)),
  })
})

operatorCatalogue.get(
  '/environments/:environment/catalogue/:slug',
  needsOperator('viewer'),
  operatorEnvironment,
  async (c) => {
    const { custom } = parseQuery(c, catalogueQuery)
    const { deps, environment } = c.var
    const found = await viewProvider(deps, environment, slugOf(c), custom === 'true')
    if (!found.ok) throw toApiError(found.failure)
    const guide = found.value.isCustom ? null : await setupGuideOf(deps, slugOf(c))
    return c.json(presentCatalogueProvider(found.value, guide))
  },
)

operatorCatalogue.post(
  '/environments/:environment/discover',
  needsOperator('developer'),
  operatorEnvironment,
  async (c) => {
    const { url } = await parseBody(c, discoveryRequest)
    const found = await discoverProvider(c.var.deps, c.var.environment, url)
    if (!found.ok) throw toApiError(found.failure)
    const server = found.value
    const methods = server.token_endpoint_auth_methods_supported
    return c.json({
      object: 'discovered_provider',
      issuer: server.issuer,
      authorization_url: server.authorization_endpoint ?? null,
      token_url: server.token_endpoint ?? null,
      revocation_url: server.revocation_endpoint ?? null,
      userinfo_url: server.userinfo_endpoint ?? null,
      scopes: server.scopes_supported,
      // Who does not say (RFC 8414 §2) is asked with it all the same: a server that knows none ignores it.
      pkce_enabled: true,
      authenticate_via:
        methods.length > 0 && !methods.includes('client_secret_post')
          ? 'basic_auth_header'
          : 'request_body',
      client_secret_required: !(methods.length === 1 && methods[0] === 'none'),
    })
  },
)
