/**
 * Box. Scopes default to the app configuration. client_credentials grant (CCG) needs box_subject_type and
 * box_subject_id.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const box = providerPage((): ProviderInput => ({
  slug: 'box',
  name: 'Box',
  docsUrl: 'https://developer.box.com/guides/authentication/oauth2/',
  category: 'file-storage',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://account.box.com/api/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.box.com/oauth2/token' },
    scopes: {
      available: [
        { value: 'root_readonly', description: 'Read all files' },
        { value: 'root_readwrite', description: 'Read and write all files' },
        { value: 'manage_managed_users', description: 'Manage users in Box' },
        { value: 'manage_groups', description: 'Manage groups in Box' },
        { value: 'manage_webhook', description: 'Manage webhooks in Box' },
        { value: 'sign_requests.readwrite', description: 'Manage sign requests' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 60 },
    revocation: { url: 'https://api.box.com/oauth2/revoke' },
    userinfo: { url: 'https://api.box.com/2.0/users/me', idPaths: ['id'], labelPaths: ['login'] },
  },
}))
