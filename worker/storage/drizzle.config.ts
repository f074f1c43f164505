/** `npm run migrations:generate` writes the next numbered migration from the schema. */
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  driver: 'd1-http',
  schema: './worker/storage/schema',
  out: './worker/storage/migrations',
})
