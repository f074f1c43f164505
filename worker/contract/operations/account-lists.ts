/** The connections of an environment, whoever owns them. */
import { accountChanges } from '../account-changes.ts'
import { listedAccount, listedAccountList } from '../answers/connected-account.ts'
import { listAccountsQuery } from '../connected-account-list.ts'
import { LISTED_ACCOUNT, listExample } from './examples.ts'
import type { Body, Operation } from './operation.ts'
import { PAGE_WORDS, pathId, queryOf } from './parameters.ts'

const tag = 'Connected accounts'

export const CHANGES_BODY: Body = {
  name: 'AccountChanges',
  schema: accountChanges,
  words: {
    nickname:
      'What its owner calls it: at most 64 characters, trimmed; null or nothing: as the provider does.',
    preferred:
      '`true`: a token is of this one from now on where a request names none of several. Choosing another one takes it back.',
  },
  example: { nickname: 'Work', preferred: true },
}

export const accountListOperations: readonly Operation[] = [
  {
    id: 'listConnectedAccounts',
    method: 'GET',
    path: '/connected_accounts',
    tag,
    summary: 'Find connections',
    description: 'All that is named narrows together.',
    access: 'connections:read',
    parameters: queryOf(listAccountsQuery, {
      ...PAGE_WORDS,
      provider: { says: 'The slug; users’ and organizations’ alike.', example: 'github' },
      user_id: { says: 'Your own id of the user.', example: 'user_123' },
      organization_id: { says: 'Your own id of the organization.', example: 'org_456' },
      connection_owner: { says: 'Whose they are.', example: 'user' },
      state: { says: 'Only those in this state.', example: 'needs_reauthorization' },
      auth_method: { says: 'Only those connected in this way.', example: 'oauth' },
      needs_user_before: {
        says: 'Those whose `needs_user_at` is earlier, the soonest first.',
        example: '2027-03-01T00:00:00Z',
      },
      last_error_class: {
        says: 'Those whose last refresh failed in this way: the class in `last_error`.',
        example: 'retry',
      },
      account_identifier: { says: 'The account at the provider.', example: '583231' },
    }),
    answers: [
      {
        status: 200,
        says: 'The connections.',
        schema: listedAccountList,
        example: listExample(LISTED_ACCOUNT),
      },
    ],
    errors: ['invalid_request'],
    isAddition: true,
  },
  {
    id: 'getConnectedAccount',
    method: 'GET',
    path: '/connected_accounts/{id}',
    tag,
    summary: 'Get a connection by its id',
    access: 'connections:read',
    parameters: [pathId('id', 'The id of the connected account.', LISTED_ACCOUNT.id)],
    answers: [
      { status: 200, says: 'The connection.', schema: listedAccount, example: LISTED_ACCOUNT },
    ],
    errors: ['account_not_found'],
    isAddition: true,
  },
  {
    id: 'changeConnectedAccount',
    method: 'PATCH',
    path: '/connected_accounts/{id}',
    tag,
    summary: 'Name a connection, or choose it among several',
    description:
      'Its owner does the same in the widget. Tokens, scopes and state are changed by `PUT` at the owner’s address.',
    access: 'connections:write',
    parameters: [pathId('id', 'The id of the connected account.', LISTED_ACCOUNT.id)],
    body: CHANGES_BODY,
    answers: [
      {
        status: 200,
        says: 'The connection.',
        schema: listedAccount,
        example: { ...LISTED_ACCOUNT, nickname: 'Work', preferred: true },
      },
    ],
    errors: ['account_not_found', 'account_unavailable'],
    isAddition: true,
  },
]
