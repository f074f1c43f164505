/** Google Calendar. */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

const CALENDAR = `${GOOGLE_SCOPE}calendar`

export const googleCalendar = googlePage((): GoogleProduct => ({
  slug: 'google-calendar',
  name: 'Google Calendar',
  docsUrl: 'https://developers.google.com/calendar/api/auth',
  category: 'calendar',
  scopes: {
    default: ['openid', 'email', `${CALENDAR}.readonly`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: CALENDAR, description: 'Full calendar access' },
      { value: `${CALENDAR}.readonly`, description: 'Read calendars and events' },
      { value: `${CALENDAR}.events`, description: 'Create and edit events' },
      { value: `${CALENDAR}.events.readonly`, description: 'Read events only' },
      { value: `${CALENDAR}.freebusy`, description: 'Read busy times only' },
    ],
    implies: {
      [CALENDAR]: [`${CALENDAR}.readonly`, `${CALENDAR}.events`],
      [`${CALENDAR}.readonly`]: [`${CALENDAR}.events.readonly`, `${CALENDAR}.freebusy`],
      [`${CALENDAR}.events`]: [`${CALENDAR}.events.readonly`],
    },
  },
}))
