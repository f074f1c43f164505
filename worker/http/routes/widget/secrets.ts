/** Connecting from the widget by an API key or a client of one's own (contract/widget.md 3). */
import { Hono } from 'hono'
import {
  widgetApiKeyRequest,
  widgetClientCredentialsRequest,
} from '../../../contract/secret-connection.ts'
import type { ConnectedAccount } from '../../../domain/integration.ts'
import { Secret } from '../../../kit/secret.ts'
import type { Result } from '../../../kit/result.ts'
import { connectByClient } from '../../../use-cases/accounts/connect-by-client.ts'
import { connectByKey } from '../../../use-cases/accounts/connect-by-key.ts'
import type { SecretFailure, SecretTarget } from '../../../use-cases/accounts/secret-place.ts'
import { note, type AppContext, type AppEnv } from '../../context.ts'
import { toPersonalError } from '../../failures.ts'
import { parseBody } from '../../parse.ts'
import { presentInstallation } from '../../present/connected-account.ts'
import { sessionOwner } from './connections.ts'

export const secrets = new Hono<AppEnv>()

secrets.put('/:slug/api-key', async (c) => {
  const body = await parseBody(c, widgetApiKeyRequest)
  return answer(c, await connectByKey(c.var.deps, targetOf(c), new Secret(body.secret)))
})

secrets.put('/:slug/client-credentials', async (c) => {
  const body = await parseBody(c, widgetClientCredentialsRequest)
  const connected = await connectByClient(c.var.deps, targetOf(c), {
    clientId: body.client_id,
    clientSecret: new Secret(body.client_secret),
    config: body.config,
  })
  return answer(c, connected)
})

function targetOf(c: AppContext): SecretTarget {
  const slug = c.req.param('slug') ?? ''
  const { session } = c.var
  note(c, { slug })
  return {
    environment: session.environment,
    slug,
    owner: sessionOwner(session),
    mustExist: false,
  }
}

function answer(c: AppContext, connected: Result<ConnectedAccount, SecretFailure>): Response {
  if (!connected.ok) throw toPersonalError(connected.failure)
  return c.json(presentInstallation(connected.value))
}
