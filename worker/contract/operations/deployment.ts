/** For whoever runs the deployment. */
import {
  environment,
  environmentList,
  health,
  keyCheck,
  keyRetirement,
  keyRewrap,
  vaultKeyList,
} from '../answers/access.ts'
import { createEnvironmentRequest, updateEnvironmentRequest } from '../api-key.ts'
import type { ErrorCode } from '../errors/all.ts'
import { rewrapQuery } from '../key-place.ts'
import { newKeyAnswer, newKeyBody, newKeyErrors } from './api-keys.ts'
import { ENVIRONMENT, listExample } from './examples.ts'
import type { Answer, Operation } from './operation.ts'
import { PAGES, pathId, queryOf } from './parameters.ts'

const tag = 'Deployment'
const access = 'operator'

const environmentId = pathId('id', 'The id of the environment.', ENVIRONMENT.id)
const PLACE_EXAMPLE = 'eyJyb3dzIjp7fX0.0f1e2d3c4b5a69788796a5b4c3d2e1f0'
const PLACE = queryOf(rewrapQuery, {
  after: { says: 'The `after` of the answer before.', example: PLACE_EXAMPLE },
})
const kid = pathId('kid', 'The id of the key in `VAULT_KEYRING`.', 'k1')

const environmentWords = {
  name: 'Users read it while they connect.',
  allowed_origins: 'Pages that may embed the widget, as `https://app.example.com`.',
  return_urls: 'Addresses to which a browser may be sent back, with their paths.',
  branding: 'What users see on our pages and in the widget; null takes it away.',
  'branding.name': 'The product’s name, instead of the environment’s.',
  'branding.logo_url': 'An image, https.',
  'branding.accent_color': '`#rrggbb`.',
  requires_binding: 'Every connection that a backend begins must be bound by a `code_challenge`.',
  widget_session_minutes: 'How long a widget’s session lives, 5 to 60; 15 unless told.',
  keep_alive_days:
    'So many days after its last use a connection is kept alive; 0: never; null: for as long as it can be.',
  user_token_issuers: 'Who signs your users’ tokens, for token exchange; the whole list.',
  'user_token_issuers.issuer': 'Equals the token’s `iss`.',
  'user_token_issuers.jwks_uri': 'Where its public keys are (RFC 7517).',
  'user_token_issuers.audience': 'Is in the token’s `aud`.',
  'user_token_issuers.user_claim': 'The claim that holds the user’s id; `sub` unless told.',
  'user_token_issuers.organization_claim': 'The claim that holds the organization’s id, if any.',
}

const SETTING_ERRORS: readonly ErrorCode[] = [
  'origin_not_exact',
  'return_url_not_exact',
  'url_not_allowed',
  'issuer_not_exact',
]

const one = (status: 200 | 201): Answer => ({
  status,
  says: 'The environment.',
  schema: environment,
  example: ENVIRONMENT,
})

