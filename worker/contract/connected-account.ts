/** `…/connected_accounts/{slug}`: importing and changing a connection (contract 2.5). */
import * as v from 'valibot'
import { externalId } from './identifiers.ts'
import { scopeList } from './scopes.ts'
import { instant } from './time.ts'

const MAX_TOKEN = 16_384

const token = v.nullish(
  v.pipe(
    v.string('must be a string'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(MAX_TOKEN, `must have at most ${MAX_TOKEN} characters`),
    v.regex(/^[\x20-\x7e]+$/, 'must be a token (RFC 6749 appendix A.12)'),
  ),
)

const tokens = {
  access_token: token,
  refresh_token: token,
  expires_at: v.nullish(instant),
  scopes: v.nullish(scopeList),
  state: v.nullish(
    v.picklist(
      ['connected', 'needs_reauthorization'],
      'must be connected or needs_reauthorization',
    ),
  ),
}

/** The acting member, where an organization owns the connection. */
const actor = { user_id: externalId }

const intentToAdd = v.nullish(v.literal('add', 'must be add'))
const intentToReauthorize = v.nullish(v.literal('reauthorize', 'must be reauthorize'))

export const importAccountRequest = v.strictObject({ ...tokens, connection_intent: intentToAdd })

export const updateAccountRequest = v.strictObject({
  ...tokens,
  connection_intent: intentToReauthorize,
})

export const importOrganizationAccountRequest = v.strictObject({
  ...importAccountRequest.entries,
  ...actor,
})

export const updateOrganizationAccountRequest = v.strictObject({
  ...updateAccountRequest.entries,
  ...actor,
})

export type TokensBody = v.InferOutput<typeof importAccountRequest>
