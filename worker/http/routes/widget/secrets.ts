/** Connecting from the widget by an API key or a client of one's own (contract/widget.md 3). */
import { Hono } from 'hono'
import type { AimBody } from '../../../contract/aim.ts'
import {
  widgetApiKeyRequest,
  widgetClientCredentialsRequest,
} from '../../../contract/secret-connection.ts'
import type { ConnectedAccount } from '../../../domain/integration.ts'
import { organizationOwner, type Owner } from '../../../domain/owner.ts'
import { Secret } from '../../../kit/secret.ts'
import type { Result } from '../../../kit/result.ts'
import { connectByClient } from '../../../use-cases/accounts/connect-by-client.ts'
import { connectByKey } from '../../../use-cases/accounts/connect-by-key.ts'
import type { SecretFailure, SecretTarget } from '../../../use-cases/accounts/secret-place.ts'
import { note, type AppContext, type AppEnv } from '../../context.ts'
import { toPersonalError } from '../../failures.ts'
import { needsManager } from '../../middleware/needs-manager.ts'
import { parseBody } from '../../parse.ts'
import { slugOf } from '../../slug-of.ts'
import { presentInstallation } from '../../present/connected-account.ts'
import { sessionOwner } from './connections.ts'

export const secrets = new Hono<AppEnv>()

secrets.put('/:slug/api-key', (c) => byKey(c, sessionOwner(c.var.session)))

secrets.put('/:slug/client-credentials', (c) => byClient(c, sessionOwner(c.var.session)))

secrets.put('/:slug/organization/api-key', needsManager, (c) =>
  byKey(c, organizationOwner(c.var.managed)),
)

secrets.put('/:slug/organization/client-credentials', needsManager, (c) =>
  byClient(c, organizationOwner(c.var.managed)),
)

async function byKey(c: AppContext, owner: Owner): Promise<Response> {
  const body = await parseBody(c, widgetApiKeyRequest)
  return answer(
    c,
    await connectByKey(c.var.deps, targetOf(c, owner, body), {
      secret: new Secret(body.secret),
      config: body.config,
    }),
  )
}

async function byClient(c: AppContext, owner: Owner): Promise<Response> {
  const body = await parseBody(c, widgetClientCredentialsRequest)
  const connected = await connectByClient(c.var.deps, targetOf(c, owner, body), {
    clientId: body.client_id,
    clientSecret: new Secret(body.client_secret),
    config: body.config,
  })
  return answer(c, connected)
}

function targetOf(c: AppContext, owner: Owner, body: AimBody): SecretTarget {
  const slug = slugOf(c)
  note(c, { slug })
  return {
    environment: c.var.session.environment,
    slug,
    owner,
    mustExist: false,
    accountId: body.connected_account_id ?? undefined,
    // A person who presses twice sees both, and can end one.
    addition: body.connection_intent === 'add' ? { once: null } : undefined,
  }
}

function answer(c: AppContext, connected: Result<ConnectedAccount, SecretFailure>): Response {
  if (!connected.ok) throw toPersonalError(connected.failure)
  return c.json(presentInstallation(connected.value))
}
