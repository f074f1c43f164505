import {
  attemptAnswer,
  connectingAnswer,
  widgetAuthorizeAnswer,
  widgetSettings,
} from '../answers/connect.ts'
import { widgetRows } from '../answers/widget-row.ts'
import { widgetAuthorizeRequest, widgetCompleteRequest } from '../connect.ts'
import { widgetRowsQuery } from '../widget-rows.ts'
import type { ErrorCode } from '../errors/all.ts'
import { ATTEMPT, INTEGRATION, ORIGIN } from './examples.ts'
import { addition, type Body, type Operation } from './operation.ts'
import { AIM_WORDS, pathId, queryOf, slug } from './parameters.ts'
import { INSTALLATION, WIDGET_ROW } from './widget-examples.ts'

const tag = 'Browser API'
const access = 'widget_session'

const attemptId = pathId('id', '`attempt.id` of the answer to authorize.', ATTEMPT.id)

const BEGUN = {
  url: `${ORIGIN}/data-integrations/3q2xJ7Vb0mZk/authorize-redirect`,
  redirectToken: 'rt_Zm9vYmFy',
  handoffToken: 'ht_YmF6cXV4',
  attempt: { id: ATTEMPT.id, expires_at: ATTEMPT.expires_at },
}

export const begun = {
  status: 200,
  says: 'Where the window goes.',
  schema: widgetAuthorizeAnswer,
  example: BEGUN,
} as const

export const AUTHORIZE_BODY: Body = {
  name: 'WidgetAuthorizeRequest',
  schema: widgetAuthorizeRequest,
  words: {
    requireHandoff: 'Whether the window must be handed a token by this page.',
    config:
      'Values of the provider’s config fields; of a connection anew those that it has unless told.',
    code_challenge: addition('SHA-256 of a verifier that stays in the page, base64url (RFC 7636).'),
    return_to: addition('For a flow in the same tab: a registered return address.'),
    ...AIM_WORDS,
  },
  example: {
    requireHandoff: true,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  },
}

/** Of a page that brings a challenge, comes back in its own tab, or names a connection. */
export const BINDING_ERRORS: readonly ErrorCode[] = [
  'account_not_found',
  'too_many_connections',
  'code_challenge_invalid',
  'return_to_required',
  'return_to_not_allowed',
]

export const BEGIN_ERRORS: readonly ErrorCode[] = [
  'origin_required',
  'integration_not_found',
  'integration_disabled',
  'shared_credentials_not_allowed',
  'credentials_missing',
  'config_invalid',
  'auth_method_mismatch',
  'organization_required',
  'organization_credentials_missing',
]

export const browserOperations: readonly Operation[] = [
  {
    id: 'listWidgetRows',
    method: 'GET',
    path: '/_widgets/DataIntegrations/mine',
    tag,
    summary: 'List the providers for this user',
    access,
    parameters: queryOf(widgetRowsQuery, {
      include: {
        says: '`shared`: with what the organization of the session shares, in `shared`.',
        example: 'shared',
        isAddition: true,
      },
    }),
    answers: [
      { status: 200, says: 'The rows.', schema: widgetRows, example: { data: [WIDGET_ROW] } },
    ],
    errors: ['invalid_request'],
  },
  {
    id: 'getWidgetSettings',
    method: 'GET',
    path: '/_widgets/settings',
    tag,
    summary: 'Get what the widget shows around its rows',
    access,
    answers: [
      {
        status: 200,
        says: 'The settings.',
        schema: widgetSettings,
        example: {
          object: 'settings',
          authkitOrigin: ORIGIN,
          teamName: 'Acme',
          logoDarkIconPath: null,
          logoDarkPath: null,
          logoLightIconPath: null,
          logoLightPath: null,
        },
      },
    ],
  },
  {
    id: 'beginConnection',
    method: 'POST',
    path: '/_widgets/DataIntegrations/{slug}/authorize',
    tag,
    summary: 'Begin a connection',
    description:
      'With a `code_challenge` the page completes it with the verifier; with a handoff the window proves that this page opened it.',
    access,
    parameters: [slug],
    body: AUTHORIZE_BODY,
    answers: [begun],
    errors: [...BEGIN_ERRORS, ...BINDING_ERRORS],
  },
  {
    id: 'beginConnectionByLink',
    method: 'GET',
    path: '/_widgets/DataIntegrations/{slug}/authorize',
    tag,
    summary: 'Begin a connection, the older form',
    access,
    parameters: [slug],
    answers: [
      begun,
      { status: 204, says: 'To a HEAD or a browser that looks ahead: nothing was begun.' },
    ],
    errors: BEGIN_ERRORS,
  },
  {
    id: 'getAttempt',
    method: 'GET',
    path: '/_widgets/DataIntegrations/attempts/{id}',
    tag,
    summary: 'Follow a connection',
    access,
    parameters: [attemptId],
    answers: [{ status: 200, says: 'How far it is.', schema: attemptAnswer, example: ATTEMPT }],
    errors: ['attempt_not_found'],
    isAddition: true,
  },
  {
    id: 'completeAttempt',
    method: 'POST',
    path: '/_widgets/DataIntegrations/attempts/{id}/complete',
    tag,
    summary: 'Complete a connection',
    description: 'By the page that began it. Nothing is connected before.',
    access,
    parameters: [attemptId],
    body: {
      name: 'WidgetCompleteRequest',
      schema: widgetCompleteRequest,
      words: {
        code_verifier: 'The verifier whose challenge began the connection.',
        completion_code: 'Of a flow in the same tab: it came back with the address.',
      },
      example: { code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' },
    },
    answers: [
      {
        status: 200,
        says: 'The attempt, with the connection.',
        schema: attemptAnswer,
        example: { ...ATTEMPT, status: 'completed', connected_account: INSTALLATION },
      },
    ],
    errors: [
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
  {
    id: 'getAuthorizationStatus',
    method: 'GET',
    path: '/_widgets/DataIntegrations/{id}/authorization-status/{token}',
    tag,
    summary: 'Ask whether a connection is under way',
    access,
    parameters: [
      pathId('id', 'The id of the data integration.', INTEGRATION.id),
      pathId('token', '`redirectToken` of the answer to authorize.', BEGUN.redirectToken),
    ],
    answers: [
      {
        status: 200,
        says: 'Whether it is.',
        schema: connectingAnswer,
        example: { isConnecting: true },
      },
    ],
    errors: ['attempt_not_found'],
  },
]
