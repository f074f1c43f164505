/** The API keys of the environment that the request's own key belongs to. Beyond the contract. */
import { Hono } from 'hono'
import type * as v from 'valibot'
import { createApiKeyRequest } from '../../../contract/api-key.ts'
import { pageQuery } from '../../../contract/page.ts'
import { listApiKeys } from '../../../storage/api-keys.ts'
import {
  endApiKey,
  makeApiKey,
  type MadeApiKey,
  type NewApiKey,
} from '../../../use-cases/api-keys/manage-keys.ts'
import type { AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { needs } from '../../middleware/needs.ts'
import { pageOf, presentPage } from '../../page.ts'
import { parseBody, parseQuery } from '../../parse.ts'
import { presentApiKey } from '../../present/api-key.ts'

export const apiKeys = new Hono<AppEnv>()

apiKeys.use('*', needs('keys:manage'))

apiKeys.get('/', async (c) => {
  const { deps, backend } = c.var
  const list = [backend.environment.id, 'api_keys']
  const query = parseQuery(c, pageQuery)
  const found = await listApiKeys(deps.db, backend.environment.id, await pageOf(c, list, query))
  return c.json(await presentPage(c, list, query, found, presentApiKey))
})

apiKeys.post('/', async (c) => {
  const { deps, backend } = c.var
  const body = await parseBody(c, createApiKeyRequest)
  const made = await makeApiKey(deps, backend.environment, backend.scopes, newKeyOf(body))
  if (!made.ok) throw toApiError(made.failure)
  return c.json(presentMadeKey(made.value), 201)
})

apiKeys.delete('/:id', async (c) => {
  const { deps, backend } = c.var
  const ended = await endApiKey(deps, backend.environment.id, c.req.param('id'))
  if (!ended.ok) throw toApiError(ended.failure)
  return c.json(presentApiKey(ended.value))
})

export const newKeyOf = (body: v.InferOutput<typeof createApiKeyRequest>): NewApiKey => ({
  name: body.name,
  scopes: body.scopes ?? null,
  expiresAt: body.expires_at == null ? null : Date.parse(body.expires_at),
})

/** The only answer that holds the key. */
export const presentMadeKey = ({ row, key }: MadeApiKey) => ({
  ...presentApiKey(row),
  key: key.reveal(),
})
