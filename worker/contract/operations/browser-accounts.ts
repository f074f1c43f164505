/** What a user does with a connection in the widget, once it is there. */
import * as v from 'valibot'
import { success } from '../answers/connect.ts'
import { installation } from '../answers/connected-account.ts'
import { pluralQuery } from '../selection.ts'
import { CHANGES_BODY } from './account-lists.ts'
import { ACCOUNT } from './examples.ts'
import type { Operation } from './operation.ts'
import { pathId, queryOf } from './parameters.ts'
import { INSTALLATION } from './widget-examples.ts'

const tag = 'Browser API'
const access = 'widget_session'

/** Of a page that ends one of several. */
export const MOVES_ON = queryOf(pluralQuery, {
  supports_multiple_connections: {
    says: 'The page shows all of them: where the one that is used ends, the one that was connected last is used from then on.',
    example: true,
    schema: v.optional(v.boolean(), false),
    isAddition: true,
  },
})

export const browserAccountOperations: readonly Operation[] = [
  {
    id: 'changeInstallation',
    method: 'PATCH',
    path: '/_widgets/DataIntegrations/installations/{id}',
    tag,
    summary: 'Name a connection, or choose it among several',
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
    errors: ['account_not_found', 'account_unavailable'],
    isAddition: true,
  },
  {
    id: 'deleteInstallation',
    method: 'DELETE',
    path: '/_widgets/DataIntegrations/installations/{id}',
    tag,
    summary: 'Disconnect',
    access,
    parameters: [pathId('id', 'The id of the connected account.', ACCOUNT.id), ...MOVES_ON],
    answers: [{ status: 200, says: 'Disconnected.', schema: success, example: { success: true } }],
    errors: [
      'invalid_request',
      'account_not_found',
      'account_selection_required',
      'disconnect_unavailable',
    ],
  },
]
