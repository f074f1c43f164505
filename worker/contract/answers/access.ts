/** API keys, environments, sessions, and the key ring. */
import * as v from 'valibot'
import { KEY_SCOPES } from '../../domain/key-scope.ts'
import { count, listOf, named, says, textOrNull, texts, time, timeOrNull } from './words.ts'

export const apiKey = named(
  'ApiKey',
  'An API key without the key.',
  v.strictObject({
    object: v.literal('api_key'),
    id: says(v.string(), 'Begins with `key_`.'),
    name: v.string(),
    scopes: says(v.nullable(v.array(v.picklist(KEY_SCOPES))), 'What it may do; null: everything.'),
    created_at: time,
    expires_at: timeOrNull,
    revoked_at: says(timeOrNull, 'It ended everywhere within 30 seconds of this.'),
    last_used_on: says(textOrNull, 'The day of its last use, in UTC.'),
  }),
)

export const newApiKey = named(
  'NewApiKey',
  'An API key with the key, this once.',
  v.strictObject({
    ...apiKey.entries,
    key: says(v.string(), 'Keep it now: it is stored as an HMAC only, and never shown again.'),
  }),
)

export const apiKeyList = listOf(apiKey)

export const environment = named(
  'Environment',
  'Integrations, connections and keys of their own, apart from those of every other environment.',
  v.strictObject({
    object: v.literal('environment'),
    id: v.string(),
    name: says(v.string(), 'Users read it while they connect.'),
    kind: v.picklist(['sandbox', 'production']),
    allowed_origins: says(texts, 'Pages that may embed the widget.'),
    return_urls: says(texts, 'Addresses to which a browser may be sent back.'),
    branding: says(
      v.strictObject({ name: textOrNull, logo_url: textOrNull, accent_color: textOrNull }),
      'What users see on our pages and in the widget.',
    ),
    requires_binding: says(
      v.boolean(),
      'Every connection that a backend begins must be bound by a `code_challenge`.',
    ),
    widget_session_minutes: says(v.number(), 'How long a widget’s session lives.'),
    keep_alive_days: says(
      v.nullable(v.number()),
      'So many days after its last use a connection is kept alive; 0: never; null: for as long as it can be.',
    ),
    user_token_issuers: says(
      v.array(
        v.strictObject({
          issuer: v.string(),
          jwks_uri: v.string(),
          audience: v.string(),
          user_claim: v.string(),
          organization_claim: textOrNull,
        }),
      ),
      'Who signs your users’ tokens, for token exchange.',
    ),
  }),
)

export const environmentList = listOf(environment)

export const widgetToken = v.strictObject({
  token: says(
    v.string(),
    'The session, a JWT: it lives for 15 minutes, or what the environment says, and never yields a token of a provider.',
  ),
})

export const vaultKeyList = v.strictObject({
  object: v.literal('list'),
  data: v.array(
    named(
      'VaultKey',
      'A key of the ring, and what it wraps.',
      v.strictObject({
        object: v.literal('vault_key'),
        id: v.string(),
        active: says(v.boolean(), 'New data is sealed under it.'),
        rows: says(count, 'Rows of the database.'),
        objects: says(count, 'Objects that hold connections.'),
      }),
    ),
  ),
})

const amounts = v.strictObject({ rows: count, objects: count })

export const keyRewrap = v.strictObject({
  object: v.literal('key_rewrap'),
  moved: says(amounts, 'What this call moved to the active key.'),
  failed: says(
    count,
    'What could not be moved: sealed by another deployment, or not to be reached.',
  ),
  remaining: says(amounts, 'Call again until both are 0, or until a whole walk has moved nothing.'),
  after: says(v.nullable(v.string()), 'Where the next call goes on; null at the end of the walk.'),
})

export const keyCheck = v.strictObject({
  object: v.literal('key_check'),
  checked: says(count, 'Rows that this call tried to open.'),
  broken: says(count, 'Those that do not open: nobody can read them, and no rewrap moves them.'),
  after: says(v.nullable(v.string()), 'Where the next call goes on; null at the end of the walk.'),
})

export const keyRetirement = v.strictObject({
  object: v.literal('key_retirement'),
  may_leave_the_ring: v.literal(true),
})

export const health = v.strictObject({
  status: v.literal('ok'),
  database: says(
    v.picklist(['ok', 'unavailable']),
    '`unavailable`: fresh tokens are vended all the same.',
  ),
})
