/** Worker tests run in workerd with real D1, KV and Durable Objects. */
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { testSecrets } from './test/secrets.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('..'),
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: here('../wrangler.toml') },
      miniflare: {
        bindings: {
          TEST_MIGRATIONS: await readD1Migrations(here('./storage/migrations')),
          ...testSecrets,
        },
      },
    })),
  ],
  test: {
    name: 'worker',
    isolate: false,
    include: ['worker/**/*.test.ts'],
    setupFiles: [here('./test/setup.ts')],
  },
})
