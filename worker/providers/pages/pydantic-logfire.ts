/** Pydantic Logfire: an API key and nothing else. The key goes into the header Authorization. */
import { defineKeyProvider } from '../define-provider.ts'

export const pydanticLogfire = defineKeyProvider({
  slug: 'pydantic-logfire',
  name: 'Pydantic Logfire',
  docsUrl: 'https://logfire.pydantic.dev/docs/',
  category: 'developer-tools',
  verified: 'recall',
})
