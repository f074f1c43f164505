import * as v from 'valibot'
import { count, named, says, textOrNull, texts } from './words.ts'

const when = {
  on: v.picklist(['exchange', 'refresh', 'userinfo', 'revocation']),
  times: says(count, 'Calls that still meet it.'),
}

export const sandboxAccountAnswer = named(
  'SandboxAccount',
  'An account of the provider for tests, and how it behaves.',
  v.strictObject({
    object: v.literal('sandbox_account'),
    account: says(v.string(), 'Its name.'),
    blocked: says(v.boolean(), 'By an administrator, until it is restored.'),
    behaviour: v.strictObject({
      rotation: v.picklist(['strict', 'grace', 'none']),
      grace_seconds: count,
      reuse_detection: v.boolean(),
      expires_in: says(count, 'Seconds.'),
      stated_expires_in: v.picklist(['right', 'missing', 'wrong']),
      refresh_token: v.boolean(),
      scopes: says(v.nullable(texts), 'Of what is asked only these are granted; null: all.'),
    }),
    faults: says(
      v.array(
        v.variant('kind', [
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
          v.strictObject({ ...when, kind: v.literal('slow'), milliseconds: count }),
          v.strictObject({ ...when, kind: v.literal('rate_limited'), seconds: count }),
          v.strictObject({ ...when, kind: v.literal('server_error'), status: count }),
          v.strictObject({ ...when, kind: v.literal('account_switched'), account: v.string() }),
        ]),
      ),
      'Faults that are still to come, in turn.',
    ),
    calls: says(
      v.strictObject({
        exchange: count,
        refresh: count,
        userinfo: count,
        revocation: count,
        reuse: says(count, 'Refresh tokens that came again.'),
      }),
      'Calls so far.',
    ),
    grants: v.array(
      v.strictObject({
        scopes: texts,
        ended_by: says(
          textOrNull,
          '`user`, `client`, `token_reuse` or `code_reuse`; null while it lives.',
        ),
      }),
    ),
  }),
)
