/** The environments of the deployment and their first keys, for its operator. Beyond the contract. */
import { Hono } from 'hono'
import {
  createApiKeyRequest,
  createEnvironmentRequest,
  updateEnvironmentRequest,
} from '../../../contract/api-key.ts'
import { pageQuery } from '../../../contract/page.ts'
import { listEnvironments } from '../../../storage/environments.ts'
import { makeApiKey } from '../../../use-cases/api-keys/manage-keys.ts'
import {
  getEnvironment,
  makeEnvironment,
  updateEnvironment,
} from '../../../use-cases/environments/manage-environments.ts'
import type { AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { requireOperator } from '../../middleware/require-operator.ts'
import { pageOf, presentPage } from '../../page.ts'
import { parseBody, parseQuery } from '../../parse.ts'
import { toSettings } from '../../settings-body.ts'
import { presentEnvironment } from '../../present/api-key.ts'
import { newKeyOf, presentMadeKey } from './api-keys.ts'

export const environments = new Hono<AppEnv>()

environments.use('*', requireOperator)

/** Of the whole deployment, so of no environment. */
const LIST = ['', 'environments']

environments.get('/', async (c) => {
  const query = parseQuery(c, pageQuery)
  const found = await listEnvironments(c.var.deps.db, await pageOf(c, LIST, query))
  return c.json(await presentPage(c, LIST, query, found, presentEnvironment))
})

environments.post('/', async (c) => {
  const body = await parseBody(c, createEnvironmentRequest)
  const made = await makeEnvironment(c.var.deps, body.kind, {
    name: body.name,
    allowedOrigins: body.allowed_origins ?? [],
    returnUrls: body.return_urls ?? [],
    settings: toSettings(body),
  })
  if (!made.ok) throw toApiError(made.failure)
  return c.json(presentEnvironment(made.value), 201)
})

environments.get('/:id', async (c) => {
  const found = await getEnvironment(c.var.deps, c.req.param('id'))
  if (!found.ok) throw toApiError(found.failure)
  return c.json(presentEnvironment(found.value))
})

environments.put('/:id', async (c) => {
  const body = await parseBody(c, updateEnvironmentRequest)
  const changed = await updateEnvironment(c.var.deps, c.req.param('id'), {
    ...(body.name === undefined ? {} : { name: body.name }),
    ...(body.allowed_origins === undefined ? {} : { allowedOrigins: body.allowed_origins }),
    ...(body.return_urls === undefined ? {} : { returnUrls: body.return_urls }),
    settings: toSettings(body),
  })
  if (!changed.ok) throw toApiError(changed.failure)
  return c.json(presentEnvironment(changed.value))
})

environments.post('/:id/api_keys', async (c) => {
  const { deps } = c.var
  const found = await getEnvironment(deps, c.req.param('id'))
  if (!found.ok) throw toApiError(found.failure)
  const body = await parseBody(c, createApiKeyRequest)
  const made = await makeApiKey(deps, found.value, null, newKeyOf(body))
  if (!made.ok) throw toApiError(made.failure)
  return c.json(presentMadeKey(made.value), 201)
})
