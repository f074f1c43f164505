import * as v from 'valibot'
import { named, says, texts, timeOrNull } from './words.ts'

const inactive = named(
  'NotActive',
  'There is no token. This is an answer, not an error.',
  v.strictObject({
    active: v.literal(false),
    error: says(
      v.picklist(['not_installed', 'needs_reauthorization']),
      '`not_installed`: this owner is not connected. `needs_reauthorization`: the grant is over; the widget offers to connect again.',
    ),
  }),
)

const life = {
  expires_at: says(timeOrNull, 'null for a token that does not expire.'),
  scopes: says(texts, 'What the user granted.'),
  missing_scopes: says(
    texts,
    'What the integration asks for and the user did not grant. The token works.',
  ),
}

const accessToken = v.strictObject({
  active: v.literal(true),
  access_token: named(
    'AccessToken',
    'A token that works now. Ask each time you need one, and do not keep it.',
    v.strictObject({
      object: v.literal('access_token'),
      access_token: says(v.string(), 'Send it to the provider.'),
      ...life,
    }),
  ),
})

export const accessTokenAnswer = v.variant('active', [accessToken, inactive])

const credential = {
  object: v.literal('credential'),
  value: says(v.string(), 'Send it to the provider.'),
  config: says(v.record(v.string(), v.string()), 'Values of the provider’s config fields.'),
}

const anyCredential = v.strictObject({
  active: v.literal(true),
  credential: named(
    'Credential',
    'What the provider takes, whichever way the owner connected.',
    v.variant('auth_method', [
      v.strictObject({
        ...credential,
        auth_method: v.picklist(['oauth', 'client_credentials']),
        ...life,
        metadata: says(
          v.record(v.string(), v.string()),
          'What the provider said beside the token, such as `instance_url`.',
        ),
      }),
      v.strictObject({ ...credential, auth_method: v.literal('api_key') }),
    ]),
  ),
})

export const credentialAnswer = v.variant('active', [anyCredential, inactive])

/** Of a report about a token. */
export const replacementAnswer = v.union([accessToken, anyCredential, inactive])
