/** Bitbucket Cloud: what an app may do is set on its consumer, and comes back under `scopes`. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, RFC_FAILURES } from './kit/rfc.ts'

export const bitbucket: Documented = {
  slugs: ['bitbucket'],
  docs: 'https://developer.atlassian.com/cloud/bitbucket/oauth-2/',
  authorize: {
    at: 'https://bitbucket.org/site/oauth2/authorize',
    pkce: 'undocumented',
    scopes: {
      separator: ' ',
      known:
        /^(?:account|email|(?:repository|pullrequest|issue|snippet|project|pipeline|runner)(?::write|:admin|:variable|:delete)?|wiki|team|webhook)(?::write)?$/,
    },
  },
  token: {
    at: 'https://bitbucket.org/site/oauth2/access_token',
    client: 'basic',
    body: 'form',
    answer: (issued) => bearer(issued, { scopes: issued.scopes.join(' '), expires_in: 7200 }),
  },
  life: { access: 7200, refresh: { rotates: 'never' } },
  failures: RFC_FAILURES,
  account: {
    at: 'https://api.bitbucket.org/2.0/user',
    answers: [
      account({ uuid: '{a-1}', username: 'ada', display_name: 'Ada L.' }, '{a-1}', 'ada'),
      account({ uuid: '{a-1}', display_name: 'Ada L.' }, '{a-1}', 'Ada L.'),
    ],
  },
  partial: [
    { asked: ['account', 'repository:write'], listed: ['account'], lacks: ['repository:write'] },
  ],
}
