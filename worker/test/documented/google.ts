/** Google: one server for all products. `email` and `profile` come back as addresses. */
import type { Documented } from './kit/documented.ts'
import { account, failure, refreshOnce, scoped } from './kit/rfc.ts'

const AUTH = 'https://www.googleapis.com/auth/'
const IDENTITY: Readonly<Record<string, string>> = {
  email: `${AUTH}userinfo.email`,
  profile: `${AUTH}userinfo.profile`,
}

const product = (
  slugs: string | readonly string[],
  own: RegExp,
  includes: Readonly<Record<string, readonly string[]>> = {},
  partial: Documented['partial'] = [],
): Documented => ({
  slugs: [slugs].flat(),
  docs: 'https://developers.google.com/identity/protocols/oauth2/web-server',
  authorize: {
    at: 'https://accounts.google.com/o/oauth2/v2/auth',
    pkce: 'offered',
    iss: 'https://accounts.google.com',
    // A refresh token comes with the first, and on a second consent only with the other.
    wants: { access_type: 'offline', prompt: 'consent' },
    scopes: {
      separator: ' ',
      known: own,
      named: IDENTITY,
      includes,
      listed: (granted) => granted.map((one) => IDENTITY[one] ?? one),
    },
  },
  token: {
    at: 'https://oauth2.googleapis.com/token',
    client: 'body',
    body: 'form',
    answer: (issued) => ({ ...scoped(refreshOnce(issued), 3599), id_token: 'e30.e30.e30' }),
  },
  life: { access: 3599, refresh: { rotates: 'never', idleDays: 180 } },
  failures: {
    code: failure(400, 'invalid_grant', { error_description: 'Malformed auth code.' }),
    grant: failure(400, 'invalid_grant', {
      error_description: 'Token has been expired or revoked.',
    }),
    client: failure(401, 'invalid_client'),
    more: [
      ['over', failure(400, 'invalid_grant', { error_subtype: 'invalid_rapt' })],
      ['over', failure(400, 'admin_policy_enforced')],
      ['over', failure(403, 'org_internal')],
      ['client', failure(401, 'unauthorized_client')],
    ],
  },
  revoke: {
    at: 'https://oauth2.googleapis.com/revoke',
    client: 'nobody',
    takes: ['access', 'refresh'],
    ends: 'account',
    done: { status: 200, body: {} },
    refusal: failure(400, 'invalid_request'),
  },
  account: {
    at: 'https://openidconnect.googleapis.com/v1/userinfo',
    needs: 'openid',
    answers: [
      account({ sub: '10769', email: 'ada@example.com', name: 'Ada' }, '10769', 'ada@example.com'),
      account({ sub: '10769', name: 'Ada' }, '10769', 'Ada'),
    ],
  },
  partial: [
    { asked: ['openid', 'email'], listed: ['openid', `${AUTH}userinfo.email`], lacks: [] },
    { asked: ['openid', 'email', 'profile'], listed: ['openid'], lacks: ['email', 'profile'] },
    ...partial,
  ],
})

/** Scopes by their last part. */
const within = (held: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(held).map(([one, more]) => [AUTH + one, more.map((part) => AUTH + part)]),
  )

const OPENID = '^(?:openid|email|profile|https://www\\.googleapis\\.com/auth/'

export const google = [
  product('google', new RegExp(`${OPENID}(?:drive|calendar|gmail)\\.readonly)$`)),
  product(
    'gmail',
    new RegExp(
      `${OPENID}gmail\\.(?:readonly|send|modify|labels|compose|insert|metadata)|https://mail\\.google\\.com/)$`,
    ),
    {
      'https://mail.google.com/': [`${AUTH}gmail.modify`],
      ...within({
        'gmail.modify': ['gmail.readonly', 'gmail.compose', 'gmail.labels'],
        'gmail.compose': ['gmail.send'],
      }),
    },
    [{ asked: [`${AUTH}gmail.modify`], listed: ['https://mail.google.com/'], lacks: [] }],
  ),
  product(
    'google-calendar',
    new RegExp(`${OPENID}calendar(?:\\.readonly|\\.events|\\.events\\.readonly|\\.freebusy)?)$`),
    within({
      calendar: ['calendar.readonly', 'calendar.events'],
      'calendar.readonly': ['calendar.events.readonly', 'calendar.freebusy'],
      'calendar.events': ['calendar.events.readonly'],
    }),
  ),
  product(
    'google-drive',
    new RegExp(`${OPENID}drive(?:\\.readonly|\\.file|\\.metadata\\.readonly)?)$`),
    within({
      drive: ['drive.readonly', 'drive.file'],
      'drive.readonly': ['drive.metadata.readonly'],
    }),
  ),
  // What differs between these are the scopes, as the discovery documents of their APIs list them.
  product(
    [
      'google-ads',
      'google-analytics',
      'google-docs',
      'google-forms',
      'google-sheets',
      'google-slides',
      'google-tasks',
      'google-meet',
      'google-chat',
      'google-contacts',
      'google-search-console',
      'google-cloud',
      'google-workspace-admin',
      'youtube',
    ],
    new RegExp(
      `${OPENID}(?:${[
        '(?:documents|spreadsheets|presentations|tasks|contacts|webmasters)(?:\\.readonly)?',
        'adwords',
        'analytics\\.(?:readonly|edit)',
        'drive\\.file',
        'forms\\.(?:body(?:\\.readonly)?|responses\\.readonly)',
        'directory\\.readonly',
        'meetings\\.space\\.(?:created|readonly)',
        'chat\\.(?:spaces\\.readonly|messages|messages\\.readonly)',
        'cloud-platform(?:\\.read-only)?',
        'admin\\.(?:directory\\.(?:user|group)|reports\\.audit)\\.readonly',
        'youtube(?:\\.readonly|\\.upload)?',
        'yt-analytics\\.readonly',
      ].join('|')}))$`,
    ),
  ),
]
