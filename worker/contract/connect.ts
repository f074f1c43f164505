/** Starting and finishing a connection: REST (contract 2.3) and widget (contract/widget.md 3, 5). */
import * as v from 'valibot'
import { aimEntries, isOneAim, ONE_AIM } from './aim.ts'
import { configValues } from './config.ts'
import { externalId, optionalId } from './identifiers.ts'
import { ownerEntries } from './owner.ts'

const opaque = v.pipe(v.string('must be a string'), v.maxLength(2048))
const config = v.nullish(configValues)

export const authorizeRequest = v.pipe(
  v.strictObject({
    ...ownerEntries,
    ...aimEntries,
    return_to: v.nullish(opaque),
    config,
    code_challenge: v.nullish(opaque),
    // Who follows RFC 7636 §4.3 names the method, and there is this one.
    code_challenge_method: v.nullish(v.literal('S256', 'must be S256')),
    user_label: v.nullish(v.pipe(v.string('must be a string'), v.maxLength(200))),
  }),
  v.forward(
    v.check((body) => isOneAim(body), ONE_AIM),
    ['connected_account_id'],
  ),
)

export const completeRequest = v.strictObject({
  ...ownerEntries,
  attempt_id: opaque,
  completion_code: opaque,
  code_verifier: v.pipe(
    v.string('must be a string'),
    v.regex(
      /^[A-Za-z0-9._~-]{43,128}$/,
      'must have 43 to 128 characters, each a letter, a digit or one of - . _ ~ (RFC 7636 §4.1)',
    ),
  ),
})

export const widgetAuthorizeRequest = v.pipe(
  v.strictObject({
    requireHandoff: v.nullish(v.boolean('must be true or false')),
    config,
    code_challenge: v.nullish(opaque),
    return_to: v.nullish(opaque),
    ...aimEntries,
  }),
  v.forward(
    v.check((body) => isOneAim(body), ONE_AIM),
    ['connected_account_id'],
  ),
)

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
  organization_name: v.nullish(v.pipe(v.string('must be a string'), v.maxLength(200))),
  scopes: v.nullish(v.array(v.picklist(['widgets:pipes:manage'], 'must be widgets:pipes:manage'))),
  user_label: v.nullish(v.pipe(v.string('must be a string'), v.maxLength(200))),
})
