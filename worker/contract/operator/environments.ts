/** Environments and their integrations as the dashboard sends them: the API's bodies, and what only a person needs. */
import * as v from 'valibot'
import { createDataIntegration } from '../data-integration.ts'
import { externalId } from '../identifiers.ts'

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

/** `GET /operator/environments/{id}/catalogue/{slug}`. */
export const catalogueQuery = v.object({
  /** A provider that the operator will describe. */
  custom: v.optional(v.picklist(['true', 'false'], 'must be true or false')),
})

/** `POST /operator/environments/{id}/discover`. */
export const discoveryRequest = v.strictObject({
  url: v.pipe(
    v.string('must be a string'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(2048, 'must have at most 2048 characters'),
  ),
})

/** `POST /operator/environments/{id}/check-issuer`. */
export const issuerCheckRequest = v.strictObject({
  issuer: v.pipe(
    v.string('must be a string'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(2048, 'must have at most 2048 characters'),
  ),
  /** Absent: the issuer is asked. */
  jwks_uri: v.nullish(
    v.pipe(v.string('must be a string'), v.maxLength(2048, 'must have at most 2048 characters')),
  ),
})

/** `POST /operator/environments/{id}/integrations/copy`: settings of another environment, without secrets. */
export const copyIntegrationsRequest = v.strictObject({
  from_environment_id: v.pipe(
    v.string('must be a string'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(100, 'must have at most 100 characters'),
  ),
})

/** `POST /operator/environments/{id}/playground`. */
export const playgroundRequest = v.strictObject({ user_id: externalId })
