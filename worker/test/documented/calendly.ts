/** Calendly: Basic for web clients, two hours, refresh tokens for one use; no access without scopes since 2026. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, failure, RFC_FAILURES } from './kit/rfc.ts'

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
      includes: Object.fromEntries(
        ['event_types', 'scheduled_events', 'webhooks', 'availability'].map((one) => [
          `${one}:write`,
          [`${one}:read`],
        ]),
      ),
      listed: (granted) =>
        granted.filter(
          (one) => !one.endsWith(':read') || !granted.includes(one.replace(':read', ':write')),
        ),
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
        owner: 'https://api.calendly.com/users/U1',
        organization: 'https://api.calendly.com/organizations/O1',
      }),
  },
  life: { access: 7200, refresh: { rotates: 'always', reuseEndsGrant: true } },
  failures: RFC_FAILURES,
  revoke: {
    at: 'https://auth.calendly.com/oauth/revoke',
    client: 'body',
    takes: ['access', 'refresh'],
    ends: 'token',
    done: { status: 200, body: {} },
    refusal: failure(403, 'unauthorized_client'),
  },
  account: {
    at: 'https://api.calendly.com/users/me',
    needs: 'users:read',
    answers: [
      account(
        { resource: { uri: 'https://api.calendly.com/users/U1', email: 'ada@example.com' } },
        'https://api.calendly.com/users/U1',
        'ada@example.com',
      ),
    ],
  },
  tells: {
    organization: 'https://api.calendly.com/organizations/O1',
    owner: 'https://api.calendly.com/users/U1',
  },
  partial: ['event_types', 'scheduled_events', 'webhooks'].map((one) => ({
    asked: [`${one}:read`, 'users:read'],
    listed: [`${one}:write`],
    lacks: ['users:read'],
  })),
}
