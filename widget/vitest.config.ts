/** Widget tests run in a real Chromium. */
import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumLaunch } from '../e2e/support/chromium-launch.ts'

/** What the dashboard's pages under test import of it. */
const WEB_AWESOME = ['option/option', 'select/select'].map(
  (name) => `@awesome.me/webawesome/dist/components/${name}.js`,
)

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../node_modules/.cache/vitest-widget', import.meta.url)),
  // Found while a test runs, a dependency would reload the page under it.
  optimizeDeps: {
    include: ['lit', 'axe-core', '@tanstack/virtual-core', ...WEB_AWESOME],
  },
  test: {
    name: 'widget',
    include: ['**/*.test.ts'],
    expect: { poll: { timeout: 5000 } },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: chromiumLaunch(), actionTimeout: 5000 }),
      instances: [{ browser: 'chromium' }],
    },
  },
})
