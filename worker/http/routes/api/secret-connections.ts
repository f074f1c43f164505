/** Connections that begin with a secret: API keys and client credentials (contract 2.3). */
import { Hono } from 'hono'
import {
  upsertApiKeyRequest,
  upsertClientCredentialsRequest,
  type SecretConnectionBody,
} from '../../../contract/secret-connection.ts'
import { Secret } from '../../../kit/secret.ts'
import { connectByClient } from '../../../use-cases/accounts/connect-by-client.ts'
import { connectByKey } from '../../../use-cases/accounts/connect-by-key.ts'
import type { SecretTarget } from '../../../use-cases/accounts/secret-place.ts'
import { note, type AppContext, type AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { needs } from '../../middleware/needs.ts'
import { ownerOfBody } from '../../owner-of.ts'
import { parseBody } from '../../parse.ts'
import { presentAccount } from '../../present/connected-account.ts'

export const secretConnections = new Hono<AppEnv>()

secretConnections.put('/:slug/api-key', needs('connections:write'), async (c) => {
  const body = await parseBody(c, upsertApiKeyRequest)
  const connected = await connectByKey(c.var.deps, targetOf(c, body), new Secret(body.secret))
  if (!connected.ok) throw toApiError(connected.failure)
  return c.json(presentAccount(connected.value))
})

secretConnections.put('/:slug/client-credentials', needs('connections:write'), async (c) => {
  const body = await parseBody(c, upsertClientCredentialsRequest)
  const connected = await connectByClient(c.var.deps, targetOf(c, body), {
    clientId: body.client_id,
    clientSecret: new Secret(body.client_secret),
    config: body.config,
  })
  if (!connected.ok) throw toApiError(connected.failure)
  return c.json(presentAccount(connected.value))
})

function targetOf(c: AppContext, body: SecretConnectionBody): SecretTarget {
  const slug = c.req.param('slug') ?? ''
  note(c, { slug })
  return {
    environment: c.var.backend.environment,
    slug,
    owner: ownerOfBody(body),
    accountId: body.connected_account_id ?? undefined,
    mustExist: body.connection_intent === 'reauthorize',
    accountIdentifier: body.account_identifier,
    accountDisplayName: body.account_display_name,
  }
}
