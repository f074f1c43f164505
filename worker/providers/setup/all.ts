/** Every guide by its provider's slug. */
import { BOOKS } from './books.ts'
import { BUSINESS_KEYS } from './business-keys.ts'
import { COMMUNICATION } from './communication.ts'
import { CALENDARS, DESIGN } from './design-and-calendars.ts'
import { DEVELOPER_TOOLS } from './developer-tools.ts'
import { FILES, FORMS, SIGNATURES } from './files.ts'
import { GOOGLE } from './google.ts'
import type { Guides } from './guide.ts'
import { AI_KEYS, DEVELOPER_KEYS } from './keys.ts'
import { MARKETING } from './marketing.ts'
import { HEALTH, MEDIA } from './media-and-health.ts'
import { MICROSOFT } from './microsoft.ts'
import { PAYMENTS, SHOPS } from './payments-and-shops.ts'
import { HR, IDENTITY, TRADES } from './people.ts'
import { PLATFORMS } from './platforms.ts'
import { CRM, SALES, SUPPORT } from './sales.ts'
import { SOCIAL } from './social.ts'
import { PRODUCTIVITY, PROJECTS } from './work.ts'

export const SETUP_GUIDES: Guides = {
  ...AI_KEYS,
  ...BOOKS,
  ...BUSINESS_KEYS,
  ...CALENDARS,
  ...COMMUNICATION,
  ...CRM,
  ...DESIGN,
  ...DEVELOPER_KEYS,
  ...DEVELOPER_TOOLS,
  ...FILES,
  ...FORMS,
  ...GOOGLE,
  ...HEALTH,
  ...HR,
  ...IDENTITY,
  ...MARKETING,
  ...MEDIA,
  ...MICROSOFT,
  ...PAYMENTS,
  ...PLATFORMS,
  ...PRODUCTIVITY,
  ...PROJECTS,
  ...SALES,
  ...SHOPS,
  ...SIGNATURES,
  ...SOCIAL,
  ...SUPPORT,
  ...TRADES,
}
