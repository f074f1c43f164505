/**
 * DocuSign. Production and demo are two hosts. Without the scope `extended` a refresh does not prolong the
 * refresh token. The host of the API is in the userinfo (`accounts[].base_uri`).
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const docusign = providerPage((): ProviderInput => ({
  slug: 'docusign',
  name: 'DocuSign',
  docsUrl: 'https://developers.docusign.com/platform/auth/confidential-authcode-get-token/',
  category: 'e-signature',
  verified: 'recall',
  configFields: [
    {
      key: 'environment',
      label: 'Environment',
      description: 'account, or account-d for the demo environment.',
      required: false,
      scope: 'integration',
      pattern: 'account(?:-d)?',
      example: 'account-d',
      default: 'account',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{environment}.docusign.com/oauth/auth',
    token: {
      url: 'https://{environment}.docusign.com/oauth/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      mandatory: true,
      default: ['signature', 'extended'],
      available: [
        { value: 'signature', description: 'ESignature API in DocuSign' },
        { value: 'extended', description: 'Keep refresh token alive by rolling' },
        { value: 'impersonation', description: 'JWT grant impersonation' },
        { value: 'click_manage', description: 'Click API in DocuSign' },
        { value: 'organization_read', description: 'Read organization in DocuSign' },
        { value: 'openid', description: 'Sign the user in (OpenID)' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 30 },
    userinfo: {
      url: 'https://{environment}.docusign.com/oauth/userinfo',
      idPaths: ['sub'],
      labelPaths: ['email'],
    },
  },
}))
