/** Starting and finishing a connection: REST (contract 2.3) and widget (contract/widget.md 3, 5). */
import * as v from 'valibot'
import { externalId, optionalId } from './identifiers.ts'
import { ownerEntries } from './owner.ts'

const opaque = v.pipe(v.string('must be a string'), v.maxLength(2048))
const noConfig = v.nullish(v.strictObject({}, 'has no fields for this provider'))

/** Another connection beside those that there are, or exactly one of them anew; not both. */
const aimEntries = {
  connection_intent: v.nullish(v.literal('add', 'must be add')),
  connected_account_id: v.nullish(v.pipe(opaque, v.minLength(1, 'must not be empty'))),
}

export const authorizeRequest = v.pipe(
  v.strictObject({
    ...ownerEntries,
    ...aimEntries,
    return_to: v.nullish(opaque),
    config: noConfig,
    code_challenge: v.nullish(opaque),
    user_label: v.nullish(v.pipe(v.string('must be a string'), v.maxLength(200))),
  }),
  v.forward(
    v.check(
      (body) => body.connection_intent == null || body.connected_account_id == null,
      'names a connection that is there, so it does not go with connection_intent "add"',
    ),
    ['connected_account_id'],
  ),
)

export const completeRequest = v.strictObject({
  ...ownerEntries,
  attempt_id: opaque,
  completion_code: opaque,
  code_verifier: opaque,
})

export const widgetAuthorizeRequest = v.strictObject({
  requireHandoff: v.nullish(v.boolean('must be true or false')),
  config: noConfig,
  code_challenge: v.nullish(opaque),
  return_to: v.nullish(opaque),
})

export const widgetCompleteRequest = v.strictObject({
  code_verifier: opaque,
  completion_code: v.nullish(opaque),
})

export const openRequest = v.strictObject({
  handoff_token: v.nullish(opaque),
  redirect_token: v.nullish(opaque),
  confirmed: v.nullish(v.boolean('must be true or false')),
})

export const widgetTokenRequest = v.strictObject({
  user_id: externalId,
  organization_id: optionalId,
  scopes: v.nullish(v.array(v.picklist(['widgets:pipes:manage'], 'must be widgets:pipes:manage'))),
  user_label: v.nullish(v.pipe(v.string('must be a string'), v.maxLength(200))),
})
