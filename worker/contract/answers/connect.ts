/** Starting a connection, and following it. */
import * as v from 'valibot'
import { installation } from './connected-account.ts'
import { added, named, says, textOrNull, time } from './words.ts'

const attempt = v.strictObject({ id: v.string(), expires_at: time })

export const authorizeAnswer = v.strictObject({
  url: says(v.string(), 'Send the user’s browser here. Good once, for ten minutes.'),
  attempt: added(
    attempt,
    'What comes of it; its id comes back with the browser as `pipes_attempt`.',
  ),
})

export const widgetAuthorizeAnswer = v.strictObject({
  url: says(v.string(), 'Where the window goes. Good once, for ten minutes.'),
  redirectToken: says(v.string(), 'Names the attempt to the window.'),
  handoffToken: v.optional(
    says(
      v.string(),
      'Proves to the window that this page opened it. Only where a handoff was asked for.',
    ),
  ),
  attempt: added(attempt, 'To be followed with `GET /_widgets/DataIntegrations/attempts/{id}`.'),
})

export const attemptAnswer = named(
  'ConnectAttempt',
  'How far a connection is that a page began.',
  v.strictObject({
    object: v.literal('connect_attempt'),
    id: v.string(),
    slug: v.string(),
    status: says(
      v.picklist([
        'created',
        'opened',
        'exchanging',
        'pending',
        'completed',
        'failed',
        'rejected',
        'expired',
      ]),
      '`pending`: the user granted access, and the page that began it completes it. `rejected`: it did not.',
    ),
    error: says(
      v.nullable(v.strictObject({ code: v.string(), message: v.string() })),
      'Why it failed, in words for the person who was connecting.',
    ),
    connected_account: says(v.nullable(installation), 'What came of it.'),
    expires_at: time,
  }),
)

export const connectingAnswer = v.strictObject({
  isConnecting: says(v.boolean(), 'false as soon as the attempt has ended, whichever way.'),
})

export const widgetSettings = v.strictObject({
  object: v.literal('settings'),
  authkitOrigin: says(v.string(), 'The origin of the connect pages.'),
  teamName: says(v.string(), 'The environment’s name.'),
  logoDarkIconPath: textOrNull,
  logoDarkPath: textOrNull,
  logoLightIconPath: textOrNull,
  logoLightPath: textOrNull,
})

export const success = v.strictObject({ success: v.literal(true) })
