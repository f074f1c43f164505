/**
 * Withings. One address does everything and is told what by action. Answers have status 200; a member
 * called status is 0 when it worked, and tokens are within body. Giving back is a signed request with a
 * nonce, and ends all that the app has of the user.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const withings = providerPage((): ProviderInput => ({
  slug: 'withings',
  name: 'Withings',
  docsUrl:
    'https://developer.withings.com/developer-guide/v3/integration-guide/public-health-data-api/get-access/oauth-web-flow/',
  category: 'health',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://account.withings.com/oauth2_user/authorize2',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://wbsapi.withings.net/v2/oauth2',
      params: { action: 'requesttoken' },
      refreshParams: { action: 'requesttoken' },
    },
    scopes: {
      separator: ',',
      default: ['user.info'],
      available: [
        { value: 'user.info', description: 'Read the basic user profile' },
        { value: 'user.metrics', description: 'Read weight and other measurements' },
        { value: 'user.activity', description: 'Read activity' },
        { value: 'user.sleepevents', description: 'Read when the user sleeps' },
      ],
    },
    response: {
      root: 'body',
      scopeSeparator: ',',
      keep: ['body.userid'],
      okPath: 'status',
      okValue: '0',
      errorPath: 'status',
      errorMap: { '601': 'temporarily_unavailable' },
    },
    refresh: { rotates: 'always', idleDays: 365 },
    revocation: {
      url: 'https://wbsapi.withings.net/v2/oauth2',
      auth: 'signed',
      nonceUrl: 'https://wbsapi.withings.net/v2/signature',
      tokenless: true,
      params: { action: 'revoke', userid: '{account}' },
      grantWide: true,
    },
    userinfo: { idPaths: ['token:body_userid'], labelPaths: ['token:body_userid'] },
  },
}))
