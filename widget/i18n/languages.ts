/** The languages that the widget speaks, and which of them a page's language tag means. */

/** English is built in; each other one is a file in languages/. */
export const LANGUAGES = [
  'ar',
  'de',
  'en',
  'es',
  'fr',
  'he',
  'hi',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt-BR',
  'tr',
  'zh-Hans',
  'zh-Hant',
] as const

export type Language = (typeof LANGUAGES)[number]

export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  language === 'ar' || language === 'he' ? 'rtl' : 'ltr'

/**
 * Lookup (RFC 4647 §3.4), where that is not enough with the likely script and region filled in (UTS 35), so that `zh-TW` is
 * found as `zh-Hant`; outdated codes (`iw`) are renewed. In the end any variety of the same language: `pt-PT` is
 * understood as `pt-BR`. Most tags need none of that, and what knows it takes milliseconds to begin with.
 * @param tag BCP 47; an underscore is taken for a hyphen, as many servers write it
 * @returns null when the widget does not speak it, or nobody does
 */
export const lookUp = (tag: string): Language | null => {
  const own = rangeOf(tag)
  if (own) return own
  const locale = localeOf(tag)
  if (locale === null) return null
  const { baseName, language } = locale
  return rangeOf(baseName) ?? LANGUAGES.find((one) => one.startsWith(`${language}-`)) ?? null
}

/** The language that the tag is, or begins with. */
const rangeOf = (tag: string): Language | undefined =>
  LANGUAGES.find((language) => `${tag}-`.startsWith(`${language}-`))

const localeOf = (tag: string): Intl.Locale | null => {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).maximize()
  } catch {
    return null
  }
}
