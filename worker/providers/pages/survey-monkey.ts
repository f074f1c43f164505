/** SurveyMonkey. Scopes are set on the app. access_url in the token response names the regional API host. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const surveyMonkey = providerPage((): ProviderInput => ({
  slug: 'survey-monkey',
  name: 'SurveyMonkey',
  docsUrl: 'https://developer.surveymonkey.com/api/v3/#authentication',
  category: 'forms',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.surveymonkey.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.surveymonkey.com/oauth/token' },
    scopes: {
      available: [
        { value: 'users_read', description: 'Read the own user profile' },
        { value: 'surveys_read', description: 'Read surveys in SurveyMonkey' },
        { value: 'surveys_write', description: 'Edit surveys in SurveyMonkey' },
        { value: 'responses_read', description: 'Read responses in SurveyMonkey' },
        { value: 'collectors_read', description: 'Read collectors in SurveyMonkey' },
        { value: 'webhooks_write', description: 'Manage webhooks in SurveyMonkey' },
      ],
    },
    response: { keep: ['access_url'] },
  },
}))
