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
 * Lookup (RFC 4647 §3.4) with the likely script and region filled in before (UTS 35), so that `zh-TW` is found as
 * `zh-Hant`; outdated codes (`iw`) are renewed. In the end any variety of the same language: `pt-PT` is understood as `pt-BR`.
 * @param tag BCP 47; an underscore is taken for a hyphen, as many servers write it
 * @returns null when the widget does not speak it, or nobody does
 */
export const lookUp = (tag: string): Language | null => {
  const locale = localeOf(tag)
  if (locale === null) return null
  for (let range = locale.baseName; range !== ''; range = withoutLast(range)) {
    const found = LANGUAGES.find((language) => language === range)
    if (found) return found
  }
  return LANGUAGES.find((language) => language.startsWith(`${locale.language}-`)) ?? null
}

const localeOf = (tag: string): Intl.Locale | null => {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).maximize()
  } catch {
    return null
  }
}

const withoutLast = (range: string): string => range.slice(0, Math.max(range.lastIndexOf('-'), 0))
