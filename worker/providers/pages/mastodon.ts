/** Mastodon. An application is registered on one server. Tokens do not expire. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const mastodon = providerPage((): ProviderInput => ({
  slug: 'mastodon',
  name: 'Mastodon',
  docsUrl: 'https://docs.joinmastodon.org/spec/oauth/',
  category: 'social',
  verified: 'recall',
  configFields: [
    {
      key: 'host',
      label: 'Instance host',
      description: 'The server on which your application is registered.',
      required: true,
      scope: 'integration',
      pattern: '[a-z0-9.-]+(?::[0-9]+)?',
      example: 'mastodon.social',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{host}/oauth/authorize',
    token: { url: 'https://{host}/oauth/token' },
    scopes: {
      default: ['read:accounts'],
      available: [
        { value: 'read', description: 'Read everything in Mastodon' },
        { value: 'write', description: 'Write everything in Mastodon' },
        { value: 'read:accounts', description: 'Read account in Mastodon' },
        { value: 'write:statuses', description: 'Post in Mastodon' },
        { value: 'follow', description: 'Manage follows in Mastodon' },
        { value: 'push', description: 'Push notifications in Mastodon' },
      ],
    },
    revocation: { url: 'https://{host}/oauth/revoke' },
    userinfo: {
      url: 'https://{host}/api/v1/accounts/verify_credentials',
      idPaths: ['id'],
      labelPaths: ['acct'],
    },
  },
}))
