/** monday.com: a token that does not expire, and no refresh. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, RFC_FAILURES } from './kit/rfc.ts'

export const monday: Documented = {
  slugs: ['monday'],
  docs: 'https://developer.monday.com/apps/docs/oauth',
  keys: true,
  authorize: {
    at: 'https://auth.monday.com/oauth2/authorize',
    pkce: 'undocumented',
    wants: { force_install_if_needed: 'true' },
    scopes: {
      separator: ' ',
      known:
        /^(?:me:read|(?:account|assets|tags|teams):read|(?:boards|docs|notifications|updates|users|webhooks|workspaces):(?:read|write))$/,
    },
  },
  token: {
    at: 'https://auth.monday.com/oauth2/token',
    client: 'body',
    body: 'form',
    answer: (issued) => bearer(issued, { scope: issued.scopes.join(' ') }),
  },
  life: { refresh: 'none' },
  failures: RFC_FAILURES,
  account: {
    at: 'https://api.monday.com/v2',
    needs: 'me:read',
    method: 'POST',
    headers: { 'content-type': /^application\/json$/ },
    body: /^\{"query":"\{ me \{ id email account \{ name slug \} \} \}"\}$/,
    answers: [
      account({ data: { me: { id: '77', email: 'ada@example.com' } } }, '77', 'ada@example.com'),
    ],
  },
  partial: [{ asked: ['me:read', 'boards:write'], listed: ['me:read'], lacks: ['boards:write'] }],
}
