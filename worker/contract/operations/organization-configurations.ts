/** What each organization sets over the integrations. */
import { configuration, configurationList } from '../answers/organization-configuration.ts'
import type { ErrorCode } from '../errors/all.ts'
import { configurationQuery, configureForOrganization } from '../organization-configuration.ts'
import { CONFIGURATION, listExample } from './examples.ts'
import type { Body, Operation, Refusal } from './operation.ts'
import { organizationId, PAGES, queryOf, slug } from './parameters.ts'

const tag = 'Organizations'
const path = '/organizations/{organization_id}/data_integration_configurations'

const ownership = queryOf(configurationQuery, {
  ownership: {
    says: 'Which of the provider’s integrations; users’ own connections unless told.',
    example: 'user',
    isAddition: true,
  },
})

export const CONFIGURE_BODY: Body = {
  name: 'ConfigureForOrganization',
  schema: configureForOrganization,
  words: {
    enabled: 'For this organization; an integration that is off stays off.',
    scopes: 'What its users are asked for; null: as the integration has it.',
    client_id: 'Of its own OAuth client, where organizations bring one; with the secret.',
    client_secret: 'Write-only; later only its last four characters are shown.',
    config: 'Values of the provider’s config fields, all of them.',
  },
  example: { enabled: true, scopes: ['repo'] },
}

export const CONFIGURE_ERRORS: readonly (ErrorCode | Refusal)[] = [
  'integration_not_found',
  'configuration_empty',
  'configuration_raced',
  'credentials_not_organization_managed',
  'client_pair_incomplete',
  'client_required_for_new_address',
  'scope_not_configured',
  'scopes_required',
  { code: 'config_invalid', status: 400 },
]

export const configurationOperations: readonly Operation[] = [
  {
    id: 'listDataIntegrationConfigurations',
    method: 'GET',
    path,
    tag,
    summary: 'List what an organization has set',
    access: 'config:read',
    parameters: [organizationId, ...ownership, ...PAGES],
    answers: [
      {
        status: 200,
        says: 'A configuration for each integration, set or not.',
        schema: configurationList,
        example: listExample(CONFIGURATION),
      },
    ],
    errors: ['invalid_request'],
  },
  {
    id: 'updateDataIntegrationConfiguration',
    method: 'PUT',
    path: `${path}/{slug}`,
    tag,
    summary: 'Set something for an organization',
    description:
      'What is absent stays as it is. An organization may only choose among the integration’s scopes, unless it brings its own client.',
    access: 'config:write',
    parameters: [organizationId, slug, ...ownership],
    body: CONFIGURE_BODY,
    answers: [
      { status: 200, says: 'The configuration.', schema: configuration, example: CONFIGURATION },
    ],
    errors: CONFIGURE_ERRORS,
  },
]
