/**
 * Amazon's Selling Partner API. Sellers consent in their own Seller Central, to an application rather than
 * to a client; roles are set on the application. The code comes back as spapi_oauth_code and is traded at
 * Login with Amazon. Consent has to be given again every year.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const amazonSellingPartner = providerPage((): ProviderInput => ({
  slug: 'amazon-selling-partner',
  name: 'Amazon Selling Partner',
  docsUrl:
    'https://developer-docs.amazon.com/sp-api/docs/authorizing-selling-partner-api-applications',
  category: 'ecommerce',
  verified: 'recall',
  configFields: [
    {
      key: 'seller_central',
      label: 'Seller Central',
      description:
        'Where you sign in to sell: sellercentral.amazon.com, sellercentral-europe.amazon.com, …',
      required: false,
      scope: 'installation',
      pattern:
        'sellercentral\\.amazon\\.com|sellercentral\\.amazon\\.ca|sellercentral\\.amazon\\.com\\.mx|sellercentral\\.amazon\\.com\\.br|sellercentral-europe\\.amazon\\.com|sellercentral\\.amazon\\.co\\.uk|sellercentral\\.amazon\\.in|sellercentral\\.amazon\\.ae|sellercentral\\.amazon\\.sa|sellercentral\\.amazon\\.eg|sellercentral\\.amazon\\.com\\.tr|sellercentral\\.amazon\\.co\\.za|sellercentral\\.amazon\\.com\\.au|sellercentral\\.amazon\\.co\\.jp|sellercentral\\.amazon\\.sg',
      example: 'sellercentral-europe.amazon.com',
      default: 'sellercentral.amazon.com',
    },
    {
      key: 'application_id',
      label: 'Application ID',
      description: 'Of your application in Solution Provider Portal; it is not the client id.',
      required: true,
      scope: 'integration',
      pattern: 'amzn1\\.sp\\.solution\\.[a-z0-9-]{1,64}',
      example: 'amzn1.sp.solution.00000000-0000-0000-0000-000000000000',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{seller_central}/apps/authorize/consent',
    authorizationParams: { application_id: '{application_id}' },
    authorizationOmits: ['client_id', 'response_type', 'scope'],
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    callback: { code: 'spapi_oauth_code', keep: ['selling_partner_id'] },
    token: { url: 'https://api.amazon.com/auth/o2/token' },
    refresh: { rotates: 'never', reuseKills: false, absoluteDays: 365 },
    userinfo: {
      idPaths: ['token:selling_partner_id'],
      labelPaths: ['token:selling_partner_id'],
    },
  },
}))
