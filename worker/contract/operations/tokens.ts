import { accessTokenAnswer, credentialAnswer, replacementAnswer } from '../answers/vend.ts'
import type { ErrorCode } from '../errors/all.ts'
import { rejectedRequest, vendRequest } from '../vend.ts'
import type { Operation } from './operation.ts'
import { OWNER_WORDS, slug } from './parameters.ts'

export const VEND_ERRORS: readonly ErrorCode[] = [
  'organization_required',
  'integration_not_found',
  'integration_disabled',
  'integrity_error',
  'provider_unavailable',
  'integration_misconfigured',
  'grants_refused_together',
  'refresh_in_progress',
  'refresh_recovering',
  'refresh_too_soon',
  'vault_key_unavailable',
  'unsupported_version',
  'auth_method_mismatch',
  'account_selection_required',
]

const vendWords = {
  ...OWNER_WORDS,
  connected_account_id: 'Exactly this one of the owner’s connections.',
  supports_multiple_connections:
    'You know that there may be several: the only one there is, or 409 with those to choose from. Else the compatibility connection is meant.',
}

const life = {
  expires_at: '2026-11-24T17:05:12.000Z',
  scopes: ['repo'],
  missing_scopes: ['read:user'],
} as const

const TOKEN = {
  active: true,
  access_token: {
    object: 'access_token',
    access_token: 'gho_16C7e42F292c6912E7710c838347Ae178B4a',
    ...life,
  },
} as const

const WHETHER = 'A token; or `"active": false` and why there is none, which is no error.'

export const tokenOperations: readonly Operation[] = [
  {
    id: 'getAccessToken',
    method: 'POST',
    path: '/data-integrations/{slug}/token',
    tag: 'Tokens',
    summary: 'Get a fresh access token',
    description:
      'Ask each time you need one: a fresh token costs one hop, and an expired one is refreshed once, however many callers wait. A 503 says when to try again and never means that the user has to reconnect.',
    access: 'tokens:read',
    parameters: [slug],
    body: {
      name: 'AccessTokenRequest',
      schema: vendRequest,
      words: vendWords,
      example: { user_id: 'user_123' },
    },
    answers: [{ status: 200, says: WHETHER, schema: accessTokenAnswer, example: TOKEN }],
    errors: VEND_ERRORS,
    sdk: { method: 'pipes.getAccessToken', names: { slug: 'provider' } },
  },
  {
    id: 'createDataIntegrationCredential',
    method: 'POST',
    path: '/data-integrations/{slug}/credentials',
    tag: 'Tokens',
    summary: 'Get a credential of any kind',
    description: 'As the call above, in the shape that also holds what is not OAuth.',
    access: 'tokens:read',
    parameters: [slug],
    body: {
      name: 'CredentialRequest',
      schema: vendRequest,
      words: vendWords,
      example: { user_id: 'user_123' },
    },
    answers: [
      {
        status: 200,
        says: WHETHER,
        schema: credentialAnswer,
        example: {
          active: true,
          credential: {
            object: 'credential',
            auth_method: 'oauth',
            value: TOKEN.access_token.access_token,
            config: {},
            ...life,
            metadata: {},
          },
        },
      },
    ],
    errors: VEND_ERRORS,
    sdk: { method: 'pipes.createDataIntegrationCredential' },
  },
  {
    id: 'rejectAccessToken',
    method: 'POST',
    path: '/data-integrations/{slug}/token/rejected',
    tag: 'Tokens',
    summary: 'Report that the provider refused a token',
    description:
      'If it is the current token it is refreshed once, whatever its expiry promised; else the answer holds the one that has replaced it. Of an API key or a client of one’s own it is a `credential`. Once a minute for each connection.',
    access: 'tokens:read',
    parameters: [slug],
    body: {
      name: 'RejectedTokenReport',
      schema: rejectedRequest,
      words: {
        ...vendWords,
        access_token_sha256:
          'SHA-256 of the refused access token, in lower-case hex: the token itself is never sent back.',
      },
      example: {
        user_id: 'user_123',
        access_token_sha256: '1b4f0e9851971998e732078544c96b36c3d01cedf7caa332359d6f1d83567014',
      },
    },
    answers: [{ status: 200, says: WHETHER, schema: replacementAnswer, example: TOKEN }],
    errors: [...VEND_ERRORS, 'rejection_rate_limited'],
    isAddition: true,
  },
]
