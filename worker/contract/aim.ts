/** Which connection is to be made: another one beside those that there are, or exactly one of them anew. */
import * as v from 'valibot'

export const aimEntries = {
  connection_intent: v.nullish(v.literal('add', 'must be add')),
  connected_account_id: v.nullish(
    v.pipe(
      v.string('must be a string'),
      v.minLength(1, 'must not be empty'),
      v.maxLength(2048, 'must have at most 2048 characters'),
    ),
  ),
}

export type AimBody = {
  readonly connection_intent?: 'add' | null | undefined
  readonly connected_account_id?: string | null | undefined
}

/** Not both of them. */
export const isOneAim = (body: AimBody): boolean =>
  body.connection_intent == null || body.connected_account_id == null

export const ONE_AIM =
  'names a connection that is there, so it does not go with connection_intent "add"'
