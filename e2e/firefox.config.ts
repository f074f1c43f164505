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

/** What a user sets in the system, or in Firefox's own settings: by WebDriver BiDi neither can be told. */
const REDUCED_MOTION = { 'ui.prefersReducedMotion': 1 }
const FORCED_COLOURS = { 'browser.display.document_color_use': 2 }

const browser = (preferences: Readonly<Record<string, number>>) => ({
  browserName: 'firefox' as const,
  screenshot: 'off' as const,
  ...(executablePath !== undefined && { channel: 'moz-firefox' }),
  launchOptions: {
    ...(executablePath !== undefined && { executablePath }),
    firefoxUserPrefs: { ...REDUCED_MOTION, ...preferences },
  },
})

export default defineConfig({
  ...chromium,
  testMatch: ['flows/**/*.spec.ts'],
  // Attackers of the dashboard use a passkey of Chromium's debugger. Pictures are Chromium's, too, and a package needs no browser.
  testIgnore: ['flows/dashboard-attacks.spec.ts', '**/visual.spec.ts', '**/package.spec.ts'],
  // Slower to start, and driven by way of a protocol that is younger than its commands.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  use: {},
  projects: [
    { name: 'firefox', grepInvert: /forced colours/, use: browser({}) },
    { name: 'high-contrast', grep: /forced colours/, use: browser(FORCED_COLOURS) },
  ],
})
