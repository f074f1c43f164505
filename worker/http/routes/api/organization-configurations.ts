/** What each organization sets over the data integrations of an environment (contract 2.2). */
import { Hono } from 'hono'
import { externalId } from '../../../contract/identifiers.ts'
import {
  configurationQuery,
  configureForOrganization as configureBody,
  listConfigurationsQuery,
} from '../../../contract/organization-configuration.ts'
import { configureForOrganization } from '../../../use-cases/organizations/configure-for-organization.ts'
import {
  listConfigurations,
  type OrganizationConfiguration,
} from '../../../use-cases/organizations/list-configurations.ts'
import { note, type AppContext, type AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { needs } from '../../middleware/needs.ts'
import { pageOf, presentPage } from '../../page.ts'
import { parseBody, parseQuery, parseShape } from '../../parse.ts'
import { slugOf } from '../../slug-of.ts'
import { presentConfiguration } from '../../present/organization-configuration.ts'

export const organizationConfigurations = new Hono<AppEnv>()

const PATH = '/:organization/data_integration_configurations'

const organizationOf = (c: AppContext): string =>
  parseShape(externalId, c.req.param('organization'))

organizationConfigurations.get(PATH, needs('config:read'), async (c) => {
  const { deps, backend } = c.var
  const { id: environmentId } = backend.environment
  const organizationId = organizationOf(c)
  const list = [environmentId, 'organization_configurations', organizationId]
  const query = parseQuery(c, listConfigurationsQuery)
  const { ownership } = query
  const page = await pageOf(c, list, query)
  const found = await listConfigurations(deps, { environmentId, organizationId, ownership }, page)
  const present = (view: OrganizationConfiguration) => presentConfiguration(deps, view)
  return c.json(await presentPage(c, list, query, found, present))
})

organizationConfigurations.put(`${PATH}/:slug`, needs('config:write'), async (c) => {
  const { deps, backend } = c.var
  const organizationId = organizationOf(c)
  const { ownership } = parseQuery(c, configurationQuery)
  const body = await parseBody(c, configureBody)
  const slug = slugOf(c)
  note(c, { slug })
  const of = { slug, ownership, organizationId }
  const configured = await configureForOrganization(deps, backend.environment, of, {
    enabled: body.enabled,
    scopes: body.scopes,
    clientId: body.client_id,
    clientSecret: body.client_secret,
    config: body.config,
  })
  if (!configured.ok) throw toApiError(configured.failure)
  return c.json(presentConfiguration(deps, configured.value))
})
