import { connectedAccount, dataProviderList } from '../answers/connected-account.ts'
import {
  importAccountRequest,
  importOrganizationAccountRequest,
  updateAccountRequest,
  updateOrganizationAccountRequest,
} from '../connected-account.ts'
import type { ErrorCode } from '../errors/all.ts'
import { ACCOUNT, DATA_PROVIDER, listExample, SHARED_ACCOUNT } from './examples.ts'
import type { Operation, Parameter } from './operation.ts'
import {
  CHANGE,
  IDEMPOTENCY,
  organizationId,
  PLURAL,
  SELECTION,
  slug,
  userId,
  withinOrganization,
} from './parameters.ts'

const TOKEN_WORDS = {
  access_token: 'A token of the provider; null takes it away.',
  refresh_token: 'What refreshes it; null takes it away.',
  expires_at: 'When the access token ends; absent or null: it does not.',
  scopes: 'What the user granted.',
  state: 'Wins over what the tokens suggest.',
  connection_intent:
    '`add`: another connection beside those that there are. `reauthorize`: one that exists.',
}
const MEMBER_WORDS = { ...TOKEN_WORDS, user_id: 'The member who acts.' }

const WRITE_ERRORS: readonly ErrorCode[] = [
  'invalid_request',
  'integration_not_found',
  'invalid_token_combination',
  'organization_credentials_missing',
  'auth_method_mismatch',
  'organization_required',
]

/** The same calls for both kinds of owners. */
type Owners = {
  readonly in: string
  readonly whose: string
  readonly parameters: readonly Parameter[]
  readonly ids: Readonly<Record<'get' | 'create' | 'update' | 'delete' | 'list', string>>
  readonly bodies: readonly [Operation['body'] & object, Operation['body'] & object]
  readonly example: typeof ACCOUNT | typeof SHARED_ACCOUNT
}

const imported = {
  access_token: 'gho_16C7e42F292c6912E7710c838347Ae178B4a',
  scopes: ['repo'],
}

const USERS: Owners = {
  in: '/user_management/users/{user_id}',
  whose: 'a user’s',
  parameters: [userId, withinOrganization],
  ids: {
    get: 'getUserConnectedAccount',
    create: 'createUserConnectedAccount',
    update: 'updateUserConnectedAccount',
    delete: 'deleteUserConnectedAccount',
    list: 'listUserDataProviders',
  },
  bodies: [
    { name: 'ImportAccount', schema: importAccountRequest, words: TOKEN_WORDS, example: imported },
    { name: 'UpdateAccount', schema: updateAccountRequest, words: TOKEN_WORDS, example: imported },
  ],
  example: ACCOUNT,
}

const ORGANIZATIONS: Owners = {
  in: '/organizations/{organization_id}',
  whose: 'an organization’s',
  parameters: [organizationId],
  ids: {
    get: 'getOrganizationConnectedAccount',
    create: 'createOrganizationConnectedAccount',
    update: 'updateOrganizationConnectedAccount',
    delete: 'deleteOrganizationConnectedAccount',
    list: 'listOrganizationDataProviders',
  },
  bodies: [
    {
      name: 'ImportOrganizationAccount',
      schema: importOrganizationAccountRequest,
      words: MEMBER_WORDS,
      example: { user_id: 'user_123', ...imported },
    },
    {
      name: 'UpdateOrganizationAccount',
      schema: updateOrganizationAccountRequest,
      words: MEMBER_WORDS,
      example: { user_id: 'user_123', ...imported },
    },
  ],
  example: SHARED_ACCOUNT,
}

const operationsOf = ({
  ids,
  whose,
  parameters,
  bodies,
  example,
  ...owner
}: Owners): Operation[] => {
  const path = `${owner.in}/connected_accounts/{slug}` as Operation['path']
  const one = [...parameters, slug]
  const sdk = (id: string) => ({ method: `pipes.${id}` })
  const account = { schema: connectedAccount, example }
  const tag = 'Connected accounts'
  return [
    {
      id: ids.list,
      method: 'GET',
      path: `${owner.in}/data_providers` as Operation['path'],
      tag,
      summary: `List the providers, with ${whose} connections`,
      access: 'connections:read',
      parameters: [...parameters, ...PLURAL],
      answers: [
        {
          status: 200,
          says: 'Every enabled provider.',
          schema: dataProviderList,
          example: listExample(DATA_PROVIDER),
        },
      ],
      errors: ['invalid_request'],
      sdk: sdk(ids.list),
    },
    {
      id: ids.get,
      method: 'GET',
      path,
      tag,
      summary: `Get ${whose} connection`,
      access: 'connections:read',
      parameters: [...one, ...SELECTION],
      answers: [{ status: 200, says: 'The connection.', ...account }],
      errors: [
        'invalid_request',
        'integration_not_found',
        'account_not_found',
        'account_selection_required',
      ],
      sdk: sdk(ids.get),
    },
    {
      id: ids.create,
      method: 'POST',
      path,
      tag,
      summary: `Import ${whose} tokens as a connection`,
      description:
        'For tokens that you have already. Without any token the connection needs its user at once; a token with `expires_at` needs a refresh token.',
      access: 'connections:write',
      parameters: [...one, IDEMPOTENCY],
      body: bodies[0],
      answers: [{ status: 201, says: 'The connection.', ...account }],
      errors: [
        ...WRITE_ERRORS,
        'account_exists',
        'too_many_connections',
        'idempotency_key_invalid',
        'idempotency_key_reused',
        'idempotency_key_spent',
      ],
      sdk: sdk(ids.create),
    },
    {
      id: ids.update,
      method: 'PUT',
      path,
      tag,
      summary: `Change ${whose} connection`,
      description: 'What is absent stays as it is. Scopes alone never reconnect.',
      access: 'connections:write',
      parameters: [...one, ...CHANGE],
      body: bodies[1],
      answers: [{ status: 200, says: 'The connection.', ...account }],
      errors: [...WRITE_ERRORS, 'account_not_found', 'account_changed', 'account_unavailable'],
      sdk: sdk(ids.update),
    },
    {
      id: ids.delete,
      method: 'DELETE',
      path,
      tag,
      summary: `Disconnect ${whose} account`,
      description:
        'From the answer on nothing is vended. The grant is given back at the provider, with tries for a day, unless another connection lives on it.',
      access: 'connections:write',
      parameters: [...one, ...SELECTION],
      answers: [{ status: 204, says: 'Disconnected.' }],
      errors: [
        'invalid_request',
        'integration_not_found',
        'account_not_found',
        'account_selection_required',
        'disconnect_unavailable',
      ],
      sdk: sdk(ids.delete),
    },
  ]
}

export const accountOperations: readonly Operation[] = [USERS, ORGANIZATIONS].flatMap(operationsOf)
