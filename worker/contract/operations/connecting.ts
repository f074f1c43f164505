import { widgetToken } from '../answers/access.ts'
import { authorizeAnswer } from '../answers/connect.ts'
import { connectedAccount } from '../answers/connected-account.ts'
import { authorizeRequest, completeRequest, widgetTokenRequest } from '../connect.ts'
import { ACCOUNT, ATTEMPT, ORIGIN } from './examples.ts'
import { addition, type Operation } from './operation.ts'
import { OWNER_WORDS, slug, USER_LABEL } from './parameters.ts'

export const connectOperations: readonly Operation[] = [
  {
    id: 'createToken',
    method: 'POST',
    path: '/widgets/token',
    tag: 'Connecting',
    summary: 'Begin a widget session',
    description:
      'For a user whom your backend has authenticated. Hand the token to `<pipes-widget>`; it opens the browser API for this one user, for 15 minutes.',
    access: 'sessions:create',
    body: {
      name: 'WidgetTokenRequest',
      schema: widgetTokenRequest,
      words: {
        user_id: 'Your own id of the user.',
        organization_id: 'The organization within which the user connects.',
        organization_name: addition('What the widget calls the organization; its id unless told.'),
        scopes: 'What the session may manage, beside the user’s own connections.',
        user_label: USER_LABEL,
      },
      example: { user_id: 'user_123', organization_id: 'org_456' },
    },
    answers: [
      {
        status: 201,
        says: 'The session.',
        schema: widgetToken,
        example: {
          token: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJkWE5sY2w4eE1qTSJ9.c2lnbmF0dXJl',
        },
      },
    ],
    errors: ['organization_required'],
    sdk: { method: 'widgets.createToken' },
  },
  {
    id: 'authorizeDataIntegration',
    method: 'POST',
    path: '/data-integrations/{slug}/authorize',
    tag: 'Connecting',
    summary: 'Connect without the widget',
    description:
      'Send the user’s browser to the `url` of the answer. With `code_challenge` and `return_to` the connection comes into being when your backend completes it; without them the user confirms on a page of ours whose account it becomes.',
    access: 'connections:write',
    parameters: [slug],
    body: {
      name: 'AuthorizeRequest',
      schema: authorizeRequest,
      words: {
        ...OWNER_WORDS,
        connection_intent: '`add`: another connection beside those that there are.',
        connected_account_id:
          'Exactly this connection anew; another account that comes back is refused.',
        return_to:
          'Where the browser goes at the end; registered as one of the environment’s `return_urls`.',
        config: 'Values of the provider’s config fields.',
        code_challenge:
          'SHA-256 of a verifier that stays in the user’s session at your backend, base64url (RFC 7636). It binds the connection to that session.',
        code_challenge_method: addition('There is only `S256`.'),
        user_label: USER_LABEL,
      },
      example: { user_id: 'user_123', return_to: 'https://app.acme.com/settings' },
    },
    answers: [
      {
        status: 200,
        says: 'Where the browser goes.',
        schema: authorizeAnswer,
        example: {
          url: `${ORIGIN}/data-integrations/3q2xJ7Vb0mZk/authorize-redirect`,
          attempt: { id: ATTEMPT.id, expires_at: ATTEMPT.expires_at },
        },
      },
    ],
    errors: [
      'organization_required',
      'integration_not_found',
      'integration_disabled',
      'shared_credentials_not_allowed',
      'credentials_missing',
      'code_challenge_invalid',
      'return_to_required',
      'return_to_not_allowed',
      'binding_required',
      'config_invalid',
      'auth_method_mismatch',
      'organization_credentials_missing',
      'account_not_found',
      'too_many_connections',
    ],
    sdk: { method: 'pipes.authorizeDataIntegration' },
  },
  {
    id: 'completeDataIntegrationAuthorization',
    method: 'POST',
    path: '/data-integrations/{slug}/authorize/complete',
    tag: 'Connecting',
    summary: 'Complete a connection',
    description:
      'The browser came back to `return_to` with `pipes_attempt` and `pipes_completion_code`. Nothing is connected before this call. It may be repeated: the answer is the same.',
    access: 'connections:write',
    parameters: [slug],
    body: {
      name: 'CompleteRequest',
      schema: completeRequest,
      words: {
        ...OWNER_WORDS,
        attempt_id: '`pipes_attempt` of the address.',
        completion_code: '`pipes_completion_code` of the address.',
        code_verifier: 'The verifier whose challenge began the connection.',
      },
      example: {
        user_id: 'user_123',
        attempt_id: ATTEMPT.id,
        completion_code: 'cc_Zm9vYmFyYmF6',
        code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
      },
    },
    answers: [{ status: 200, says: 'The connection.', schema: connectedAccount, example: ACCOUNT }],
    errors: [
      'organization_required',
      'attempt_not_found',
      'attempt_expired',
      'attempt_not_pending',
      'verifier_mismatch',
      'configuration_changed',
      'integration_disabled',
      'account_mismatch',
      'account_not_found',
      'too_many_connections',
    ],
    isAddition: true,
  },
]
