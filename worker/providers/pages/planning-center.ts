/** Planning Center. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const planningCenter = providerPage((): ProviderInput => ({
  slug: 'planning-center',
  name: 'Planning Center',
  docsUrl: 'https://developer.planning.center/docs/#/overview/authentication',
  category: 'community',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.planningcenteronline.com/oauth/authorize',
    token: { url: 'https://api.planningcenteronline.com/oauth/token' },
    scopes: {
      default: ['people'],
      available: [
        { value: 'people', description: 'People product in Planning Center' },
        { value: 'services', description: 'Services product in Planning Center' },
        { value: 'giving', description: 'Giving product in Planning Center' },
        { value: 'groups', description: 'Groups product in Planning Center' },
        { value: 'calendar', description: 'Calendar product in Planning Center' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 90 },
    revocation: { url: 'https://api.planningcenteronline.com/oauth/revoke' },
    userinfo: {
      url: 'https://api.planningcenteronline.com/people/v2/me',
      idPaths: ['data.id'],
      labelPaths: ['data.attributes.name'],
    },
  },
}))
