/** Who may use the dashboard, and what was done with it. */
import * as v from 'valibot'
import { pageEntries } from '../page.ts'

export const ROLES = ['owner', 'developer', 'viewer'] as const
const role = v.picklist(ROLES, 'must be owner, developer or viewer')

const name = v.pipe(
  v.string('must be a string'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(100, 'must have at most 100 characters'),
)

/** `POST /operator/invitations`. */
export const inviteRequest = v.strictObject({
  name,
  role,
  /** Where Cloudflare Access signs people in: whom it names. */
  email: v.optional(
    v.pipe(
      v.string('must be a string'),
      v.maxLength(254, 'must have at most 254 characters'),
      v.email('must be an e-mail address'),
      v.toLowerCase(),
    ),
  ),
})

/** `PUT /operator/operators/{id}`. */
export const updateOperatorRequest = v.strictObject({ role })

const id = v.pipe(v.string(), v.minLength(1, 'must not be empty'), v.maxLength(100))

/** `GET /operator/audit`. */
export const auditQuery = v.object({
  ...pageEntries,
  environment_id: v.optional(id),
})
