/** What administrators do in the widget for their organization. All of it needs `widgets:pipes:manage`. */
import { success } from '../answers/connect.ts'
import { installation, memberAccountList } from '../answers/connected-account.ts'
import {
  organizationRows,
  widgetConfiguration,
  widgetConfigurations,
} from '../answers/organization-admin.ts'
import type { ErrorCode } from '../errors/all.ts'
import { CHANGES_BODY } from './account-lists.ts'
import { MOVES_ON } from './browser-accounts.ts'
import { AUTHORIZE_BODY, BEGIN_ERRORS, begun, BINDING_ERRORS } from './browser-api.ts'
import { ASKED, CLIENT_BODY, CLIENT_ERRORS, KEY_BODY, KEY_ERRORS } from './browser-secrets.ts'
import { ACCOUNT, listExample } from './examples.ts'
import type { Operation } from './operation.ts'
import { CONFIGURE_BODY, CONFIGURE_ERRORS } from './organization-configurations.ts'
import { PAGES, pathId, slug } from './parameters.ts'
import {
  CLIENT_INSTALLATION,
  INSTALLATION,
  KEY_INSTALLATION,
  MEMBER_ACCOUNT,
  ORGANIZATION_ROW,
  WIDGET_CONFIGURATION,
} from './widget-examples.ts'

const tag = 'Browser API'
const access = 'widget_session'
const root = '/_widgets/DataIntegrations'

const DENIED: ErrorCode = 'widget_permission_missing'
const MANAGES = 'Needs a session with the scope `widgets:pipes:manage`.'

export const browserAdminOperations: readonly Operation[] = [
  {
    id: 'listWidgetConfigurations',
    method: 'GET',
    path: `${root}/configurations`,
    tag,
    summary: 'List what the organization sets for its users',
    description: MANAGES,
    access,
    answers: [
      {
        status: 200,
        says: 'A configuration for each integration that the developer has switched on.',
        schema: widgetConfigurations,
        example: { data: [WIDGET_CONFIGURATION] },
      },
    ],
    errors: [DENIED],
  },
  ...configureOperations(),
  {
    id: 'listOrganizationRows',
    method: 'GET',
    path: `${root}/organization`,
    tag,
    summary: 'List what the organization can share',
    description: MANAGES,
    access,
    answers: [
      {
        status: 200,
        says: 'The rows, with what can be done about each.',
        schema: organizationRows,
        example: { data: [ORGANIZATION_ROW] },
      },
    ],
    errors: [DENIED],
  },
  {
    id: 'listMembersAccounts',
    method: 'GET',
    path: `${root}/{slug}/organization/accounts`,
    tag,
    summary: 'List who of the organization has connected what',
    description: `${MANAGES} Members’ own connections of one provider within the organization, the newest first; not what the organization shares.`,
    access,
    parameters: [slug, ...PAGES],
    answers: [
      {
        status: 200,
        says: 'A page of them.',
        schema: memberAccountList,
        example: listExample(MEMBER_ACCOUNT),
      },
    ],
    errors: [DENIED, 'integration_not_found', 'invalid_request'],
    isAddition: true,
  },
  {
    id: 'beginSharedConnection',
    method: 'POST',
    path: `${root}/{slug}/organization/authorize`,
    tag,
    summary: 'Begin a shared connection',
    description: `${MANAGES} Without a \`code_challenge\` the window is handed a token by this page, also where \`requireHandoff\` does not ask for it.`,
    access,
    parameters: [slug],
    body: AUTHORIZE_BODY,
    answers: [begun],
    errors: [DENIED, ...BEGIN_ERRORS, ...BINDING_ERRORS],
  },
  {
    id: 'shareByApiKey',
    method: 'PUT',
    path: `${root}/{slug}/organization/api-key`,
    tag,
    summary: 'Share a connection by API key, or rotate it',
    description: MANAGES,
    access,
    parameters: [slug],
    body: KEY_BODY,
    answers: [
      { status: 200, says: 'The connection.', schema: installation, example: KEY_INSTALLATION },
    ],
    errors: [DENIED, ...KEY_ERRORS],
  },
  {
    id: 'shareByClientCredentials',
    method: 'PUT',
    path: `${root}/{slug}/organization/client-credentials`,
    tag,
    summary: 'Share a connection by client credentials, or replace them',
    description: `${MANAGES} ${ASKED}`,
    access,
    parameters: [slug],
    body: CLIENT_BODY,
    answers: [
      { status: 200, says: 'The connection.', schema: installation, example: CLIENT_INSTALLATION },
    ],
    errors: [DENIED, ...CLIENT_ERRORS],
  },
  {
    id: 'changeSharedInstallation',
    method: 'PATCH',
    path: `${root}/organization/installations/{id}`,
    tag,
    summary: 'Name what is shared, or choose it among several',
    description: MANAGES,
    access,
    parameters: [pathId('id', 'The id of the connected account.', ACCOUNT.id)],
    body: CHANGES_BODY,
    answers: [
      {
        status: 200,
        says: 'The connection.',
        schema: installation,
        example: { ...INSTALLATION, nickname: 'Work', preferred: true },
      },
    ],
    errors: [DENIED, 'account_not_found', 'account_unavailable'],
    isAddition: true,
  },
  {
    id: 'deleteSharedInstallation',
    method: 'DELETE',
    path: `${root}/organization/installations/{id}`,
    tag,
    summary: 'Disconnect what is shared',
    description: MANAGES,
    access,
    parameters: [pathId('id', 'The id of the connected account.', ACCOUNT.id), ...MOVES_ON],
    answers: [{ status: 200, says: 'Disconnected.', schema: success, example: { success: true } }],
    errors: [
      DENIED,
      'invalid_request',
      'account_not_found',
      'account_selection_required',
      'disconnect_unavailable',
    ],
  },
]

/** Over the integration of users' own connections, and over that of shared ones. */
function configureOperations(): readonly Operation[] {
  return (
    [
      ['configureForUsers', 'configuration', 'Set something for the organization’s users'],
      [
        'configureShared',
        'organization/configuration',
        'Set something for what the organization shares',
      ],
    ] as const
  ).map(([id, path, summary]) => ({
    id,
    method: 'PUT',
    path: `${root}/{slug}/${path}`,
    tag,
    summary,
    description: `${MANAGES} What is absent stays as it is. Scopes that are just the integration’s own are no choice: they follow it.`,
    access,
    parameters: [slug],
    body: CONFIGURE_BODY,
    answers: [
      {
        status: 200,
        says: 'The configuration.',
        schema: widgetConfiguration,
        example: WIDGET_CONFIGURATION,
      },
    ],
    errors: [DENIED, ...CONFIGURE_ERRORS],
  }))
}
