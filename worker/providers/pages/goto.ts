/** GoTo (Webinar, Meeting, Connect). Principal and account_key in the token response. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const goto = providerPage((): ProviderInput => ({
  slug: 'goto',
  name: 'GoTo (Webinar, Meeting, Connect)',
  docsUrl: 'https://developer.goto.com/Authentication',
  category: 'communication',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://authentication.logmeininc.com/oauth/authorize',
    token: {
      url: 'https://authentication.logmeininc.com/oauth/token',
      clientAuthentication: 'basic_raw',
    },
    response: { keep: ['principal', 'account_key'] },
    refresh: { rotates: 'always', idleDays: 30 },
    userinfo: {
      url: 'https://api.getgo.com/identity/v1/Users/me',
      idPaths: ['id'],
      labelPaths: ['email', 'userName'],
    },
  },
}))
