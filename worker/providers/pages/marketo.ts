/** Marketo Engage. A client’s own tokens. The same token is given until it expires. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const marketo = providerPage((): ProviderInput => ({
  slug: 'marketo',
  name: 'Marketo Engage',
  docsUrl:
    'https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/authentication',
  category: 'marketing',
  verified: 'recall',
  authMethods: ['client_credentials'],
  configFields: [
    {
      key: 'account',
      label: 'Munchkin account',
      description: 'Of Admin, Munchkin: 123-abc-456 of 123-abc-456.mktorest.com.',
      required: true,
      scope: 'installation',
      pattern: '[0-9a-z-]+',
      example: '123-abc-456',
    },
  ],
  oauth: { token: { url: 'https://{account}.mktorest.com/identity/oauth/token' } },
}))
