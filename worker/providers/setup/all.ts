/** Every guide by its provider's slug. */
import { DEVELOPER_TOOLS } from './developer-tools.ts'
import { CALENDARS, DESIGN, FILES, FORMS, SIGNATURES } from './files.ts'
import { GOOGLE } from './google.ts'
import type { Guides } from './guide.ts'
import { AI_KEYS, BUSINESS_KEYS, DEVELOPER_KEYS } from './keys.ts'
import { MICROSOFT } from './microsoft.ts'
import { BOOKS, PAYMENTS, SHOPS } from './money.ts'
import { HR, IDENTITY, TRADES } from './people.ts'
import { CRM, SALES, SUPPORT } from './sales.ts'
import { COMMUNICATION, HEALTH, MARKETING, MEDIA, PLATFORMS, SOCIAL } from './talk.ts'
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
