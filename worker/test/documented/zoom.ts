/** Zoom: an hour and ninety days, Basic everywhere. */
import type { Documented } from './kit/documented.ts'
import { account, failure, RFC_FAILURES, scoped } from './kit/rfc.ts'

export const zoom: Documented = {
  slugs: ['zoom'],
  docs: 'https://developers.zoom.us/docs/integrations/oauth/',
  authorize: {
    at: 'https://zoom.us/oauth/authorize',
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known:
        /^(?:user:read:user|(?:meeting|webinar):(?:read|write|update|delete):(?:meeting|list_meetings|webinar)|cloud_recording:read:list_user_recordings|phone:read:list_call_logs)$/,
    },
  },
  token: {
    at: 'https://zoom.us/oauth/token',
    client: 'basic',
    body: 'form',
    answer: (issued) => ({ ...scoped(issued, 3599), api_url: 'https://api-eu.zoom.us' }),
  },
  life: { access: 3599, refresh: { rotates: 'always', reuseEndsGrant: true, idleDays: 90 } },
  failures: {
    code: failure(400, 'invalid_grant', { reason: 'Invalid authorization code' }),
    grant: failure(400, 'invalid_grant', { reason: 'Invalid Token!' }),
    client: failure(401, 'invalid_client', { reason: 'Invalid client_id or client_secret' }),
    more: RFC_FAILURES.more ?? [],
  },
  revoke: {
    at: 'https://zoom.us/oauth/revoke',
    client: 'basic',
    takes: ['access'],
    ends: 'grant',
    done: { status: 200, body: { status: 'success' } },
    refusal: failure(400, 'invalid_request'),
  },
  account: {
    at: 'https://api.zoom.us/v2/users/me',
    needs: 'user:read:user',
    answers: [account({ id: 'KDc', email: 'ada@example.com' }, 'KDc', 'ada@example.com')],
  },
  tells: { api_url: 'https://api-eu.zoom.us' },
}
