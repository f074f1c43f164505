/** Connections that begin with a secret: API keys and client credentials (contract 2.3). */
import { Hono } from 'hono'
import {
  addApiKeyRequest,
  addClientCredentialsRequest,
  upsertApiKeyRequest,
  upsertClientCredentialsRequest,
  type ApiKeyConnection,
  type ClientConnection,
  type SecretConnectionBody,
} from '../../../contract/secret-connection.ts'
import { Secret } from '../../../kit/secret.ts'
import { connectByClient } from '../../../use-cases/accounts/connect-by-client.ts'
import { connectByKey } from '../../../use-cases/accounts/connect-by-key.ts'
import type { Addition } from '../../../use-cases/accounts/import-account.ts'
import type { SecretTarget } from '../../../use-cases/accounts/secret-place.ts'
import { note, type AppContext, type AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { idempotencyKeyOf } from '../../idempotency-key.ts'
import { needs } from '../../middleware/needs.ts'
import { ownerOfBody } from '../../owner-of.ts'
import { parseBody } from '../../parse.ts'
import { slugOf } from '../../slug-of.ts'
import { presentAccount } from '../../present/connected-account.ts'

export const secretConnections = new Hono<AppEnv>()

secretConnections.put('/:slug/api-key', needs('connections:write'), async (c) => {
  const body = await parseBody(c, upsertApiKeyRequest)
  return c.json(await byKey(c, body))
})

secretConnections.post('/:slug/api-key', needs('connections:write'), async (c) => {
  const body = await parseBody(c, addApiKeyRequest)
  return c.json(await byKey(c, body, additionOf(c, body)), 201)
})

secretConnections.put('/:slug/client-credentials', needs('connections:write'), async (c) => {
  const body = await parseBody(c, upsertClientCredentialsRequest)
  return c.json(await byClient(c, body))
})

secretConnections.post('/:slug/client-credentials', needs('connections:write'), async (c) => {
  const body = await parseBody(c, addClientCredentialsRequest)
  return c.json(await byClient(c, body, additionOf(c, body)), 201)
})

async function byKey(c: AppContext, body: ApiKeyConnection, addition?: Addition) {
  const target = targetOf(c, body, addition)
  const connected = await connectByKey(c.var.deps, target, {
    secret: new Secret(body.secret),
    config: body.config,
  })
  if (!connected.ok) throw toApiError(connected.failure)
  return presentAccount(connected.value)
}

async function byClient(c: AppContext, body: ClientConnection, addition?: Addition) {
  const connected = await connectByClient(c.var.deps, targetOf(c, body, addition), {
    clientId: body.client_id,
    clientSecret: new Secret(body.client_secret),
    config: body.config,
  })
  if (!connected.ok) throw toApiError(connected.failure)
  return presentAccount(connected.value)
}

/** What makes two requests the same is all that was asked for. */
function additionOf(c: AppContext, body: unknown): Addition {
  const key = idempotencyKeyOf(c)
  return { once: key === null ? null : { key, request: ['add', c.req.path, body] } }
}

function targetOf(
  c: AppContext,
  body: SecretConnectionBody,
  addition: Addition | undefined,
): SecretTarget {
  const slug = slugOf(c)
  note(c, { slug })
  return {
    environment: c.var.backend.environment,
    slug,
    owner: ownerOfBody(body),
    accountId: body.connected_account_id ?? undefined,
    mustExist: body.connection_intent === 'reauthorize',
    addition,
    accountIdentifier: body.account_identifier,
    accountDisplayName: body.account_display_name,
  }
}
