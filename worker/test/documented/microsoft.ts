/** Microsoft identity platform v2.0: a new refresh token each time, and the old one stays good. */
import type { Documented } from './kit/documented.ts'
import { account, failure, scoped } from './kit/rfc.ts'

const SILENT = ['openid', 'profile', 'email', 'offline_access']

const product = (
  slugs: string | readonly string[],
  own: string,
  partial: Documented['partial'] = [],
): Documented => ({
  slugs: [slugs].flat(),
  docs: 'https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow',
  config: {
    values: { tenant: 'contoso.onmicrosoft.com' },
    also: [
      { tenant: 'organizations' },
      { tenant: 'consumers' },
      { tenant: '8eaef023-2b34-4da1-9baa-8bc8c9d6a490' },
    ],
    never: [{ tenant: 'contoso/../evil' }, { tenant: 'evil' }, { tenant: 'a b' }],
    knownBy: 'operator',
    otherwise: { tenant: 'common' },
  },
  authorize: {
    at: 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/authorize',
    pkce: 'offered',
    wants: { response_mode: 'query' },
    adminRefusals: [
      { error: 'consent_required' },
      { error: 'access_denied', error_description: 'AADSTS90094: Admin consent is required.' },
      { error: 'invalid_client', error_description: 'AADSTS65001: Nobody has consented.' },
    ],
    scopes: {
      separator: ' ',
      known: new RegExp(`^(?:${SILENT.join('|')}|User\\.Read|${own})$`),
      offline: 'offline_access',
      silent: SILENT,
      caseless: true,
      includes: own.includes('Mail\\.') ? { 'Mail.ReadWrite': ['Mail.Read'] } : {},
      listed: (granted) =>
        granted
          .filter((one) => !SILENT.includes(one))
          .map((one) => `https://graph.microsoft.com/${one}`),
    },
  },
  token: {
    at: 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token',
    client: 'body',
    body: 'form',
    answer: (issued) => ({ ...scoped(issued, 3599), ext_expires_in: 3599 }),
  },
  life: {
    access: 3599,
    refresh: { rotates: 'always', graceSeconds: 7_776_000, idleDays: 90 },
  },
  failures: {
    code: failure(400, 'invalid_grant', { error_codes: [70_008] }),
    grant: failure(400, 'invalid_grant', { error_codes: [700_082], suberror: 'bad_token' }),
    client: failure(401, 'invalid_client', { error_codes: [7_000_215] }),
    more: [
      ['over', failure(400, 'interaction_required', { error_codes: [50_076], claims: '{}' })],
      ['over', failure(400, 'consent_required')],
      ['client', failure(400, 'unauthorized_client')],
      ['later', failure(503, 'temporarily_unavailable')],
    ],
  },
  account: {
    at: 'https://graph.microsoft.com/v1.0/me',
    needs: 'User.Read',
    answers: [
      account(
        { id: 'u-1', mail: 'ada@contoso.com', userPrincipalName: 'ada@x' },
        'u-1',
        'ada@contoso.com',
      ),
      account(
        { id: 'u-1', mail: null, userPrincipalName: 'ada@x', displayName: 'Ada' },
        'u-1',
        'ada@x',
      ),
      account({ id: 'u-1', mail: null, displayName: 'Ada' }, 'u-1', 'Ada'),
    ],
  },
  partial: [
    { asked: ['User.Read'], listed: ['user.read'], lacks: [] },
    { asked: ['openid', 'profile', 'email', 'User.Read'], listed: [], lacks: ['User.Read'] },
    ...partial,
  ],
})

export const microsoft = [
  product('microsoft', '(?:Mail|Calendars|Files)\\.Read'),
  product(
    'microsoft-outlook',
    'Mail\\.(?:Read|ReadWrite|Send)|Contacts\\.Read|MailboxSettings\\.Read',
    [{ asked: ['Mail.Read', 'Mail.Send'], listed: ['Mail.ReadWrite'], lacks: ['Mail.Send'] }],
  ),
  // What differs between these are the permissions, as the reference of Microsoft Graph lists them.
  product(
    [
      'microsoft-outlook-calendar',
      'microsoft-onedrive',
      'microsoft-sharepoint',
      'microsoft-excel',
      'microsoft-onenote',
      'microsoft-todo',
      'microsoft-planner',
    ],
    [
      'Calendars\\.(?:Read|ReadWrite|Read\\.Shared)',
      'Files\\.(?:Read|ReadWrite)(?:\\.All)?',
      'Sites\\.(?:Read\\.All|ReadWrite\\.All|Selected)',
      'Notes\\.(?:Read|ReadWrite|Create)',
      'Tasks\\.(?:Read|ReadWrite)',
      'Group\\.Read\\.All',
    ].join('|'),
  ),
]
