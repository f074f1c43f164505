/** DocuSign: production and demo are two hosts; eight hours, thirty days. */
import type { Documented } from './kit/documented.ts'
import { account, failure, RFC_FAILURES, scoped } from './kit/rfc.ts'

export const docusign: Documented = {
  slugs: ['docusign'],
  docs: 'https://developers.docusign.com/platform/auth/confidential-authcode-get-token/',
  config: {
    values: { environment: 'account-d' },
    also: [{ environment: 'account' }],
    never: [
      { environment: 'accounts' },
      { environment: 'evil' },
      { environment: 'account-d.evil' },
    ],
    knownBy: 'operator',
    otherwise: { environment: 'account' },
  },
  authorize: {
    at: 'https://account-d.docusign.com/oauth/auth',
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known:
        /^(?:signature|extended|impersonation|openid|click\.(?:manage|send)|click_manage|organization_read|user_read|room_forms|rooms)$/,
      atLeastOne: true,
    },
  },
  token: {
    at: 'https://account-d.docusign.com/oauth/token',
    client: 'basic',
    body: 'form',
    answer: (issued) => scoped(issued, 28_800),
  },
  life: { access: 28_800, refresh: { rotates: 'always', reuseEndsGrant: true, idleDays: 30 } },
  failures: { ...RFC_FAILURES, client: failure(400, 'invalid_client') },
  account: {
    at: 'https://account-d.docusign.com/oauth/userinfo',
    answers: [
      account({ sub: 'u-1', email: 'ada@example.com', accounts: [] }, 'u-1', 'ada@example.com'),
    ],
  },
}
