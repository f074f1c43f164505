/** The flows: real Chromium, real workerd, real providers, one stack for each of two workers. */
import { defineConfig, devices } from '@playwright/test'
import { chromiumLaunch } from './support/chromium-launch.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // The same on every machine: what is compared has no letters in it.
  snapshotPathTemplate: '{testDir}/flows/pictures/{arg}{ext}',
  testMatch: ['flows/**/*.spec.ts', 'peers/**/*.spec.ts', 'sdk/**/*.spec.ts'],
  // A world is a worker’s, a user is a test’s. No test may bring a fixture of a worker’s own: see support/lasting.ts.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: chromiumLaunch(),
    // Without a graphics card a turning wheel costs a core; a page's tree is in each failure's context.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'off',
  },
})
