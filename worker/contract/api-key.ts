/** `/api_keys` and `/environments`: beyond the contract, which leaves both to a dashboard. */
import * as v from 'valibot'
import { KEY_SCOPES } from '../domain/key-scope.ts'
import { environmentSettings } from './environment-settings.ts'
import { instant } from './time.ts'

const MAX_ENTRIES = 100

const name = v.pipe(
  v.string('must be a string'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(100, 'must have at most 100 characters'),
)
const addresses = v.pipe(
  v.array(v.pipe(v.string('must be a string'), v.maxLength(2048))),
  v.maxLength(MAX_ENTRIES, `must have at most ${MAX_ENTRIES} entries`),
)

export const createApiKeyRequest = v.strictObject({
  name,
  scopes: v.nullish(
    v.pipe(
      v.array(v.picklist(KEY_SCOPES, `must be one of ${KEY_SCOPES.join(', ')}`)),
      v.minLength(1, 'must name a scope, or be null for all of them'),
    ),
  ),
  expires_at: v.nullish(instant),
})

export const createEnvironmentRequest = v.strictObject({
  name,
  kind: v.picklist(['sandbox', 'production'], 'must be sandbox or production'),
  allowed_origins: v.nullish(addresses),
  return_urls: v.nullish(addresses),
  ...environmentSettings,
})

export const updateEnvironmentRequest = v.strictObject({
  name: v.optional(name),
  allowed_origins: v.optional(addresses),
  return_urls: v.optional(addresses),
  ...environmentSettings,
})
