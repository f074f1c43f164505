/**
 * What keeps a person from connecting, in words for them: the published widgets show the message as it is
 * (contract/widget.md 5). Codes are those of REST; what is for developers is on the page of each code.
 */
import type { AuthMethod } from '../../domain/integration.ts'
import { ApiError } from '../api-error.ts'
import type { ConfigFailure } from '../../providers/config-fields.ts'
import type { FailureTable } from './failure.ts'
import { field, quote } from './words.ts'

export const failuresForPeople: FailureTable<
  | 'account_changed'
  | 'account_not_found'
  | 'auth_method_mismatch'
  | 'client_credentials_refused'
  | 'client_pair_incomplete'
  | 'client_required_for_new_address'
  | 'config_invalid'
  | 'configuration_raced'
  | 'credentials_missing'
  | 'integration_disabled'
  | 'integration_not_found'
  | 'organization_config_invalid'
  | 'organization_credentials_missing'
  | 'organization_required'
  | 'provider_unanswering'
  | 'scope_not_configured'
  | 'shared_credentials_not_allowed'
> = {
  integration_not_found: ({ slug }) =>
    new ApiError(
      404,
      'integration_not_found',
      `This app does not connect to ${quote(slug)}. Reload the page to see what it connects to.`,
    ),
  integration_disabled: (failure) =>
    new ApiError(
      404,
      'integration_disabled',
      `${'slug' in failure ? quote(failure.slug) : 'This integration'} has been switched off by ${failure.disabledBy === 'developer' ? 'the app’s team' : 'the administrators of your organization'}. Ask them to switch it on again.`,
    ),
  account_not_found: () =>
    new ApiError(
      404,
      'account_not_found',
      'You have no such connection any more. Reload the page to see which ones there are.',
    ),
  account_changed: () =>
    new ApiError(
      409,
      'account_changed',
      'This connection was being changed elsewhere at the same time, so nothing was saved. Please try again.',
    ),
  auth_method_mismatch: ({ slug, wanted, existing }) =>
    existing === undefined
      ? new ApiError(
          422,
          'auth_method_mismatch',
          `This app does not connect to ${quote(slug)} with ${METHODS[wanted]}. Reload the page to see how it does.`,
        )
      : new ApiError(
          409,
          'auth_method_mismatch',
          `${quote(slug)} is connected with ${METHODS[existing]} already. Disconnect it first to connect it with ${METHODS[wanted]}.`,
        ),
  client_credentials_refused: ({ slug, code }) =>
    new ApiError(
      422,
      'client_credentials_refused',
      `${quote(slug)} did not accept this client (${quote(code)}), so nothing was saved. Check what you have entered and try again.`,
    ),
  provider_unanswering: ({ slug, retryAfterSeconds }) =>
    new ApiError(
      503,
      'provider_unavailable',
      `${quote(slug)} did not answer, so this client could not be tried and nothing was saved. Please try again in a moment.`,
      { retryAfterSeconds },
    ),
  config_invalid: (failure) =>
    field(`config.${failure.key.slice(0, 100)}`, 'config_invalid', configWords(failure)),
  organization_config_invalid: (failure) => {
    const words = configWords(failure)
    const name = `config.${failure.key.slice(0, 100)}`
    return new ApiError(400, 'config_invalid', words, about(name, 'config_invalid', words))
  },
  client_pair_incomplete: ({ missing }) =>
    new ApiError(
      400,
      'client_pair_incomplete',
      PAIR,
      about(missing, 'client_pair_incomplete', PAIR),
    ),
  client_required_for_new_address: () =>
    new ApiError(
      400,
      'client_required_for_new_address',
      NEW_ADDRESS,
      about('client_secret', 'client_required_for_new_address', NEW_ADDRESS),
    ),
  configuration_raced: ({ slug }) =>
    new ApiError(
      409,
      'configuration_raced',
      `What your organization sets for ${quote(slug)} was being changed elsewhere at the same time, so nothing was saved. Please try again.`,
    ),
  scope_not_configured: ({ slug, scope }) =>
    field(
      'scopes',
      'scope_not_configured',
      `${quote(scope)} is not a permission that your organization may choose for ${quote(slug)}. Reload the page to see which ones there are.`,
    ),
  organization_credentials_missing: ({ slug }) =>
    new ApiError(
      409,
      'organization_credentials_missing',
      `Nobody in your organization can connect ${quote(slug)} yet: an administrator has to enter your organization’s own credentials for it first.`,
    ),
  organization_required: ({ slug }) =>
    field(
      'organization_id',
      'organization_required',
      `${quote(slug)} can be connected only as a member of an organization, and you are not signed in as one here.`,
    ),
  credentials_missing: ({ slug }) =>
    field('credentials', 'credentials_missing', notSetUp(slug, 'it has no OAuth client yet')),
  shared_credentials_not_allowed: ({ slug }) =>
    field(
      'credentials.type',
      'shared_credentials_not_allowed',
      notSetUp(slug, 'it has no OAuth client of its own yet'),
    ),
}

/** Which field a 400 is about: of codes that were never a 422. */
const about = (name: string, code: string, message: string) => ({
  errors: [{ field: name, code, message }],
})

const PAIR =
  'Enter both the client ID and the client secret. A stored secret is never shown, so it has to be entered again.'
const NEW_ADDRESS =
  'With these values the client secret goes to another address. Enter the client secret again to confirm that it may.'

const METHODS: Readonly<Record<AuthMethod, string>> = {
  oauth: 'a sign-in',
  api_key: 'an API key',
  client_credentials: 'client credentials',
}

const notSetUp = (slug: string, why: string): string =>
  `Nobody can connect ${quote(slug)} yet: ${why}. The app’s team has to finish setting it up.`

/** A field’s name as the provider’s page has it, in any language. */
const spoken = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} .:/?=&%@_-]/gu, '·').slice(0, 120)}"`

function configWords({ label, reason, example }: Omit<ConfigFailure, 'kind'>): string {
  const named = spoken(label)
  const such = example === null ? '' : ` An example: ${spoken(example)}.`
  switch (reason) {
    case 'required':
      return `${named} is needed to connect.${such}`
    case 'pattern':
      return `${named} does not look as it should.${such}`
    case 'integration_lacks':
      return `Nobody can connect yet: the app’s team has to set ${named} first.`
    case 'undeclared':
    case 'not_for_connections':
    case 'not_for_organizations':
    case 'pinned':
      return `${named} is not asked of you here. Reload the page and try again.`
  }
}
