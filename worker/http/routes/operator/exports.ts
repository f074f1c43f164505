/** The audit and the connections of an environment as files, behind a fresh sign-in. */
import { Hono } from 'hono'
import {
  exportAuditRequest,
  exportConnectionsRequest,
  exportQuery,
} from '../../../contract/operator/exports.ts'
import { listAccounts, NO_FILTER } from '../../../storage/account-lists.ts'
import { commit } from '../../../storage/database.ts'
import { listAudit } from '../../../storage/operator-audit.ts'
import type { AppEnv } from '../../context.ts'
import { sendExport } from '../../export-stream.ts'
import { demandTicket, issueTicket } from '../../export-ticket.ts'
import { needsOperator } from '../../middleware/needs-operator.ts'
import { operatorEnvironment } from '../../middleware/operator-environment.ts'
import { audited } from '../../operator-audit.ts'
import { parseBody, parseQuery } from '../../parse.ts'
import {
  AUDIT_COLUMNS,
  CONNECTION_COLUMNS,
  exportAudit,
  exportConnection,
} from '../../present/exports.ts'

export const operatorExports = new Hono<AppEnv>()

const CONNECTIONS = '/environments/:environment/exports/connections'

operatorExports.post('/exports/audit', needsOperator('owner', 'fresh'), async (c) => {
  const { format, environment } = await parseBody(c, exportAuditRequest)
  const environmentId = environment ?? ''
  const { db, alongside = [] } = audited(c, 'audit.exported', {
    target: environment ?? null,
    details: { format },
  })
  await commit(db, alongside)
  const ticket = await issueTicket(c, ['audit', format, environmentId])
  const query = new URLSearchParams({
    format,
    ...(environmentId === '' ? {} : { environment: environmentId }),
    ticket,
  })
  return c.json({ object: 'export', url: `/operator/exports/audit?${query.toString()}` }, 201)
})

operatorExports.get('/exports/audit', needsOperator('owner'), async (c) => {
  const { format, environment, ticket } = parseQuery(c, exportQuery)
  await demandTicket(c, ['audit', format, environment ?? ''], ticket)
  return sendExport(c, format, {
    name: 'pipes-audit',
    columns: AUDIT_COLUMNS,
    read: (page) => listAudit(c.var.deps.db, environment, page),
    present: exportAudit,
  })
})

operatorExports.post(
  CONNECTIONS,
  needsOperator('developer', 'fresh'),
  operatorEnvironment,
  async (c) => {
    const { format } = await parseBody(c, exportConnectionsRequest)
    const { id } = c.var.environment
    const about = { environmentId: id, target: id, details: { format } }
    const { db, alongside = [] } = audited(c, 'connections.exported', about)
    await commit(db, alongside)
    const query = new URLSearchParams({
      format,
      ticket: await issueTicket(c, ['connections', format, id]),
    })
    const url = `/operator/environments/${id}/exports/connections?${query.toString()}`
    return c.json({ object: 'export', url }, 201)
  },
)

operatorExports.get(CONNECTIONS, needsOperator('developer'), operatorEnvironment, async (c) => {
  const { format, ticket } = parseQuery(c, exportQuery)
  const { id } = c.var.environment
  await demandTicket(c, ['connections', format, id], ticket)
  return sendExport(c, format, {
    name: 'pipes-connections',
    columns: CONNECTION_COLUMNS,
    read: (page) => listAccounts(c.var.deps.db, id, NO_FILTER, page),
    present: exportConnection,
  })
})
