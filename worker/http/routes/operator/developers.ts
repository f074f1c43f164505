/** What helps developers along: a widget to try in a sandbox, and the way from there to production. */
import { Hono } from 'hono'
import {
  copyIntegrationsRequest,
  playgroundRequest,
} from '../../../contract/operator/environments.ts'
import { commit } from '../../../storage/database.ts'
import { copyIntegrations } from '../../../use-cases/data-integrations/copy-integrations.ts'
import { getEnvironment } from '../../../use-cases/environments/manage-environments.ts'
import { openPlayground } from '../../../use-cases/environments/open-playground.ts'
import type { AppContext, AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { toCustomProvider } from '../../integration-body.ts'
import { needsOperator } from '../../middleware/needs-operator.ts'
import { operatorEnvironment } from '../../middleware/operator-environment.ts'
import { audited } from '../../operator-audit.ts'
import { parseBody } from '../../parse.ts'

export const operatorDevelopers = new Hono<AppEnv>()

operatorDevelopers.post(
  '/environments/:environment/playground',
  needsOperator('developer'),
  operatorEnvironment,
  async (c) => {
    const { deps, environment } = c.var
    const { user_id: userId } = await parseBody(c, playgroundRequest)
    const opened = await openPlayground(deps, environment, userId)
    if (!opened.ok) throw toApiError(opened.failure)
    await note(c, 'playground.opened', userId)
    return c.json({ token: opened.value.reveal() }, 201)
  },
)

operatorDevelopers.post(
  '/environments/:environment/integrations/copy',
  needsOperator('developer'),
  operatorEnvironment,
  async (c) => {
    const { deps, environment } = c.var
    const body = await parseBody(c, copyIntegrationsRequest)
    const from = await getEnvironment(deps, body.from_environment_id)
    if (!from.ok) throw toApiError(from.failure)
    await note(c, 'integrations.copied', from.value.id)
    return c.json(await copyIntegrations(deps, from.value, environment, toCustomProvider))
  },
)

/** By itself: what is done is many changes, or none. */
async function note(
  c: AppContext,
  action: 'playground.opened' | 'integrations.copied',
  target: string,
): Promise<void> {
  const environmentId = c.var.environment.id
  const { db, alongside = [] } = audited(c, action, { environmentId, target })
  await commit(db, alongside)
}
