/** What the widget shows of the user's organization. */
import { sharedRows, widgetOrganizations } from '../answers/widget-row.ts'
import type { Operation } from './operation.ts'
import { SHARED_ROW } from './widget-examples.ts'

const tag = 'Browser API'
const access = 'widget_session'

export const browserOrganizationOperations: readonly Operation[] = [
  {
    id: 'listSharedConnections',
    method: 'GET',
    path: '/_widgets/DataIntegrations/shared-connections',
    tag,
    summary: 'List what the organization shares',
    description: 'With its members; none in a session without an organization.',
    access,
    answers: [
      { status: 200, says: 'The rows.', schema: sharedRows, example: { data: [SHARED_ROW] } },
    ],
  },
  {
    id: 'listWidgetOrganizations',
    method: 'GET',
    path: '/_widgets/UserManagement/organizations',
    tag,
    summary: 'Get the organization of the session',
    description: 'A list, as the published widgets read it, of one or none.',
    access,
    answers: [
      {
        status: 200,
        says: 'The organization.',
        schema: widgetOrganizations,
        example: { data: [{ id: 'org_456', name: 'Globex', current: true, favicon: null }] },
      },
    ],
  },
]
