import { apiKey, apiKeyList, newApiKey } from '../answers/access.ts'
import { createApiKeyRequest } from '../api-key.ts'
import type { ErrorCode } from '../errors/all.ts'
import { API_KEY, listExample } from './examples.ts'
import type { Answer, Body, Operation } from './operation.ts'
import { PAGES, pathId } from './parameters.ts'

const tag = 'API keys'

export const newKeyBody: Body = {
  name: 'CreateApiKey',
  schema: createApiKeyRequest,
  words: {
    name: 'For people.',
    scopes: 'What the key may do; null or absent: everything.',
    expires_at: 'When it ends; null or absent: never by itself.',
  },
  example: { name: 'Importer', scopes: ['tokens:read'], expires_at: '2027-12-31T00:00:00Z' },
}

export const newKeyAnswer: Answer = {
  status: 201,
  says: 'The key, this once.',
  schema: newApiKey,
  example: { ...API_KEY, last_used_on: null, key: 'sk_live_4fGh2kLm9QrS…' },
}

export const newKeyErrors: readonly ErrorCode[] = ['api_key_expiry_past', 'too_many_api_keys']

export const apiKeyOperations: readonly Operation[] = [
  {
    id: 'listApiKeys',
    method: 'GET',
    path: '/api_keys',
    tag,
    summary: 'List the keys of the environment',
    access: 'keys:manage',
    parameters: PAGES,
    errors: ['invalid_request'],
    answers: [
      {
        status: 200,
        says: 'The keys, those that have ended among them.',
        schema: apiKeyList,
        example: listExample(API_KEY),
      },
    ],
    isAddition: true,
  },
  {
    id: 'createApiKey',
    method: 'POST',
    path: '/api_keys',
    tag,
    summary: 'Make a key',
    description: 'None can do more than the one that makes it.',
    access: 'keys:manage',
    body: newKeyBody,
    answers: [newKeyAnswer],
    errors: [...newKeyErrors, 'api_key_scope_too_wide'],
    isAddition: true,
  },
  {
    id: 'deleteApiKey',
    method: 'DELETE',
    path: '/api_keys/{id}',
    tag,
    summary: 'Revoke a key',
    description: 'It ends everywhere within 30 seconds, with the widget sessions that it made.',
    access: 'keys:manage',
    parameters: [pathId('id', 'The id of the key; not the key.', API_KEY.id)],
    answers: [
      {
        status: 200,
        says: 'The key, revoked.',
        schema: apiKey,
        example: { ...API_KEY, revoked_at: '2026-11-24T16:05:12.000Z' },
      },
    ],
    errors: ['api_key_not_found'],
    isAddition: true,
  },
]
