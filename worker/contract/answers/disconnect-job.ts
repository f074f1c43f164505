import * as v from 'valibot'
import { count, named, says, textOrNull, time } from './words.ts'

const job = v.strictObject({
  object: v.literal('disconnect_job'),
  id: v.string(),
  state: says(
    v.picklist(['running', 'completed']),
    '`running` goes on by itself until each account has its result.',
  ),
  counts: v.strictObject({ disconnected: count, already_disconnected: count, failed: count }),
  created_at: time,
  updated_at: time,
})

export const disconnectJob = named('DisconnectJob', 'One call that ends many connections.', job)

export const disconnectJobPage = v.strictObject({
  ...job.entries,
  accounts: v.array(
    v.strictObject({
      connected_account_id: v.string(),
      provider_slug: v.string(),
      user_id: textOrNull,
      organization_id: textOrNull,
      outcome: v.picklist(['disconnected', 'already_disconnected', 'failed']),
      revocation: says(
        textOrNull,
        'What became of the grant at the provider: `pending`, `revoked`, `not_supported`, `failed`, or `skipped_shared_grant` when another connection lives on it.',
      ),
    }),
  ),
  list_metadata: v.strictObject({
    before: says(textOrNull, 'Cursor of the page before; null when there is none.'),
    after: says(textOrNull, 'Cursor of the next page; null when there is none.'),
  }),
})
