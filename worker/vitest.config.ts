/** Worker tests run in workerd with real D1, KV and Durable Objects, and one scripted world outside. */
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { testSecrets } from './test/secrets.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('..'),
  plugins: [
    cloudflareTest(async ({ inject }) => {
      const outside = inject('outside')
      return {
        wrangler: { configPath: here('../wrangler.toml') },
        miniflare: {
          // Whatever a test or the Worker calls, it reaches this one address and no network.
          outboundService: { external: { address: outside, http: {} } },
          bindings: {
            TEST_MIGRATIONS: await readD1Migrations(here('./storage/migrations')),
            ...testSecrets,
            LOOPBACK_ORIGINS: JSON.stringify([`http://${outside}`]),
          },
        },
      }
    }),
  ],
  test: {
    name: 'worker',
    isolate: false,
    include: ['worker/**/*.test.ts'],
    globalSetup: [here('./test/global-setup.ts')],
    setupFiles: [here('./test/setup.ts')],
  },
})
