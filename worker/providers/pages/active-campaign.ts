/** ActiveCampaign: an API key and nothing else. The key goes into the header Api-Token. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const activeCampaign = keyPage((): KeyInput => ({
  slug: 'active-campaign',
  name: 'ActiveCampaign',
  docsUrl: 'https://developers.activecampaign.com/reference/authentication',
  category: 'marketing',
  verified: 'recall',
  configFields: [
    {
      key: 'host',
      label: 'Host',
      description: 'Of your account’s API URL.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9.-]+(?::[0-9]+)?',
      example: 'acme.api-us1.com',
    },
  ],
}))
