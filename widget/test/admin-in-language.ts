/** As `in-language.ts`, for `<pipes-admin>`. */
import type { AdminWords } from '../i18n/admin-messages.ts'
import { enDialogs } from '../i18n/en-admin-dialogs.ts'
import { enAdmin } from '../i18n/en-admin.ts'
import { fill } from '../i18n/messages.ts'
import { adminLanguageFiles } from './admin-language-files.ts'
import { english, textsOf } from './in-language.ts'
import { languageFiles } from './language-files.ts'

/** English as a whole. */
export const adminEnglish: AdminWords = { ...english, admin: { ...enAdmin, dialogs: enDialogs } }

const NAMES = ['GitHub', 'Slack', 'Stripe', 'Salesforce', 'Zendesk', 'Notion', 'Linear', 'Intercom']
const VALUES = { last4: '9f3c', step: '1', steps: '2' }

/** All words of a language. */
export const adminWordsOf = (language: string): AdminWords => {
  if (language === 'en') return adminEnglish
  const words = Object.entries(languageFiles).find(([tag]) => tag === language)?.[1]
  const admin = Object.entries(adminLanguageFiles).find(([tag]) => tag === language)?.[1]
  if (!words || !admin) throw new Error(`no words of ${language}`)
  return { ...words, admin }
}

/** @param text a text in English, or its beginning; what is not the element's stays as it is */
export const adminInLanguage = (text: string, language: string): string => {
  if (language === 'en') return text
  const own = textsOf(adminWordsOf(language))
  const known = NAMES.flatMap((name) =>
    Array.from(textsOf(adminEnglish), ([path, template]) => {
      const values = { ...VALUES, name }
      return { said: fill(template, values), own: fill(own.get(path) ?? '', values) }
    }),
  )
  const found =
    known.find(({ said }) => said === text) ??
    known.find(({ said }) => said.startsWith(text) || said.endsWith(text))
  return found?.own ?? text
}
