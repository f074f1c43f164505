/**
 * Zoom. Scopes are set in the app, parameter optional. Granular scopes replaced classic ones for new apps.
 * account_credentials grant gives server-to-server tokens. Response may carry api_url for other regions.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const zoom = providerPage((): ProviderInput => ({
  slug: 'zoom',
  name: 'Zoom',
  docsUrl: 'https://developers.zoom.us/docs/integrations/oauth/',
  category: 'communication',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://zoom.us/oauth/authorize',
    token: { url: 'https://zoom.us/oauth/token', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['user:read:user'],
      available: [
        { value: 'user:read:user', description: 'Read the own user profile' },
        { value: 'meeting:read:meeting', description: 'Read a meeting' },
        { value: 'meeting:write:meeting', description: 'Create meetings in Zoom' },
        { value: 'meeting:read:list_meetings', description: 'List meetings in Zoom' },
        {
          value: 'cloud_recording:read:list_user_recordings',
          description: 'List recordings in Zoom',
        },
        { value: 'webinar:read:webinar', description: 'Read webinars in Zoom' },
        { value: 'phone:read:list_call_logs', description: 'Read call logs' },
      ],
    },
    response: { keep: ['api_url'] },
    refresh: { rotates: 'always', idleDays: 90 },
    revocation: { url: 'https://zoom.us/oauth/revoke', auth: 'basic', tokens: ['access'] },
    userinfo: { url: 'https://api.zoom.us/v2/users/me', idPaths: ['id'], labelPaths: ['email'] },
  },
}))
