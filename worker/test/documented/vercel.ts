/** Vercel, an integration: installed from its own page; team and installation come with the token. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, failure, RFC_FAILURES } from './kit/rfc.ts'

export const vercel: Documented = {
  slugs: ['vercel'],
  docs: 'https://vercel.com/docs/integrations/create-integration/submit-integration',
  keys: true,
  config: {
    values: { integration_slug: 'acme-deploys' },
    also: [{ integration_slug: 'acme2' }],
    never: [{ integration_slug: '../x' }, { integration_slug: 'a/b' }, { integration_slug: '-a' }],
    knownBy: 'operator',
  },
  authorize: {
    at: 'https://vercel.com/integrations/acme-deploys/new',
    pkce: 'undocumented',
    scopes: 'no parameter',
    refusals: [],
  },
  token: {
    at: 'https://api.vercel.com/v2/oauth/access_token',
    client: 'body',
    body: 'form',
    answer: (issued) =>
      bearer(issued, { installation_id: 'icfg_1', user_id: 'u-1', team_id: 'team_1' }),
  },
  life: { refresh: 'none' },
  failures: { ...RFC_FAILURES, code: failure(400, 'invalid_grant') },
  account: {
    at: 'https://api.vercel.com/v2/user',
    answers: [
      account(
        { user: { id: 'u-1', email: 'ada@example.com', username: 'ada' } },
        'u-1',
        'ada@example.com',
      ),
      account({ user: { id: 'u-1', username: 'ada' } }, 'u-1', 'ada'),
    ],
  },
  tells: { team_id: 'team_1', installation_id: 'icfg_1' },
}
