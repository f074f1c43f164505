/** Connections that a person makes in the widget with a secret of their own. */
import { installation } from '../answers/connected-account.ts'
import type { ErrorCode } from '../errors/all.ts'
import { widgetApiKeyRequest, widgetClientCredentialsRequest } from '../secret-connection.ts'
import { addition, type Body, type Operation, type Refusal } from './operation.ts'
import { AIM_WORDS, slug } from './parameters.ts'
import { CLIENT_INSTALLATION, KEY_INSTALLATION } from './widget-examples.ts'

const tag = 'Browser API'
const access = 'widget_session'

/** The published widgets know 409 for a connection of another kind that is there. */
export const KEY_ERRORS: readonly (ErrorCode | Refusal)[] = [
  'integration_not_found',
  'integration_disabled',
  'account_not_found',
  'auth_method_mismatch',
  { code: 'auth_method_mismatch', status: 409 },
  'account_changed',
  'account_unavailable',
  'too_many_connections',
  'config_invalid',
]

export const CLIENT_ERRORS: readonly (ErrorCode | Refusal)[] = [
  ...KEY_ERRORS,
  'client_credentials_refused',
  'provider_unavailable',
]

const KEY_WORDS = {
  ...AIM_WORDS,
  secret: 'The key. Write-only; later only its last four characters are shown.',
  config: addition(
    'Values of the provider’s config fields that go with the key; absent: as they are.',
  ),
}

const CLIENT_WORDS = {
  ...AIM_WORDS,
  client_id: 'As the provider has it.',
  client_secret: 'Write-only; later only its last four characters are shown.',
  config: 'Values of the provider’s config fields; absent: as they are.',
}

export const ASKED = 'The provider is asked for a token at once; what it refuses is not stored.'

export const KEY_BODY: Body = {
  name: 'WidgetApiKeyRequest',
  schema: widgetApiKeyRequest,
  words: KEY_WORDS,
  example: { secret: 'rk_live_51Hxyz9f3c' },
}

export const CLIENT_BODY: Body = {
  name: 'WidgetClientCredentialsRequest',
  schema: widgetClientCredentialsRequest,
  words: CLIENT_WORDS,
  example: {
    client_id: '3MVG9lKcPoNINVBIPJjdw1J9',
    client_secret: 'E9f3c7e42f292c6912e7710c838347ae',
  },
}

export const browserSecretOperations: readonly Operation[] = [
  {
    id: 'connectWidgetByApiKey',
    method: 'PUT',
    path: '/_widgets/DataIntegrations/{slug}/api-key',
    tag,
    summary: 'Connect by API key, or rotate it',
    access,
    parameters: [slug],
    body: KEY_BODY,
    answers: [
      { status: 200, says: 'The connection.', schema: installation, example: KEY_INSTALLATION },
    ],
    errors: KEY_ERRORS,
  },
  {
    id: 'connectWidgetByClientCredentials',
    method: 'PUT',
    path: '/_widgets/DataIntegrations/{slug}/client-credentials',
    tag,
    summary: 'Connect by client credentials, or replace them',
    description: ASKED,
    access,
    parameters: [slug],
    body: CLIENT_BODY,
    answers: [
      { status: 200, says: 'The connection.', schema: installation, example: CLIENT_INSTALLATION },
    ],
    errors: CLIENT_ERRORS,
  },
]
