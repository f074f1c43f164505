/** Environments and their integrations as the dashboard sends them: the API's bodies, and what only a person needs. */
import * as v from 'valibot'
import { createDataIntegration } from '../data-integration.ts'

/** `POST /operator/environments/{id}/integrations`: with the redirect URI that was shown before. */
export const createIntegrationRequest = v.strictObject({
  ...createDataIntegration.entries,
  redirect_key: v.optional(
    v.pipe(
      v.string('must be a string'),
      v.regex(/^dik_[0-9a-hjkmnp-tv-z]{26}$/, 'must be the redirect_key of the provider’s page'),
    ),
  ),
})

/** `POST /operator/environments/{id}/integrations/copy`: settings of another environment, without secrets. */
export const copyIntegrationsRequest = v.strictObject({
  from_environment_id: v.pipe(v.string('must be a string'), v.minLength(1), v.maxLength(100)),
})

/** `POST /operator/environments/{id}/playground`. */
export const playgroundRequest = v.strictObject({
  user_id: v.pipe(
    v.string('must be a string'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(255, 'must have at most 255 characters'),
  ),
})
