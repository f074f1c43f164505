/** Connections that begin with a secret instead of a consent. */
import { connectedAccount } from '../answers/connected-account.ts'
import type { ErrorCode } from '../errors/all.ts'
import {
  addApiKeyRequest,
  addClientCredentialsRequest,
  upsertApiKeyRequest,
  upsertClientCredentialsRequest,
} from '../secret-connection.ts'
import { CLIENT_ACCOUNT, KEY_ACCOUNT } from './examples.ts'
import { addition, type Operation } from './operation.ts'
import { IDEMPOTENCY, OWNER_WORDS, slug } from './parameters.ts'

const tag = 'Connecting'

const LABEL_WORDS = {
  ...OWNER_WORDS,
  account_identifier: addition('The account at the provider, if you know it.'),
  account_display_name: addition('A name for people.'),
}

const TARGET_WORDS = {
  ...LABEL_WORDS,
  connected_account_id: 'Exactly this one of the owner’s connections.',
  connection_intent: '`reauthorize`: only a connection that exists.',
}

const ADD_WORDS = {
  ...LABEL_WORDS,
  account_identifier: 'The account at the provider, if you know it.',
  account_display_name: 'A name for people.',
  connection_intent: 'This call only adds.',
}

const KEY_WORDS = {
  secret: 'The key. Write-only; later only its last four characters are shown.',
  config: addition(
    'Values of the provider’s config fields that go with the key; absent: as they are.',
  ),
}

const CLIENT_WORDS = {
  client_id: 'As the provider has it.',
  client_secret: 'Write-only; later only its last four characters are shown.',
}

const KEY = { user_id: 'user_123', secret: 'rk_live_51Hxyz9f3c' }

const CLIENT = {
  user_id: 'user_123',
  client_id: '3MVG9lKcPoNINVBIPJjdw1J9',
  client_secret: 'E9f3c7e42f292c6912e7710c838347ae',
}

const ERRORS: readonly ErrorCode[] = [
  'organization_required',
  'integration_not_found',
  'integration_disabled',
  'auth_method_mismatch',
  'account_not_found',
  'account_changed',
  'account_unavailable',
  'too_many_connections',
  'config_invalid',
]

const CLIENT_ERRORS: readonly ErrorCode[] = [
  ...ERRORS,
  'client_credentials_refused',
  'provider_unavailable',
]

const ADD_ERRORS: readonly ErrorCode[] = [
  'idempotency_key_invalid',
  'idempotency_key_reused',
  'idempotency_key_spent',
]

const BY_KEY = { says: 'The connection.', schema: connectedAccount, example: KEY_ACCOUNT }
const BY_CLIENT = { says: 'The connection.', schema: connectedAccount, example: CLIENT_ACCOUNT }

const ASKED = 'The provider is asked for a token at once; what it refuses is not stored.'

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
      words: { ...TARGET_WORDS, ...KEY_WORDS },
      example: KEY,
    },
    answers: [{ status: 200, ...BY_KEY }],
    errors: ERRORS,
    sdk: { method: 'pipes.updateDataIntegrationApiKey' },
  },
  {
    id: 'createDataIntegrationApiKey',
    method: 'POST',
    path: '/data-integrations/{slug}/api-key',
    tag,
    summary: 'Add a connection by API key',
    access: 'connections:write',
    parameters: [slug, IDEMPOTENCY],
    body: {
      name: 'AddApiKey',
      schema: addApiKeyRequest,
      words: { ...ADD_WORDS, ...KEY_WORDS },
      example: { ...KEY, connection_intent: 'add' },
    },
    answers: [{ status: 201, ...BY_KEY }],
    errors: [...ERRORS, ...ADD_ERRORS],
    sdk: { method: 'pipes.createDataIntegrationApiKey' },
  },
  {
    id: 'updateDataIntegrationClientCredentials',
    method: 'PUT',
    path: '/data-integrations/{slug}/client-credentials',
    tag,
    summary: 'Connect by client credentials, or replace them',
    description: ASKED,
    access: 'connections:write',
    parameters: [slug],
    body: {
      name: 'UpsertClientCredentials',
      schema: upsertClientCredentialsRequest,
      words: {
        ...TARGET_WORDS,
        ...CLIENT_WORDS,
        config: 'Values of the provider’s config fields; absent: as they are.',
      },
      example: CLIENT,
    },
    answers: [{ status: 200, ...BY_CLIENT }],
    errors: CLIENT_ERRORS,
    sdk: { method: 'pipes.updateDataIntegrationClientCredentials' },
  },
  {
    id: 'createDataIntegrationClientCredential',
    method: 'POST',
    path: '/data-integrations/{slug}/client-credentials',
    tag,
    summary: 'Add a connection by client credentials',
    description: ASKED,
    access: 'connections:write',
    parameters: [slug, IDEMPOTENCY],
    body: {
      name: 'AddClientCredentials',
      schema: addClientCredentialsRequest,
      words: {
        ...ADD_WORDS,
        ...CLIENT_WORDS,
        config: 'Values of the provider’s config fields.',
      },
      example: { ...CLIENT, connection_intent: 'add' },
    },
    answers: [{ status: 201, ...BY_CLIENT }],
    errors: [...CLIENT_ERRORS, ...ADD_ERRORS],
    sdk: { method: 'pipes.createDataIntegrationClientCredential' },
  },
]
