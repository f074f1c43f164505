/** Facebook: a token is exchanged by itself for one of about sixty days; failures are objects with a number. */
import type { Answer, Documented } from './kit/documented.ts'
import { account } from './kit/rfc.ts'

const no = (code: number, type = 'OAuthException'): Answer => ({
  status: 400,
  body: { error: { message: 'words', type, code, fbtrace_id: 'F1' } },
})

const LATER = [17, 4, 2].map((code) => ['later', no(code)] as const)

export const facebook: Documented = {
  slugs: ['facebook'],
  docs: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived',
  authorize: {
    at: 'https://www.facebook.com/v24.0/dialog/oauth',
    pkce: 'undocumented',
    scopes: {
      separator: ',',
      known:
        /^(?:public_profile|email|user_(?:photos|posts|location)|pages_(?:show_list|read_engagement|manage_posts|manage_metadata)|ads_(?:read|management)|business_management|leads_retrieval|instagram_\w+)$/,
    },
    refusals: [{ error: 'access_denied', error_reason: 'user_denied' }],
  },
  token: {
    at: 'https://graph.facebook.com/v24.0/oauth/access_token',
    client: 'body',
    body: 'form',
    renews: { grantType: 'fb_exchange_token', param: 'fb_exchange_token' },
    // A long-lived one may come without its lifetime.
    answer: ({ access }) => ({ access_token: access, token_type: 'bearer' }),
  },
  life: { access: 5_184_000, refresh: 'none' },
  failures: {
    means: { code: 'unclear', client: 'later' },
    code: no(100),
    grant: no(190),
    client: no(1),
    more: [['over', no(102)], ['client', no(101)], ...LATER],
  },
  revoke: {
    at: 'https://graph.facebook.com/v24.0/me/permissions',
    method: 'DELETE',
    client: 'bearer',
    body: 'empty',
    takes: ['access'],
    ends: 'account',
    done: { status: 200, body: { success: true } },
    refusal: no(200),
  },
  account: {
    at: 'https://graph.facebook.com/v24.0/me?fields=id,name,email',
    answers: [
      account({ id: '102', name: 'Ada', email: 'ada@example.com' }, '102', 'Ada'),
      account({ id: '102', email: 'ada@example.com' }, '102', 'ada@example.com'),
    ],
  },
}
