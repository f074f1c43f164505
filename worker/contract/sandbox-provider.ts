/** What the sandbox provider is told: by its operator's tests, and by its consent page. */
import * as v from 'valibot'
import { notAList } from './plain-object.ts'

const flag = v.boolean('must be true or false')
const count = (least: number, most: number) => {
  const words = `must be a whole number from ${least} to ${most}`
  return v.pipe(
    v.number(words),
    v.integer(words),
    v.minValue(least, words),
    v.maxValue(most, words),
  )
}

/** An account's name, such as an e-mail address: it is made up by who uses it. */
export const sandboxAccount = v.pipe(
  v.string('must be a string'),
  v.regex(/^[^\p{C}\p{Z}]{1,200}$/u, 'must have 1 to 200 characters, none of them white space'),
)

const scopes = v.pipe(
  v.array(v.pipe(v.string('must be a string'), v.maxLength(100)), 'must be a list of scopes'),
  v.maxLength(20, 'must have at most 20 entries'),
)

const behaviourMembers = v.strictObject({
  rotation: v.optional(v.picklist(['strict', 'grace', 'none'], 'must be strict, grace or none')),
  grace_seconds: v.optional(count(1, 3600)),
  reuse_detection: v.optional(flag),
  expires_in: v.optional(count(1, 2_592_000)),
  stated_expires_in: v.optional(
    v.picklist(['right', 'missing', 'wrong'], 'must be right, missing or wrong'),
  ),
  refresh_token: v.optional(flag),
  scopes: v.optional(v.nullable(scopes)),
})
const behaviour = v.pipe(notAList, behaviourMembers)

const when = {
  on: v.optional(
    v.picklist(
      ['exchange', 'refresh', 'userinfo', 'revocation'],
      'must be exchange, refresh, userinfo or revocation',
    ),
    'refresh',
  ),
  times: v.optional(count(1, 1000), 1),
}

const fault = v.variant(
  'kind',
  [
    v.strictObject({
      ...when,
      kind: v.picklist([
        'html',
        'truncated',
        'cut_before',
        'cut_after',
        'revoked_by_user',
        'revoked_by_admin',
      ]),
    }),
    v.strictObject({
      ...when,
      kind: v.literal('slow'),
      milliseconds: v.optional(count(1, 60_000), 3000),
    }),
    v.strictObject({
      ...when,
      kind: v.literal('rate_limited'),
      seconds: v.optional(count(0, 3600), 5),
    }),
    v.strictObject({
      ...when,
      kind: v.literal('server_error'),
      status: v.optional(count(500, 599), 503),
    }),
    v.strictObject({ ...when, kind: v.literal('account_switched'), account: sandboxAccount }),
  ],
  'must be a fault that README.md of worker/sandbox-provider lists',
)

const faults = v.pipe(
  v.array(fault, 'must be a list of faults'),
  v.maxLength(50, 'must have at most 50 entries'),
)

export const sandboxScript = v.strictObject({
  behaviour: v.optional(behaviour),
  faults: v.optional(faults),
})

export const sandboxRevocation = v.strictObject({
  by: v.picklist(['user', 'admin'], 'must be user or admin'),
})

export const sandboxConsent = v.variant(
  'decision',
  [
    v.strictObject({ decision: v.literal('deny') }),
    v.strictObject({
      decision: v.literal('allow'),
      account: sandboxAccount,
      scopes,
      behaviour: v.optional(behaviour),
      faults: v.optional(faults),
    }),
  ],
  'must be allow or deny',
)

export type BehaviourBody = v.InferOutput<typeof behaviour>
