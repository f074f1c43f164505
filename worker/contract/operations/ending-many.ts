import { disconnectJob, disconnectJobPage } from '../answers/disconnect-job.ts'
import { disconnectJobRequest } from '../disconnect-job.ts'
import { ACCOUNT, JOB } from './examples.ts'
import type { Answer, Operation } from './operation.ts'
import { organizationId, PAGES, pathId, userId } from './parameters.ts'

const tag = 'Ending connections'

const answers: readonly Answer[] = [
  { status: 200, says: 'Every account has its result.', schema: disconnectJob, example: JOB },
  {
    status: 202,
    says: 'The rest follows by itself.',
    schema: disconnectJob,
    example: { ...JOB, state: 'running' },
  },
]

export const endingOperations: readonly Operation[] = [
  {
    id: 'createDisconnectJob',
    method: 'POST',
    path: '/disconnect_jobs',
    tag,
    summary: 'Disconnect many accounts',
    description:
      'Members narrow the choice together. Everything at once has to be said with `"all": true`. A job goes on where it stopped, until each account has its result.',
    access: 'connections:write',
    body: {
      name: 'CreateDisconnectJob',
      schema: disconnectJobRequest,
      words: {
        provider: 'Of this data integration, by slug.',
        ownership: 'Which of the provider’s integrations; `user` unless told.',
        user_id: 'Of this user.',
        organization_id: 'Of this organization, and of users within it.',
        connected_from: 'Connected at this time or later.',
        connected_until: 'Connected before this time.',
        all: 'Every account of the environment.',
      },
      example: { provider: 'github', connected_until: '2026-11-01T00:00:00Z' },
    },
    answers,
    errors: ['integration_not_found'],
    isAddition: true,
  },
  {
    id: 'getDisconnectJob',
    method: 'GET',
    path: '/disconnect_jobs/{id}',
    tag,
    summary: 'Get a job and its results',
    access: 'connections:read',
    parameters: [pathId('id', 'The id of the job.', JOB.id), ...PAGES],
    answers: [
      {
        status: 200,
        says: 'How far it is, and a page of its accounts.',
        schema: disconnectJobPage,
        example: {
          ...JOB,
          accounts: [
            {
              connected_account_id: ACCOUNT.id,
              provider_slug: 'github',
              user_id: 'user_123',
              organization_id: null,
              outcome: 'disconnected',
              revocation: 'revoked',
            },
          ],
          list_metadata: { before: null, after: null },
        },
      },
    ],
    errors: ['invalid_request', 'disconnect_job_not_found'],
    isAddition: true,
  },
  {
    id: 'deleteUser',
    method: 'DELETE',
    path: '/user_management/users/{user_id}',
    tag,
    summary: 'Disconnect everything of a user',
    description: 'Within whichever organization. We keep no users: only connections end.',
    access: 'connections:write',
    parameters: [userId],
    answers,
    errors: ['invalid_request'],
    sdk: { method: 'userManagement.deleteUser', names: { '': 'user_id' } },
    isAddition: true,
  },
  {
    id: 'deleteOrganization',
    method: 'DELETE',
    path: '/organizations/{organization_id}',
    tag,
    summary: 'Disconnect everything of an organization',
    description: 'What it shares, and what its members connected within it.',
    access: 'connections:write',
    parameters: [organizationId],
    answers,
    errors: ['invalid_request'],
    sdk: { method: 'organizations.deleteOrganization', names: { '': 'organization_id' } },
    isAddition: true,
  },
]
