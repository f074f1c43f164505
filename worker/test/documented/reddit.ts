/** Reddit: `duration=permanent` or no refresh token; Basic only. */
import type { Documented } from './kit/documented.ts'
import { account, failure, scoped } from './kit/rfc.ts'

export const reddit: Documented = {
  slugs: ['reddit'],
  docs: 'https://github.com/reddit-archive/reddit/wiki/OAuth2',
  authorize: {
    at: 'https://www.reddit.com/api/v1/authorize',
    pkce: 'undocumented',
    wants: { duration: 'permanent' },
    scopes: {
      separator: ' ',
      known:
        /^(?:identity|edit|flair|history|mod\w+|mysubreddits|privatemessages|read|report|save|submit|subscribe|vote|wikiedit|wikiread|account|creddits|livemanage|structuredstyles)$/,
      atLeastOne: true,
    },
  },
  token: {
    at: 'https://www.reddit.com/api/v1/access_token',
    client: 'basic',
    body: 'form',
    answer: (issued) => scoped(issued, 86_400),
  },
  life: { access: 86_400, refresh: { rotates: 'never' } },
  failures: {
    means: { grant: 'unclear' },
    code: failure(200, 'invalid_grant'),
    grant: { status: 400, body: { message: 'Bad Request', error: 400 } },
    client: { status: 401, body: { message: 'Unauthorized', error: 401 } },
    more: [['client', failure(200, 'unsupported_grant_type')]],
  },
  revoke: {
    at: 'https://www.reddit.com/api/v1/revoke_token',
    client: 'basic',
    takes: ['access', 'refresh'],
    ends: 'token',
    done: { status: 204 },
    refusal: { status: 401, body: { message: 'Unauthorized', error: 401 } },
  },
  account: {
    at: 'https://oauth.reddit.com/api/v1/me',
    needs: 'identity',
    answers: [account({ id: '1abc', name: 'ada' }, '1abc', 'ada')],
  },
  partial: [{ asked: ['identity', 'vote'], listed: ['identity'], lacks: ['vote'] }],
}
