/** How Chromium is started: Playwright's own where it was installed, else the system's, and never talking to anybody. */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

export type ChromiumLaunch = { readonly executablePath?: string; readonly args: string[] }

/** `CHROMIUM_PATH` wins over both. */
export const chromiumLaunch = (): ChromiumLaunch => {
  const executablePath = chromiumPath()
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      // Chromium's sandbox does not start for root, which is who runs things in most containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  }
}

const chromiumPath = (): string | undefined => {
  const wanted = process.env['CHROMIUM_PATH']
  if (wanted) return wanted
  return existsSync(chromium.executablePath()) ? undefined : SYSTEM_BROWSERS.find(existsSync)
}
