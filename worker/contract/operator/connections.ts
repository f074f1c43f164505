/** `GET /operator/environments/{id}/connected_accounts`: the API's filters, and a search by id. */
import * as v from 'valibot'
import { listAccountsQuery } from '../connected-account-list.ts'

export const operatorAccountsQuery = v.object({
  ...listAccountsQuery.entries,
  /** The beginning of a user's, an organization's or a connection's id, or all of it. */
  search: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1, 'must not be empty'),
      v.maxLength(255, 'must have at most 255 characters'),
    ),
  ),
})
