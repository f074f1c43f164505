/** Figma: ninety days, a refresh at another address, and no new refresh token. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, refreshOnce, RFC_FAILURES } from './kit/rfc.ts'

export const figma: Documented = {
  slugs: ['figma'],
  docs: 'https://developers.figma.com/docs/rest-api/authentication',
  keys: true,
  authorize: {
    at: 'https://www.figma.com/oauth',
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known:
        /^(?:current_user:read|file_(?:content|metadata|versions):read|file_(?:comments|dev_resources|variables):(?:read|write)|(?:projects|library_content|library_assets|team_library_content|selections):read|webhooks:(?:read|write))$/,
      atLeastOne: true,
    },
  },
  token: {
    at: 'https://api.figma.com/v1/oauth/token',
    refreshAt: 'https://api.figma.com/v1/oauth/refresh',
    client: 'basic',
    body: 'form',
    answer: (issued) =>
      bearer(refreshOnce(issued), { expires_in: 7_776_000, user_id_string: '99' }),
  },
  life: { access: 7_776_000, refresh: { rotates: 'never' } },
  failures: RFC_FAILURES,
  account: {
    at: 'https://api.figma.com/v1/me',
    needs: 'current_user:read',
    answers: [
      account({ id: '99', email: 'ada@example.com', handle: 'Ada' }, '99', 'ada@example.com'),
    ],
  },
}
