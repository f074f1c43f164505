/** The fixtures name buttons and texts in English; this is what they are called in another language. */
import { en } from '../i18n/en.ts'
import { fill, type Messages } from '../i18n/messages.ts'

const NAMES = ['GitHub', 'Slack']

/** @param english a text of the widget, or its beginning; what is not the widget's stays as it is */
export const inLanguage = (english: string, t: Messages): string => {
  const own = textsOf(t)
  for (const [path, template] of textsOf(en)) {
    for (const name of NAMES) {
      if (fill(template, { name }).startsWith(english)) {
        return fill(own.get(path) ?? '', { name })
      }
    }
  }
  return english
}

/** Every text by its path: `connect`, `problems.network`. */
export const textsOf = (tree: object, path = ''): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? [...textsOf(value, `${path}${key}.`)]
        : [[path + key, String(value)] as const],
    ),
  )
