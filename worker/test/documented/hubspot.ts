/** HubSpot, the date-versioned endpoints: granted scopes are a list under `scopes`, failures have a `status`. */
import type { Answer, Documented } from './kit/documented.ts'
import { account, bearer } from './kit/rfc.ts'

const no = (status: string, message: string): Answer => ({
  status: 400,
  body: { status, message, correlationId: 'c-1' },
})

export const hubspot: Documented = {
  slugs: ['hubspot'],
  docs: 'https://developers.hubspot.com/docs/api-reference/2026-03/authentication/oauth-tokens/refresh-oauth-token',
  authorize: {
    at: 'https://app.hubspot.com/oauth/authorize',
    pkce: 'undocumented',
    scopes: {
      separator: ' ',
      known:
        /^(?:oauth|tickets|files|forms|content|automation|e-commerce|sales-email-read|crm\.(?:objects|schemas|lists)\.[a-z_.]+\.?(?:read|write))$/,
    },
  },
  token: {
    at: 'https://api.hubapi.com/oauth/2026-03/token',
    client: 'body',
    body: 'form',
    answer: (issued) => bearer(issued, { expires_in: 1800, scopes: issued.scopes, hub_id: 62_515 }),
  },
  life: { access: 1800, refresh: { rotates: 'never' } },
  failures: {
    code: no('BAD_AUTH_CODE', 'missing or unknown auth code'),
    grant: no('BAD_REFRESH_TOKEN', 'missing or invalid refresh token'),
    client: no('BAD_CLIENT_SECRET', 'missing or invalid client secret'),
    more: [['client', no('BAD_CLIENT_ID', 'missing or unknown client id')]],
  },
  revoke: {
    at: 'https://api.hubapi.com/oauth/2026-03/token/revoke',
    client: 'body',
    takes: ['refresh'],
    ends: 'token',
    done: { status: 200, body: {} },
    refusal: no('BAD_CLIENT_ID', 'missing or unknown client id'),
  },
  account: { answers: [account({}, '62515', '62515')] },
  tells: { hub_id: '62515' },
  partial: [{ asked: ['oauth', 'tickets'], listed: ['oauth'], lacks: ['tickets'] }],
}
