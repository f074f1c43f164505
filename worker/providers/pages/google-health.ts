/**
 * Google Health. Replaces the Fitbit Web API; Fitbit tokens do not carry over. Restricted scopes:
 * verification and security review. Refresh token only issued on first consent unless prompt=consent is
 * sent. Apps in Testing status: refresh tokens die after 7 days. At most 100 live refresh tokens per user
 * and client; oldest dropped silently. User may untick scopes, compare granted scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const googleHealth = googlePage((): GoogleProduct => ({
  slug: 'google-health',
  name: 'Google Health',
  docsUrl: 'https://developers.google.com/health',
  category: 'health',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}googlehealth.activity_and_fitness.readonly`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      {
        value: `${GOOGLE_SCOPE}googlehealth.activity_and_fitness.readonly`,
        description: 'Read activity and workouts',
      },
      {
        value: `${GOOGLE_SCOPE}googlehealth.health_metrics_and_measurements.readonly`,
        description: 'Read health measurements',
      },
      {
        value: `${GOOGLE_SCOPE}googlehealth.sleep.readonly`,
        description: 'Read sleep in Google Health',
      },
      { value: `${GOOGLE_SCOPE}googlehealth.profile.readonly`, description: 'Read health profile' },
    ],
  },
}))
