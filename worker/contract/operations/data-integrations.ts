import { dataIntegration, dataIntegrationList } from '../answers/data-integration.ts'
import {
  createDataIntegration,
  listDataIntegrationsQuery,
  updateDataIntegration,
} from '../data-integration.ts'
import type { ErrorCode } from '../errors/all.ts'
import { CUSTOM_PROVIDER_WORDS } from './custom-provider-words.ts'
import { INTEGRATION, listExample, SHARED_INTEGRATION } from './examples.ts'
import { addition, type Operation } from './operation.ts'
import { PAGE_WORDS, queryOf, slug } from './parameters.ts'

const tag = 'Data integrations'

const SETTING_WORDS = {
  description: 'Shown in the widget.',
  enabled: 'Off until this says true.',
  scopes: 'What users are asked for; null: the provider’s defaults.',
  config: 'Values of the provider’s config fields.',
  credentials: 'The OAuth client.',
  'credentials.type':
    '`custom`: your own client. `organization`: each organization brings its own. `shared`: the operator’s, in sandbox environments.',
  'credentials.client_id': 'As the provider has it.',
  'credentials.client_secret': 'Write-only; later only its last four characters are shown.',
  ...CUSTOM_PROVIDER_WORDS,
  api_key: 'Of an integration by API keys: a key to install, or to rotate.',
  'api_key.secret': 'The key. Write-only; later only its last four characters are shown.',
  'api_key.config': addition('Values of the provider’s config fields that go with the key.'),
  'api_key.user_id': 'Whose key it is, or the member who acts for the organization.',
  'api_key.organization_id':
    'The organization within which the user connects, or that owns the connection.',
}

const SETTING_ERRORS: readonly ErrorCode[] = [
  'shared_credentials_not_allowed',
  'credentials_missing',
  'custom_credentials_not_allowed',
  'client_secret_required',
  'provider_reserved',
  'url_not_allowed',
  'scopes_required',
  'config_invalid',
  'provider_url_required',
  'credentials_not_applicable',
  'organization_required',
  'auth_method_mismatch',
  'too_many_connections',
]

const roots = [
  {
    path: '/data-integrations/{slug}',
    of: '',
    what: 'a data integration',
    example: INTEGRATION,
    description: 'The one whose connections belong to users.',
  },
  {
    path: '/data-integrations/{slug}/organization',
    of: 'Organization',
    what: 'an organization-owned data integration',
    example: SHARED_INTEGRATION,
    description: 'The one whose connections organizations share with their members.',
  },
] as const

const operationsOf = ({
  path,
  of,
  what,
  example,
  description,
}: (typeof roots)[number]): Operation[] => {
  const answer = { schema: dataIntegration, example }
  const sdk = (verb: string) => ({ method: `pipes.${verb}${of}DataIntegration` })
  return [
    {
      id: `get${of}DataIntegration`,
      method: 'GET',
      path,
      tag,
      summary: `Get ${what}`,
      description,
      access: 'config:read',
      parameters: [slug],
      answers: [{ status: 200, says: 'The integration.', ...answer }],
      errors: ['integration_not_found'],
      sdk: sdk('get'),
    },
    {
      id: `update${of}DataIntegration`,
      method: 'PUT',
      path,
      tag,
      summary: `Change ${what}`,
      description: `${description} What is absent stays as it is. A new client or another host ends the connect attempts that are under way, and no connection.`,
      access: 'config:write',
      parameters: [slug],
      body: {
        name: 'UpdateDataIntegration',
        schema: updateDataIntegration,
        words: SETTING_WORDS,
        example: { enabled: true, scopes: ['repo'] },
      },
      answers: [{ status: 200, says: 'The integration.', ...answer }],
      errors: [
        ...SETTING_ERRORS,
        'integration_not_found',
        'integration_changed',
        'provider_has_other_root',
        'host_held_by_organizations',
        'account_changed',
        'account_unavailable',
        'secret_required_for_new_host',
      ],
      sdk: sdk('update'),
    },
    {
      id: `delete${of}DataIntegration`,
      method: 'DELETE',
      path,
      tag,
      summary: `Delete ${what}`,
      description: `${description} All its connections are ended; a job goes on with those that are left.`,
      access: 'config:write',
      parameters: [slug],
      answers: [{ status: 204, says: 'Deleted.' }],
      errors: ['integration_not_found'],
      sdk: sdk('delete'),
    },
  ]
}

export const integrationOperations: readonly Operation[] = [
  {
    id: 'createDataIntegration',
    method: 'POST',
    path: '/data-integrations',
    tag,
    summary: 'Create a data integration',
    description: 'The answer holds the `redirect_uri`, which you register at the provider.',
    access: 'config:write',
    body: {
      name: 'CreateDataIntegration',
      schema: createDataIntegration,
      words: {
        provider: 'A slug of the catalogue; or a new one, with `custom_provider`.',
        ownership: 'Whose connections it has; `user` unless told. Never changes.',
        auth_methods: 'How accounts prove themselves.',
        ...SETTING_WORDS,
      },
      example: {
        provider: 'github',
        enabled: true,
        description: 'Link your repositories.',
        scopes: ['repo', 'read:user'],
        credentials: {
          type: 'custom',
          client_id: 'Iv1.8a61f9b3a7aba766',
          client_secret: 'e72e16c7e42f292c6912e7710c838347ae179f3c',
        },
      },
    },
    answers: [
      { status: 201, says: 'The integration.', schema: dataIntegration, example: INTEGRATION },
    ],
    errors: [
      ...SETTING_ERRORS,
      'integration_exists',
      'provider_unknown',
      'provider_already_defined',
      'provider_not_offered',
      'provider_sandbox_only',
      'credentials_required',
      'auth_method_not_offered',
      'api_key_not_applicable',
    ],
    sdk: { method: 'pipes.createDataIntegration' },
  },
  {
    id: 'listDataIntegrations',
    method: 'GET',
    path: '/data-integrations',
    tag,
    summary: 'List data integrations',
    description:
      'Those with your own clients; those with the operator’s only when they are asked for.',
    access: 'config:read',
    parameters: queryOf(listDataIntegrationsQuery, {
      ...PAGE_WORDS,
      ownership: { says: 'Only those with this ownership.', example: 'user' },
      credentials_type: {
        says: '`shared`: those that use the operator’s clients.',
        example: 'shared',
        isAddition: true,
      },
    }),
    errors: ['invalid_request'],
    answers: [
      {
        status: 200,
        says: 'The integrations.',
        schema: dataIntegrationList,
        example: listExample(INTEGRATION),
      },
    ],
    sdk: { method: 'pipes.listDataIntegrations' },
  },
  ...roots.flatMap(operationsOf),
]
