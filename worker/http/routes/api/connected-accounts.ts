/** The connections of users and of organizations, and the providers that they could connect (contract 2.5). */
import { Hono } from 'hono'
import {
  importAccountRequest,
  importOrganizationAccountRequest,
  updateAccountRequest,
  updateOrganizationAccountRequest,
  type TokensBody,
} from '../../../contract/connected-account.ts'
import { externalId, ownerOfPath } from '../../../contract/identifiers.ts'
import { pluralQuery, selectionQuery, updateQuery } from '../../../contract/selection.ts'
import type { Selection } from '../../../domain/connections.ts'
import { organizationOwner, userOwner, type Owner } from '../../../domain/owner.ts'
import { Secret } from '../../../kit/secret.ts'
import { disconnect } from '../../../use-cases/accounts/disconnect.ts'
import { getAccount, referenceBySlug } from '../../../use-cases/accounts/get-account.ts'
import { importAccount, type Addition } from '../../../use-cases/accounts/import-account.ts'
import { listDataProviders } from '../../../use-cases/accounts/list-data-providers.ts'
import type { AccountTarget, TokenChanges } from '../../../use-cases/accounts/token-place.ts'
import { updateAccount } from '../../../use-cases/accounts/update-account.ts'
import type { App, AppContext, AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { idempotencyKeyOf } from '../../idempotency-key.ts'
import { needs } from '../../middleware/needs.ts'
import { parseBody, parseShape } from '../../parse.ts'
import { slugOf } from '../../slug-of.ts'
import { presentAccount } from '../../present/connected-account.ts'
import { presentDataProvider } from '../../present/data-provider.ts'

/** An empty organization_id is refused: it must not quietly mean the personal connection. */
function userOfPath(c: AppContext): Owner {
  const owner = parseShape(ownerOfPath, {
    user_id: c.req.param('owner'),
    organization_id: c.req.query('organization_id'),
  })
  return userOwner(owner.user_id, owner.organization_id ?? null)
}

const organizationOfPath = (c: AppContext): Owner =>
  organizationOwner(parseShape(externalId, c.req.param('owner')))

export const users = accountsOf(userOfPath, {
  toImport: (c) => parseBody(c, importAccountRequest),
  toUpdate: (c) => parseBody(c, updateAccountRequest),
})

export const organizations = accountsOf(organizationOfPath, {
  toImport: (c) => parseBody(c, importOrganizationAccountRequest),
  toUpdate: (c) => parseBody(c, updateOrganizationAccountRequest),
})

type Bodies = {
  readonly toImport: (c: AppContext) => Promise<TokensBody>
  readonly toUpdate: (c: AppContext) => Promise<ChangesBody>
}

type ChangesBody = Omit<TokensBody, 'connection_intent'>

function accountsOf(ownerOf: (c: AppContext) => Owner, { toImport, toUpdate }: Bodies): App {
  const app = new Hono<AppEnv>()
  const path = '/:owner/connected_accounts/:slug'
  const targetOf = (c: AppContext): AccountTarget => ({
    environment: c.var.backend.environment,
    slug: slugOf(c),
    owner: ownerOf(c),
  })

  app.get(path, needs('connections:read'), async (c) => {
    const { environment, slug, owner } = targetOf(c)
    const of = { owner, ...selectionOf(c) }
    const account = await getAccount(c.var.deps, environment, slug, of)
    if (!account.ok) throw toApiError(account.failure)
    return c.json(presentAccount(account.value))
  })

  app.post(path, needs('connections:write'), async (c) => {
    const target = targetOf(c)
    const body = await toImport(c)
    const addition = body.connection_intent == null ? undefined : additionOf(c, target, body)
    const imported = await importAccount(c.var.deps, target, changesOf(body), addition)
    if (!imported.ok) throw toApiError(imported.failure)
    return c.json(presentAccount(imported.value), 201)
  })

  app.put(path, needs('connections:write'), async (c) => {
    const body = await toUpdate(c)
    // The plural flag changes nothing here: without an id the compatibility connection is meant.
    const { connected_account_id: accountId } = parseShape(updateQuery, c.req.query())
    const updated = await updateAccount(c.var.deps, { ...targetOf(c), accountId }, changesOf(body))
    if (!updated.ok) throw toApiError(updated.failure)
    return c.json(presentAccount(updated.value))
  })

  app.delete(path, needs('connections:write'), async (c) => {
    const { environment, slug, owner } = targetOf(c)
    const selection = selectionOf(c)
    const reference = await referenceBySlug(c.var.deps, environment, slug, owner)
    if (!reference.ok) throw toApiError(reference.failure)
    const meant = { reference: reference.value, slug, ...selection }
    const outcome = await disconnect(c.var.deps, meant)
    if (!outcome.ok) throw toApiError(outcome.failure)
    return c.body(null, 204)
  })

  app.get('/:owner/data_providers', needs('connections:read'), async (c) => {
    const { deps, backend } = c.var
    const { supports_multiple_connections: plural } = parseShape(pluralQuery, c.req.query())
    const found = await listDataProviders(deps, backend.environment.id, ownerOf(c), { plural })
    const data = found.map(presentDataProvider)
    return c.json({ object: 'list', data, list_metadata: { before: null, after: null } })
  })
  return app
}

function selectionOf(c: AppContext): Selection {
  const query = parseShape(selectionQuery, c.req.query())
  return { accountId: query.connected_account_id, plural: query.supports_multiple_connections }
}

/** What makes two requests the same is all that was asked for, however it was spelled. */
function additionOf(c: AppContext, { slug, owner }: AccountTarget, body: TokensBody): Addition {
  const key = idempotencyKeyOf(c)
  return { once: key === null ? null : { key, request: ['import', slug, owner, body] } }
}

/** Absent stays as it is, null takes away. */
const changesOf = (body: TokensBody | ChangesBody): TokenChanges => ({
  accessToken: secretOf(body.access_token),
  refreshToken: secretOf(body.refresh_token),
  expiresAt: body.expires_at == null ? body.expires_at : Date.parse(body.expires_at),
  scopes: body.scopes,
  state: body.state,
})

const secretOf = (text: string | null | undefined): Secret | null | undefined =>
  text == null ? text : new Secret(text)
