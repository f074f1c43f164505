/** Addepar. Calls need the firm in a header of their own. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const addepar = providerPage((): ProviderInput => ({
  slug: 'addepar',
  name: 'Addepar',
  docsUrl: 'https://developers.addepar.com/docs/oauth',
  category: 'finance',
  verified: 'recall',
  configFields: [
    {
      key: 'firm_id',
      label: 'Firm ID',
      description: 'The number that your calls send as Addepar-Firm.',
      required: true,
      scope: 'installation',
      pattern: '[0-9]{1,12}',
      example: '1234',
    },
  ],
  oauth: {
    authorizationUrl: 'https://id.addepar.com/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.addepar.com/public/oauth2/token' },
  },
}))
