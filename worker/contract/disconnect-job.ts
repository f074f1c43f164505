/** `POST /disconnect_jobs`, beyond the contract: one call that ends many connections. */
import * as v from 'valibot'
import { ownership } from './data-integration.ts'
import { externalId } from './identifiers.ts'
import { instant } from './time.ts'

/** Members narrow the choice together. Everything at once has to be said with `all`. */
export const disconnectJobRequest = v.pipe(
  v.strictObject({
    provider: v.optional(v.string('must be a string')),
    ownership: v.optional(ownership),
    user_id: v.optional(externalId),
    organization_id: v.optional(externalId),
    connected_from: v.optional(instant),
    connected_until: v.optional(instant),
    all: v.optional(v.literal(true, 'must be true or absent')),
  }),
  v.check(
    (job) =>
      (job.all === true) !==
      [
        job.provider,
        job.user_id,
        job.organization_id,
        job.connected_from,
        job.connected_until,
      ].some((one) => one !== undefined),
    'must name provider, user_id, organization_id, connected_from or connected_until, or else "all": true',
  ),
  v.forward(
    v.check(
      (job) => job.ownership === undefined || job.provider !== undefined,
      'says which integration of a provider is meant, and no provider is named',
    ),
    ['ownership'],
  ),
)
