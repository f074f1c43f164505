/** The words of this script: of the language that is spoken, and in English what it lacks. */
import { enMore } from '../i18n/en-more.ts'
import type { Messages, MoreMessages } from '../i18n/messages.ts'

export const wordsOf = ({ more }: Messages): MoreMessages => ({
  ...enMore,
  ...more,
  categories: { ...enMore.categories, ...more.categories },
})
