/** Environments in the dashboard: all of the deployment, each with the version that a change is made from. */
import { Hono } from 'hono'
import { createEnvironmentRequest, updateEnvironmentRequest } from '../../../contract/api-key.ts'
import { issuerCheckRequest } from '../../../contract/operator/environments.ts'
import { allEnvironments } from '../../../storage/environments.ts'
import { checkIssuer } from '../../../use-cases/environments/check-issuer.ts'
import {
  makeEnvironment,
  updateEnvironment,
} from '../../../use-cases/environments/manage-environments.ts'
import type { AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { ifMatch } from '../../if-match.ts'
import { demandFresh, needsOperator } from '../../middleware/needs-operator.ts'
import { operatorEnvironment } from '../../middleware/operator-environment.ts'
import { audited, fieldsOf } from '../../operator-audit.ts'
import { parseBody } from '../../parse.ts'
import { presentVersionedEnvironment } from '../../present/operator-views.ts'
import { toSettings } from '../../settings-body.ts'

export const operatorEnvironments = new Hono<AppEnv>()

operatorEnvironments.get('/', needsOperator('viewer'), async (c) => {
  const all = await allEnvironments(c.var.deps.db)
  return c.json({ object: 'list', data: all.map(presentVersionedEnvironment) })
})

operatorEnvironments.post('/', needsOperator('owner', 'fresh'), async (c) => {
  const body = await parseBody(c, createEnvironmentRequest)
  const deps = audited(c, 'environment.created', {
    target: body.name,
    details: { kind: body.kind, ...fieldsOf(body) },
  })
  const made = await makeEnvironment(deps, body.kind, {
    name: body.name,
    allowedOrigins: body.allowed_origins ?? [],
    returnUrls: body.return_urls ?? [],
    settings: toSettings(body),
  })
  if (!made.ok) throw toApiError(made.failure)
  return c.json(presentVersionedEnvironment(made.value), 201)
})

operatorEnvironments.get('/:environment', needsOperator('viewer'), operatorEnvironment, (c) =>
  c.json(presentVersionedEnvironment(c.var.environment)),
)

operatorEnvironments.post(
  '/:environment/check-issuer',
  needsOperator('developer'),
  operatorEnvironment,
  async (c) => {
    const body = await parseBody(c, issuerCheckRequest)
    const asked = { issuer: body.issuer, jwksUri: body.jwks_uri ?? null }
    const checked = await checkIssuer(c.var.deps, c.var.environment, asked)
    if (!checked.ok) throw toApiError(checked.failure)
    const { issuer, jwksUri, keys } = checked.value
    return c.json({ object: 'issuer_check', issuer, jwks_uri: jwksUri, keys })
  },
)

operatorEnvironments.put(
  '/:environment',
  needsOperator('developer'),
  operatorEnvironment,
  async (c) => {
    const body = await parseBody(c, updateEnvironmentRequest)
    const { id } = c.var.environment
    // Who may embed the widget, where users are sent, whose tokens are believed; whether a flow has to be bound.
    const letsIn = [body.allowed_origins, body.return_urls, body.user_token_issuers]
    const isWeaker = body.requires_binding === false
    if (isWeaker || letsIn.some((entries) => entries !== undefined)) demandFresh(c)
    const about = { environmentId: id, target: id, details: fieldsOf(body) }
    const changed = await updateEnvironment(audited(c, 'environment.updated', about), id, {
      ...(body.name === undefined ? {} : { name: body.name }),
      ...(body.allowed_origins === undefined ? {} : { allowedOrigins: body.allowed_origins }),
      ...(body.return_urls === undefined ? {} : { returnUrls: body.return_urls }),
      settings: toSettings(body),
      unchangedSince: ifMatch(c),
    })
    if (!changed.ok) throw toApiError(changed.failure)
    return c.json(presentVersionedEnvironment(changed.value))
  },
)
