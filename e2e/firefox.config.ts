/**
 * `npm run e2e:firefox`: the flows in Firefox. Debian's, or one named by FIREFOX_PATH, speaks WebDriver
 * BiDi with Playwright; without one it is Playwright's own (`npx playwright install firefox`).
 */
import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import chromium from './playwright.config.ts'

const executablePath = [
  process.env['FIREFOX_PATH'] ?? '',
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
].find(existsSync)

export default defineConfig({
  ...chromium,
  testMatch: ['flows/**/*.spec.ts'],
  // Its operators have passkeys, which only Chromium's debugger makes without a person. Pictures are Chromium's, too, and a
  // package needs no browser.
  testIgnore: ['flows/dashboard*.spec.ts', '**/visual.spec.ts', '**/package.spec.ts'],
  // Slower to start, and driven by way of a protocol that is younger than its commands.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'firefox',
    screenshot: 'off',
    ...(executablePath !== undefined && {
      channel: 'moz-firefox',
      launchOptions: { executablePath },
    }),
  },
})
