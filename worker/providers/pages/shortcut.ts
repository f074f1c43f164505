/** Shortcut: an API key and nothing else. The key goes into the header Shortcut-Token. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const shortcut = keyPage((): KeyInput => ({
  slug: 'shortcut',
  name: 'Shortcut',
  docsUrl: 'https://developer.shortcut.com/api/rest/v3',
  category: 'project-management',
  verified: 'recall',
}))
