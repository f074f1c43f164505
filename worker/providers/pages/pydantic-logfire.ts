/** Pydantic Logfire: an API key and nothing else. The key goes into the header Authorization: a write token bare, a read token as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const pydanticLogfire = keyPage((): KeyInput => ({
  slug: 'pydantic-logfire',
  name: 'Pydantic Logfire',
  docsUrl: 'https://logfire.pydantic.dev/docs/',
  category: 'developer-tools',
  verified: 'recall',
}))
