/** Shortcut: an API key and nothing else. The key goes into the header Shortcut-Token. */
import { defineKeyProvider } from '../define-provider.ts'

export const shortcut = defineKeyProvider({
  slug: 'shortcut',
  name: 'Shortcut',
  docsUrl: 'https://developer.shortcut.com/api/rest/v3',
  category: 'project-management',
  aliases: ['clubhouse'],
  verified: 'recall',
})
