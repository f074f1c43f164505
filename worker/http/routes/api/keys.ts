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
import type { Deps } from '../../../use-cases/deps.ts'
import type { AppContext, AppEnv } from '../../context.ts'
import { readPlace, signPlace, type ListName } from '../../cursor.ts'
import { toApiError } from '../../failures.ts'
import { requireOperator } from '../../middleware/require-operator.ts'
import { invalidField, parseQuery } from '../../parse.ts'

/** What a rotation has in the audit, if there is one: its beginning and its end. */
type RingAction = 'vault_key.rewrapped' | 'vault_key.retired'

/**
 * @param admit who may look, and who may move and retire keys
 * @param told the dependencies with an entry that says who does it
 */
export function ringRoutes(
  admit: {
    readonly read: MiddlewareHandler<AppEnv>
    readonly change: MiddlewareHandler<AppEnv>
  },
  told: (c: AppContext, action: RingAction, kid: string) => Deps = (c) => c.var.deps,
): Hono<AppEnv> {
  const keys = new Hono<AppEnv>()

  keys.get('/', admit.read, async (c) => {
    const data = (await readKeys(c.var.deps)).map(presentKey)
    return c.json({ object: 'list', data })
  })

  keys.post('/:kid/rewrap', admit.change, async (c) => {
    const kid = c.req.param('kid')
    const walk = walkOf(c, 'rewrap', kid)
    const after = await placeOf(c, walk, keyPlace)
    const deps = after === undefined ? told(c, 'vault_key.rewrapped', kid) : c.var.deps
    const slice = await rewrapSlice(deps, kid, after)
    if (!slice.ok) throw toApiError(slice.failure)
    const { next, ...moved } = slice.value
    return c.json({ object: 'key_rewrap', ...moved, after: await presentPlace(c, walk, next) })
  })

  keys.get('/:kid/check', admit.read, async (c) => {
    const kid = c.req.param('kid')
    const walk = walkOf(c, 'check', kid)
    const check = await checkKeySlice(c.var.deps, kid, await placeOf(c, walk, rowPlace))
    if (!check.ok) throw toApiError(check.failure)
    const { next, ...found } = check.value
    return c.json({ object: 'key_check', ...found, after: await presentPlace(c, walk, next) })
  })

  keys.post('/:kid/retire', admit.change, async (c) => {
    const kid = c.req.param('kid')
    const checked = await checkRetirement(told(c, 'vault_key.retired', kid), kid)
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

/** Of one key and one operator: a place in it shows that they have begun it, and that the audit says so. */
const walkOf = (c: AppContext, verb: 'rewrap' | 'check', kid: string): ListName => [
  'vault_keys',
  verb,
  kid,
  c.var.caller?.operator.id ?? '',
]

const placeKeys = (c: AppContext) => c.var.deps.keyring.derive('list-cursor')

/** A place is opaque to who brings it back. */
const presentPlace = async (
  c: AppContext,
  walk: ListName,
  place: unknown,
): Promise<string | null> =>
  place === null
    ? null
    : signPlace(await placeKeys(c), walk, encodeBase64Url(utf8(JSON.stringify(place))))

/** @throws ApiError 422 `invalid_request` for what is no place in this walk */
async function placeOf<const Shape extends v.GenericSchema>(
  c: AppContext,
  walk: ListName,
  shape: Shape,
): Promise<v.InferOutput<Shape> | undefined> {
  const { after } = parseQuery(c, rewrapQuery)
  if (after === undefined) return undefined
  const place = await readPlace(await placeKeys(c), walk, after)
  const bytes = place === undefined ? undefined : decodeBase64Url(place)
  const text = bytes === undefined ? undefined : fromUtf8(bytes)
  // What was signed may be of the release before.
  const read = v.safeParse(shape, text === undefined ? undefined : JSON.parse(text))
  if (!read.success) throw invalidField('after', 'must be the `after` of the answer before')
  return read.output
}
