/** The fixtures name buttons and texts in English; this is what they are called in another language. */
import { enMore } from '../i18n/en-more.ts'
import { enForm } from '../i18n/en-form.ts'
import { enRest } from '../i18n/en-rest.ts'
import { en } from '../i18n/en.ts'
import { fill, type Messages } from '../i18n/messages.ts'

const NAMES = ['GitHub', 'Slack', 'Stripe', 'Snowflake', 'Zendesk', 'Intercom']
/** What else the fixtures have in their texts. */
const VALUES = { last4: '9f3c', value: 'PUBLIC' }

/** English as a whole. */
export const english: Messages = {
  ...en,
  news: { ...en.news, ...enRest.news },
  problems: { ...en.problems, ...enRest.problems },
  form: enForm,
  more: enMore,
}

/** @param text a text of the widget, or its beginning; what is not the widget's stays as it is */
export const inLanguage = (text: string, t: Messages): string => {
  const own = textsOf(t)
  const known = NAMES.flatMap((name) =>
    Array.from(textsOf(english), ([path, template]) => {
      const values = { ...VALUES, name }
      return { said: fill(template, values), own: fill(own.get(path) ?? '', values) }
    }),
  )
  const found =
    known.find(({ said }) => said === text) ?? known.find(({ said }) => said.startsWith(text))
  return found?.own ?? text
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
