/** The key ring of the deployment, for its operator: what each key wraps, and the move to the active one. */
import { Hono } from 'hono'
import {
  checkRetirement,
  readKeys,
  rewrapSlice,
  type KeyUse,
} from '../../../use-cases/keys/rotate-keys.ts'
import type { AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { requireOperator } from '../../middleware/require-operator.ts'

export const keys = new Hono<AppEnv>()

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
