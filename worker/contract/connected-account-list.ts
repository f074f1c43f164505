/** `GET /connected_accounts`, beyond the contract: the connections of an environment, narrowed by all that is named. */
import * as v from 'valibot'
import { ownership } from './data-integration.ts'
import { externalId } from './identifiers.ts'
import { pageEntries } from './page.ts'
import { instant } from './time.ts'

const text = (limit: number) =>
  v.pipe(
    v.string(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(limit, `must have at most ${limit} characters`),
  )

export const listAccountsQuery = v.object({
  ...pageEntries,
  /** The slug; a provider's users and its organizations alike. */
  provider: v.optional(text(64)),
  user_id: v.optional(externalId),
  organization_id: v.optional(externalId),
  connection_owner: v.optional(ownership),
  state: v.optional(
    v.picklist(
      ['connected', 'needs_reauthorization'],
      'must be connected or needs_reauthorization',
    ),
  ),
  auth_method: v.optional(
    v.picklist(
      ['oauth', 'api_key', 'client_credentials'],
      'must be oauth, api_key or client_credentials',
    ),
  ),
  /** Connections whose `needs_user_at` is earlier, ordered by it: the soonest first unless `order` says otherwise. */
  needs_user_before: v.optional(instant),
  /** The class in `last_error`: connections whose last refresh failed in this way. */
  last_error_class: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z_]{1,40}$/, 'must be a class as last_error shows it')),
  ),
  account_identifier: v.optional(text(512)),
})