export const deploymentOperations: readonly Operation[] = [
  {
    id: 'getHealth',
    method: 'GET',
    path: '/health',
    tag,
    summary: 'Ask whether the deployment works',
    description: 'For monitors; no key.',
    access: 'anyone',
    answers: [
      { status: 200, says: 'It does.', schema: health, example: { status: 'ok', database: 'ok' } },
    ],
    isAddition: true,
  },
  {
    id: 'listEnvironments',
    method: 'GET',
    path: '/environments',
    tag,
    summary: 'List the environments',
    access,
    parameters: PAGES,
    errors: ['invalid_request'],
    answers: [
      {
        status: 200,
        says: 'The environments.',
        schema: environmentList,
        example: listExample(ENVIRONMENT),
      },
    ],
    isAddition: true,
  },
  {
    id: 'createEnvironment',
    method: 'POST',
    path: '/environments',
    tag,
    summary: 'Make an environment',
    access,
    body: {
      name: 'CreateEnvironment',
      schema: createEnvironmentRequest,
      words: {
        ...environmentWords,
        kind: '`sandbox` has the operator’s clients and the sandbox provider, and keys that begin with `sk_test_`.',
      },
      example: {
        name: 'Acme',
        kind: 'production',
        allowed_origins: ENVIRONMENT.allowed_origins,
        return_urls: ENVIRONMENT.return_urls,
      },
    },
    answers: [one(201)],
    errors: SETTING_ERRORS,
    isAddition: true,
  },
  {
    id: 'getEnvironment',
    method: 'GET',
    path: '/environments/{id}',
    tag,
    summary: 'Get an environment',
    access,
    parameters: [environmentId],
    answers: [one(200)],
    errors: ['environment_not_found'],
    isAddition: true,
  },
  {
    id: 'updateEnvironment',
    method: 'PUT',
    path: '/environments/{id}',
    tag,
    summary: 'Change an environment',
    description: 'What is absent stays as it is.',
    access,
    parameters: [environmentId],
    body: {
      name: 'UpdateEnvironment',
      schema: updateEnvironmentRequest,
      words: environmentWords,
      example: { allowed_origins: ENVIRONMENT.allowed_origins },
    },
    answers: [one(200)],
    errors: ['environment_not_found', ...SETTING_ERRORS],
    isAddition: true,
  },
  {
    id: 'createEnvironmentApiKey',
    method: 'POST',
    path: '/environments/{id}/api_keys',
    tag,
    summary: 'Make the first key of an environment',
    access,
    parameters: [environmentId],
    body: newKeyBody,
    answers: [newKeyAnswer],
    errors: ['environment_not_found', ...newKeyErrors],
    isAddition: true,
  },
  {
    id: 'listVaultKeys',
    method: 'GET',
    path: '/keys',
    tag,
    summary: 'List the keys of the ring',
    description: 'The active one first. `npm run keys` calls this and the two below.',
    access,
    answers: [
      {
        status: 200,
        says: 'The keys, and what each wraps.',
        schema: vaultKeyList,
        example: {
          object: 'list',
          data: [{ object: 'vault_key', id: 'k1', active: true, rows: 128, objects: 97 }],
        },
      },
    ],
    isAddition: true,
  },
  {
    id: 'rewrapVaultKey',
    method: 'POST',
    path: '/keys/{kid}/rewrap',
    tag,
    summary: 'Move what a key wraps to the active one',
    access,
    parameters: [kid, ...PLACE],
    answers: [
      {
        status: 200,
        says: 'What was moved.',
        schema: keyRewrap,
        example: {
          object: 'key_rewrap',
          moved: { rows: 100, objects: 50 },
          failed: 0,
          remaining: { rows: 28, objects: 47 },
          after: PLACE_EXAMPLE,
        },
      },
    ],
    errors: ['key_unknown', 'key_active', 'invalid_request'],
    isAddition: true,
  },
  {
    id: 'checkVaultKey',
    method: 'GET',
    path: '/keys/{kid}/check',
    tag,
    summary: 'Count what a key should open, and does not',
    description: 'Tries to open some hundreds of rows and changes nothing.',
    access,
    parameters: [kid, ...PLACE],
    answers: [
      {
        status: 200,
        says: 'What was found.',
        schema: keyCheck,
        example: { object: 'key_check', checked: 312, broken: 0, after: null },
      },
    ],
    errors: ['key_unknown', 'invalid_request'],
    isAddition: true,
  },
  {
    id: 'retireVaultKey',
    method: 'POST',
    path: '/keys/{kid}/retire',
    tag,
    summary: 'Ask whether a key may leave the ring',
    access,
    parameters: [kid],
    answers: [
      {
        status: 200,
        says: 'It may.',
        schema: keyRetirement,
        example: { object: 'key_retirement', may_leave_the_ring: true },
      },
    ],
    errors: ['key_unknown', 'key_active', 'key_in_use'],
    isAddition: true,
  },
]
