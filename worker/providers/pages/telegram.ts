/** Telegram Bot: an API key and nothing else. */
import { defineKeyProvider } from '../define-provider.ts'

export const telegram = defineKeyProvider({
  slug: 'telegram',
  name: 'Telegram Bot',
  docsUrl: 'https://core.telegram.org/bots/api',
  category: 'communication',
  aliases: ['telegram-bot'],
  verified: 'recall',
})
