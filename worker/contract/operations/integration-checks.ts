/** The doctor, at both of a provider's integrations. */
import { integrationCheck } from '../answers/integration-check.ts'
import type { Operation } from './operation.ts'
import { slug } from './parameters.ts'

const checkExample = (ownership: string) => ({
  object: 'data_integration_check',
  slug: 'github',
  ownership,
  findings: {
    client: {
      verdict: 'wrong',
      code: 'client_refused',
      message: 'The provider refuses this client. Copy client id and secret once more.',
      evidence: { status: 401, error: 'invalid_client' },
    },
    redirect_uri: {
      verdict: 'ok',
      code: 'redirect_uri_accepted',
      message: 'The redirect URI is registered.',
      evidence: { status: 302, error: null },
    },
    scopes: {
      verdict: 'cannot_tell',
      code: 'scopes_not_judged',
      message: 'The provider judges scopes only once a user has signed in.',
      evidence: { status: 302, error: null },
    },
    endpoints: {
      verdict: 'ok',
      code: 'endpoint_answers',
      message: 'The token endpoint answers as OAuth 2.0 does.',
      evidence: { status: 401, error: 'invalid_client' },
    },
  },
  checked_at: '2026-11-24T12:00:00.000Z',
})

const checkOf = (
  of: '' | 'Organization',
  path: Operation['path'],
  ownership: 'user' | 'organization',
): Operation => ({
  id: `check${of}DataIntegration`,
  method: 'POST',
  path,
  tag: 'Data integrations',
  summary:
    ownership === 'user'
      ? 'Check a data integration at its provider'
      : 'Check the integration that organizations own at its provider',
  description:
    'The doctor: before any user clicks, the provider is asked with a code that nobody issued. Nothing is changed; at most ten times a minute.',
  access: 'config:write',
  parameters: [slug],
  answers: [
    {
      status: 200,
      says: 'What was found, each with the fix.',
      schema: integrationCheck,
      example: checkExample(ownership),
    },
  ],
  errors: ['integration_not_found', 'check_rate_limited'],
  isAddition: true,
})

export const checkOperations: readonly Operation[] = [
  checkOf('', '/data-integrations/{slug}/check', 'user'),
  checkOf('Organization', '/data-integrations/{slug}/organization/check', 'organization'),
]
