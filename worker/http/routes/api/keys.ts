/** The key ring of the deployment, for its operator: what each key wraps, and the move to the active one. */
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import {
  checkRetirement,
  readKeys,
  rewrapSlice,
  type KeyUse,
} from '../../../use-cases/keys/rotate-keys.ts'
import { ApiError } from '../../api-error.ts'
import type { AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'

export const keys = new Hono<AppEnv>()

const requireOperator = createMiddleware<AppEnv>(async function requireOperator(c, next) {
  if (c.req.header('origin') !== undefined) {
    throw new ApiError(
      403,
      'operator_pass_in_browser',
      'The key ring is not managed from a page. Use npm run keys.',
    )
  }
  const [, pass = ''] = /^Bearer ([\w.]{1,200})$/i.exec(c.req.header('authorization') ?? '') ?? []
  if (!(await c.var.deps.verifyOperator(pass))) {
    throw new ApiError(
      401,
      'operator_pass_invalid',
      'This needs an operator’s pass, which API keys are not. npm run keys makes one from API_KEY_PEPPER; it lives for five minutes.',
    )
  }
  await next()
})

keys.use('*', requireOperator)

keys.get('/', async (c) => {
  const data = (await readKeys(c.var.deps)).map(presentKey)
  return c.json({ object: 'list', data })
})

keys.post('/:kid/rewrap', async (c) => {
  const slice = await rewrapSlice(c.var.deps, c.req.param('kid'))
  if (!slice.ok) throw toApiError(slice.failure)
  return c.json({ object: 'key_rewrap', ...slice.value })
})

keys.post('/:kid/retire', async (c) => {
  const checked = await checkRetirement(c.var.deps, c.req.param('kid'))
  if (!checked.ok) throw toApiError(checked.failure)
  return c.json({ object: 'key_retirement', may_leave_the_ring: true })
})

const presentKey = ({ id, isActive, rows, objects }: KeyUse) => ({
  object: 'vault_key' as const,
  id,
  active: isActive,
  rows,
  objects,
})
