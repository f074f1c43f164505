/** Who is signed in, who may, and what was done. */
import * as v from 'valibot'
import { listOf, says, textOrNull, time, timeOrNull } from '../../answers/words.ts'
import { ROLES } from '../people.ts'

const role = v.picklist(ROLES)
const method = v.picklist(['passkey', 'access'])

const operator = v.strictObject({
  object: v.literal('operator'),
  id: v.string(),
  name: v.string(),
  email: says(textOrNull, 'By which Cloudflare Access names them; null where passkeys sign in.'),
  role,
  created_at: time,
  last_seen_at: timeOrNull,
})

const session = v.strictObject({
  object: v.literal('operator_session'),
  id: v.string(),
  current: says(v.boolean(), 'The session that asks.'),
  method,
  created_at: time,
  last_seen_at: time,
  expires_at: says(
    time,
    'Twelve hours after signing in; after an hour without a request it ends before.',
  ),
  ip_address: textOrNull,
  user_agent: textOrNull,
})

/** `GET /operator/session`, and what every way of signing in answers. */
const operatorState = v.strictObject({
  object: v.literal('operator_state'),
  state: says(
    v.picklist(['set_up', 'signed_out', 'signed_in']),
    '`set_up`: there is no operator yet, and the token of the link makes the first.',
  ),
  sign_in_with: v.array(method),
  operator: v.nullable(operator),
  session: v.nullable(session),
  fresh_until: says(timeOrNull, 'Until then what asks for a fresh sign-in is open.'),
})

/** `POST …/options`: `options` go to `PublicKeyCredential.parse…OptionsFromJSON()`. */
const ceremony = v.strictObject({
  object: v.literal('passkey_ceremony'),
  challenge_id: says(v.string(), 'Comes back with the credential; once, within five minutes.'),
  options: v.looseObject({ challenge: v.string() }),
})

const passkey = v.strictObject({
  object: v.literal('passkey'),
  id: v.string(),
  name: v.string(),
  synced: says(v.boolean(), 'Kept by a password manager, so it survives the device.'),
  created_at: time,
  last_used_at: timeOrNull,
})

/** `GET /operator/account`. */
const operatorAccount = v.strictObject({
  object: v.literal('operator_account'),
  operator,
  passkeys: v.array(passkey),
  sessions: v.array(session),
})

const addedPasskey = passkey

const invitation = v.strictObject({
  object: v.literal('operator_invitation'),
  id: v.string(),
  name: v.string(),
  email: says(textOrNull, 'Whom Cloudflare Access has to name; null: the link is all.'),
  role,
  created_at: time,
  expires_at: time,
})

/** `GET /operator/operators`. */
const operatorList = v.strictObject({
  object: v.literal('operators'),
  operators: v.array(operator),
  invitations: says(v.array(invitation), 'Those that are open.'),
})

const changedOperator = operator

/** `POST /operator/invitations`: the only answer that holds the link. */
const newInvitation = v.strictObject({ ...invitation.entries, url: v.string() })

const auditEntry = v.strictObject({
  object: v.literal('audit_entry'),
  id: v.string(),
  at: time,
  operator: v.nullable(v.strictObject({ id: v.string(), name: v.string() })),
  action: says(v.string(), 'For instance `integration.updated`.'),
  environment_id: textOrNull,
  target: says(textOrNull, 'What it was done to: an id or a slug.'),
  details: says(v.record(v.string(), v.unknown()), 'What was changed; never a secret.'),
  ip_address: textOrNull,
  country: textOrNull,
  user_agent: textOrNull,
})

/** `GET /operator/audit`. */
const auditList = listOf(auditEntry)

export const PEOPLE_ANSWERS = {
  operatorState,
  ceremony,
  operatorAccount,
  addedPasskey,
  operatorList,
  changedOperator,
  newInvitation,
  auditList,
} as const
