/** One language's words for `<pipes-admin>`: those of the widget, and its own file beside them. */
import { asObject, asString, type Json } from '../api/read.ts'
import type { AdminMessages, AdminOverrides, AdminWords } from './admin-messages.ts'
import { enAdmin } from './en-admin.ts'
import type { Language } from './languages.ts'
import { fetchLanguage, loadLanguage } from './load-language.ts'
import { withOverrides } from './messages.ts'

/** @returns null when one of the two cannot be had: half a language is none */
export const loadAdminWords = async (
  language: Language,
  origin: string,
  fetch: typeof globalThis.fetch,
): Promise<AdminWords | null> => {
  const [words, file] = await Promise.all([
    loadLanguage(language, origin, fetch),
    // Of English only what both share has a file.
    language === 'en' ? {} : fetchLanguage(`admin/${language}`, origin, fetch),
  ])
  return words && file && { ...words, admin: adopt(enAdmin, file) }
}

/** Text by text: what is missing is said in English, that of the dialogs by their own script. */
const adopt = (english: AdminMessages, file: Readonly<Record<string, unknown>>): AdminMessages =>
  Object.fromEntries(
    Object.entries(english).map(([key, text]) =>
      typeof text === 'string'
        ? [key, asString(file[key]) ?? text]
        : [key, { ...text, ...textsIn(asObject(file[key])) }],
    ),
  ) as AdminMessages

/** Texts, and tables of texts: those that depend on a number. */
const textsIn = (table: Json | null): Json =>
  Object.fromEntries(
    Object.entries(table ?? {}).flatMap(([key, value]) => {
      const inner = asObject(value)
      if (inner) return [[key, textsIn(inner)]]
      return asString(value) === null ? [] : [[key, value]]
    }),
  )

/** The overrides of a page over the base; tables are merged entry by entry. */
export const withAdminOverrides = (
  base: AdminWords,
  overrides: AdminOverrides | null,
): AdminWords => {
  const { admin = {}, ...shared } = overrides ?? {}
  const words = withOverrides(base, shared)
  return {
    ...words,
    problems: { ...words.problems, ...base.admin.problems, ...admin.problems },
    admin: {
      ...base.admin,
      ...admin,
      dialogs: { ...base.admin.dialogs, ...admin.dialogs },
      news: { ...base.admin.news, ...admin.news },
    },
  }
}
