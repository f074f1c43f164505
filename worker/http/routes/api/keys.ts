/** The key ring of the deployment, for its operator: what each key wraps, and the move to the active one. */
import { Hono, type MiddlewareHandler } from 'hono'
import * as v from 'valibot'
import { rewrapQuery } from '../../../contract/key-place.ts'
import { decodeBase64Url, encodeBase64Url, fromUtf8, utf8 } from '../../../kit/encoding.ts'
import { rowPlace } from '../../../storage/key-place.ts'
import {
  checkKeySlice,
  checkRetirement,
  readKeys,
  rewrapSlice,
  type KeyUse,
} from '../../../use-cases/keys/rotate-keys.ts'
import type { AppContext, AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { requireOperator } from '../../middleware/require-operator.ts'
import { invalidField, parseQuery } from '../../parse.ts'

/** @param admit who may look, and who may move and retire keys */
export function ringRoutes(admit: {
  readonly read: MiddlewareHandler<AppEnv>
  readonly change: MiddlewareHandler<AppEnv>
}): Hono<AppEnv> {
  const keys = new Hono<AppEnv>()

  keys.get('/', admit.read, async (c) => {
    const data = (await readKeys(c.var.deps)).map(presentKey)
    return c.json({ object: 'list', data })
  })

  keys.post('/:kid/rewrap', admit.change, async (c) => {
    const slice = await rewrapSlice(c.var.deps, c.req.param('kid'), placeOf(c, keyPlace))
    if (!slice.ok) throw toApiError(slice.failure)
    const { next, ...told } = slice.value
    return c.json({ object: 'key_rewrap', ...told, after: presentPlace(next) })
  })

  keys.get('/:kid/check', admit.read, async (c) => {
    const check = await checkKeySlice(c.var.deps, c.req.param('kid'), placeOf(c, rowPlace))
    if (!check.ok) throw toApiError(check.failure)
    const { next, ...told } = check.value
    return c.json({ object: 'key_check', ...told, after: presentPlace(next) })
  })

  keys.post('/:kid/retire', admit.change, async (c) => {
    const checked = await checkRetirement(c.var.deps, c.req.param('kid'))
    if (!checked.ok) throw toApiError(checked.failure)
    return c.json({ object: 'key_retirement', may_leave_the_ring: true })
  })

  return keys
}

export const keys = ringRoutes({ read: requireOperator, change: requireOperator })

const presentKey = ({ id, isActive, rows, objects }: KeyUse) => ({
  object: 'vault_key' as const,
  id,
  active: isActive,
  rows,
  objects,
})

const keyPlace = v.object({ rows: rowPlace, object: v.nullable(v.number()) })

/** A place is opaque to who brings it back, and of use to an operator only. */
const presentPlace = (place: unknown): string | null =>
  place === null ? null : encodeBase64Url(utf8(JSON.stringify(place)))

/** @throws ApiError 422 `invalid_request` for what is no place */
function placeOf<const Shape extends v.GenericSchema>(
  c: AppContext,
  shape: Shape,
): v.InferOutput<Shape> | undefined {
  const { after } = parseQuery(c, rewrapQuery)
  if (after === undefined) return undefined
  const bytes = decodeBase64Url(after)
  const text = bytes === undefined ? undefined : fromUtf8(bytes)
  try {
    return v.parse(shape, JSON.parse(text ?? ''))
  } catch {
    throw invalidField('after', 'must be the `after` of the answer before')
  }
}
