/** `GET /operator/environments/{id}/organization_overrides`: of all, or those of one provider or one organization. */
import * as v from 'valibot'
import { ownership } from '../data-integration.ts'
import { externalId } from '../identifiers.ts'
import { pageEntries } from '../page.ts'

export const overridesQuery = v.object({
  ...pageEntries,
  organization_id: v.optional(externalId),
  /** A slug of the environment, and which of its two integrations: the users' unless told. */
  provider: v.optional(v.pipe(v.string(), v.minLength(1, 'must not be empty'))),
  ownership: v.optional(ownership, 'user'),
})
