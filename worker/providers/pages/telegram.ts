/** Telegram Bot: an API key and nothing else. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const telegram = keyPage((): KeyInput => ({
  slug: 'telegram',
  name: 'Telegram Bot',
  docsUrl: 'https://core.telegram.org/bots/api',
  category: 'communication',
  verified: 'recall',
}))
