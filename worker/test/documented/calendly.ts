/** Calendly: Basic for web clients, two hours, refresh tokens for one use; no access without scopes since 2026. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, failure, largestOf, RFC_FAILURES, rfc7009 } from './kit/rfc.ts'

const OWNER = 'https://api.calendly.com/users/U1'
const ORGANIZATION = 'https://api.calendly.com/organizations/O1'
const WRITES = ['event_types', 'scheduled_events', 'webhooks', 'availability']
const INCLUDES = Object.fromEntries(WRITES.map((one) => [`${one}:write`, [`${one}:read`]]))

export const calendly: Documented = {
  slugs: ['calendly'],
  docs: 'https://developer.calendly.com/docs/authentication/scopes',
  keys: true,
  authorize: {
    at: 'https://auth.calendly.com/oauth/authorize',
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known:
        /^(?:availability|event_types|locations|scheduled_events|scheduling_links|shares|routing_forms|users|organizations|groups|webhooks|activity_log|data_compliance|outgoing_communications):(?:read|write)$/,
      atLeastOne: true,
      includes: INCLUDES,
      listed: largestOf(INCLUDES),
    },
  },
  token: {
    at: 'https://auth.calendly.com/oauth/token',
    client: 'basic',
    body: 'form',
    answer: (issued) =>
      bearer(issued, {
        expires_in: 7200,
        scope: issued.scopes.join(' '),
        created_at: 1_700_000_000,
        owner: OWNER,
        organization: ORGANIZATION,
      }),
  },
  life: { access: 7200, refresh: { rotates: 'always', reuseEndsGrant: true } },
  failures: RFC_FAILURES,
  revoke: rfc7009(
    'https://auth.calendly.com/oauth/revoke',
    'body',
    failure(403, 'unauthorized_client'),
  ),
  account: {
    at: 'https://api.calendly.com/users/me',
    needs: 'users:read',
    answers: [
      account({ resource: { uri: OWNER, email: 'ada@example.com' } }, OWNER, 'ada@example.com'),
    ],
  },
  tells: { organization: ORGANIZATION, owner: OWNER },
  partial: ['event_types', 'scheduled_events', 'webhooks'].map((one) => ({
    asked: [`${one}:read`, 'users:read'],
    listed: [`${one}:write`],
    lacks: ['users:read'],
  })),
}
