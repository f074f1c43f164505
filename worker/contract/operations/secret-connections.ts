/** Connections that begin with a secret instead of a consent. */
import { connectedAccount } from '../answers/connected-account.ts'
import type { ErrorCode } from '../errors/all.ts'
import { upsertApiKeyRequest, upsertClientCredentialsRequest } from '../secret-connection.ts'
import { CLIENT_ACCOUNT, KEY_ACCOUNT } from './examples.ts'
import { addition, type Operation } from './operation.ts'
import { OWNER_WORDS, slug } from './parameters.ts'

const tag = 'Connecting'

const TARGET_WORDS = {
  ...OWNER_WORDS,
  account_identifier: addition('The account at the provider, if you know it.'),
  account_display_name: addition('A name for people.'),
  connected_account_id: 'Only if the owner’s connection is this one.',
  connection_intent: '`reauthorize`: only a connection that exists.',
}

const ERRORS: readonly ErrorCode[] = [
  'organization_required',
  'integration_not_found',
  'integration_disabled',
  'auth_method_mismatch',
  'account_not_found',
  'account_changed',
  'account_unavailable',
]

export const secretOperations: readonly Operation[] = [
  {
    id: 'updateDataIntegrationApiKey',
    method: 'PUT',
    path: '/data-integrations/{slug}/api-key',
    tag,
    summary: 'Connect by API key, or rotate it',
    access: 'connections:write',
    parameters: [slug],
    body: {
      name: 'UpsertApiKey',
      schema: upsertApiKeyRequest,
      words: {
        ...TARGET_WORDS,
        secret: 'The key. Write-only; later only its last four characters are shown.',
      },
      example: { user_id: 'user_123', secret: 'rk_live_51Hxyz9f3c' },
    },
    answers: [
      { status: 200, says: 'The connection.', schema: connectedAccount, example: KEY_ACCOUNT },
    ],
    errors: ERRORS,
    sdk: { method: 'pipes.updateDataIntegrationApiKey' },
  },
  {
    id: 'updateDataIntegrationClientCredentials',
    method: 'PUT',
    path: '/data-integrations/{slug}/client-credentials',
    tag,
    summary: 'Connect by client credentials, or replace them',
    description: 'The provider is asked for a token at once; what it refuses is not stored.',
    access: 'connections:write',
    parameters: [slug],
    body: {
      name: 'UpsertClientCredentials',
      schema: upsertClientCredentialsRequest,
      words: {
        ...TARGET_WORDS,
        client_id: 'As the provider has it.',
        client_secret: 'Write-only; later only its last four characters are shown.',
        config: 'Values of the provider’s config fields; absent: as they are.',
      },
      example: {
        user_id: 'user_123',
        client_id: '3MVG9lKcPoNINVBIPJjdw1J9',
        client_secret: 'E9f3c7e42f292c6912e7710c838347ae',
      },
    },
    answers: [
      { status: 200, says: 'The connection.', schema: connectedAccount, example: CLIENT_ACCOUNT },
    ],
    errors: [...ERRORS, 'config_invalid', 'client_credentials_refused', 'provider_unavailable'],
    sdk: { method: 'pipes.updateDataIntegrationClientCredentials' },
  },
]
