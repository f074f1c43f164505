/** Atlassian 3LO: one server for the account, Jira and Confluence. JSON, and `offline_access` or no refresh. */
import type { Documented } from './kit/documented.ts'
import { account, failure, scoped } from './kit/rfc.ts'

const LIFE = {
  rotates: 'always',
  graceSeconds: 600,
  reuseEndsGrant: true,
  idleDays: 90,
  absoluteDays: 365,
} as const

const product = (slug: string, own: RegExp): Documented => ({
  slugs: [slug],
  docs: 'https://developer.atlassian.com/cloud/oauth/getting-started/implementing-oauth-3lo/',
  authorize: {
    at: 'https://auth.atlassian.com/authorize',
    pkce: 'undocumented',
    wants: { audience: 'api.atlassian.com', prompt: 'consent' },
    scopes: { separator: ' ', known: own, offline: 'offline_access' },
  },
  token: {
    at: 'https://auth.atlassian.com/oauth/token',
    client: 'body',
    body: 'json',
    answer: (issued) => scoped(issued, 3600),
  },
  life: { access: 3600, refresh: LIFE },
  failures: {
    code: failure(403, 'invalid_grant'),
    grant: failure(403, 'invalid_grant', { error_description: 'Unknown refresh token.' }),
    client: failure(401, 'access_denied', { error_description: 'Unauthorized' }),
  },
  account: {
    at: 'https://api.atlassian.com/me',
    needs: 'read:me',
    answers: [account({ account_id: 'a-1', email: 'ada@example.com' }, 'a-1', 'ada@example.com')],
  },
})

const CLASSIC =
  'offline_access|read:me|read:jira-work|read:confluence-content\\.all|read:servicedesk-request'

export const atlassian = [
  product('atlassian', new RegExp(`^(?:${CLASSIC})$`)),
  product(
    'jira',
    new RegExp(
      `^(?:offline_access|read:me|(?:read|write|manage):jira-(?:work|user|webhook|project|configuration))$`,
    ),
  ),
  product(
    'confluence',
    new RegExp(
      `^(?:offline_access|read:me|(?:read|write):confluence-(?:content|content\\.all|space\\.summary|props|user|groups)|search:confluence|read:page:confluence)$`,
    ),
  ),
]
