/** Words that refusals have in common. */
import type { IntegrationDisabled } from '../../domain/organization-override.ts'
import { ApiError } from '../api-error.ts'

/** 422 about one field of the request. */
export const field = (name: string, code: string, message: string): ApiError =>
  new ApiError(422, code, message, { errors: [{ field: name, code, message }] })

/** User text inside a message: short, and without anything that could be taken for markup. */
export const quote = (text: string): string =>
  `"${text.replace(/[^\w.:/?=&%@-]/g, '·').slice(0, 120)}"`

/** The address at which an organization sets what it wants of an integration. */
export const configurationPath = ({
  slug,
  ownership,
}: Pick<IntegrationDisabled, 'slug' | 'ownership'>): string =>
  `/organizations/{organization}/data_integration_configurations/${slug}${ownership === 'organization' ? '?ownership=organization' : ''}`

/** Who has switched an integration off, and how that one switches it on. */
export function whoSwitchesOn(failure: IntegrationDisabled): string {
  const { slug, ownership, disabledBy } = failure
  const path = `/data-integrations/${slug}${ownership === 'organization' ? '/organization' : ''}`
  return disabledBy === 'developer'
    ? `the developer, for everybody. Enable it with PUT ${path} {"enabled":true}.`
    : `this organization, for its members. Its administrator enables it with PUT ${configurationPath(failure)} {"enabled":true}.`
}
