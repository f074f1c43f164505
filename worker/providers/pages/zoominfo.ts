/**
 * ZoomInfo. Older API: POST api.zoominfo.com/authenticate with user and key gives a one-hour JWT. Other
 * integrations use login.zoominfo.com and okta-login.zoominfo.com/oauth2/default/v1/token; check in the
 * DevPortal.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const zoominfo = providerPage((): ProviderInput => ({
  slug: 'zoominfo',
  name: 'ZoomInfo',
  docsUrl: 'https://docs.zoominfo.com/docs/authentication',
  category: 'sales',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.zoominfo.com/gtm/oauth/v1/authorize',
    token: {
      url: 'https://api.zoominfo.com/gtm/oauth/v1/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      available: [
        { value: 'api:data:contact', description: 'Search and enrich contacts' },
        { value: 'api:data:company', description: 'Search and enrich companies' },
        { value: 'api:data:intent', description: 'Read intent signals' },
      ],
    },
  },
}))
