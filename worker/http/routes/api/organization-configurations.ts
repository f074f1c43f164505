/** What each organization sets over the data integrations of an environment (contract 2.2). */
import { Hono } from 'hono'
import { externalId } from '../../../contract/identifiers.ts'
import {
  configurationPage,
  configurationQuery,
  configureForOrganization as configureBody,
} from '../../../contract/organization-configuration.ts'
import { configureForOrganization } from '../../../use-cases/organizations/configure-for-organization.ts'
import { listConfigurations } from '../../../use-cases/organizations/list-configurations.ts'
import { note, type AppContext, type AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { needs } from '../../middleware/needs.ts'
import { pageOf } from '../../page-of.ts'
import { parseBody, parseShape } from '../../parse.ts'
import { presentConfiguration } from '../../present/organization-configuration.ts'

export const organizationConfigurations = new Hono<AppEnv>()

const PATH = '/:organization/data_integration_configurations'

const organizationOf = (c: AppContext): string =>
  parseShape(externalId, c.req.param('organization'))

organizationConfigurations.get(PATH, needs('config:read'), async (c) => {
  const { deps, backend } = c.var
  const { ownership } = parseShape(configurationQuery, c.req.query())
  const page = parseShape(configurationPage, c.req.query())
  const { id } = backend.environment
  const found = await listConfigurations(deps, id, organizationOf(c), ownership)
  const { data, list_metadata } = pageOf(found, page, ({ integration }) => integration.id)
  const presented = data.map((view) => presentConfiguration(deps, view))
  return c.json({ object: 'list', data: presented, list_metadata })
})

organizationConfigurations.put(`${PATH}/:slug`, needs('config:write'), async (c) => {
  const { deps, backend } = c.var
  const organizationId = organizationOf(c)
  const { ownership } = parseShape(configurationQuery, c.req.query())
  const body = await parseBody(c, configureBody)
  const slug = c.req.param('slug')
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
