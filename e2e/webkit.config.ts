/** `npm run e2e:webkit`: a handful of flows in WebKit, which is driven by its own WebDriver (`webkit/web-driver.ts`). */
import { defineConfig } from '@playwright/test'
import chromium from './playwright.config.ts'

export default defineConfig({
  ...chromium,
  testMatch: ['webkit/**/*.spec.ts'],
  // One browser, which has one session.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  use: {},
})
