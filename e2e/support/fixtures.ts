/** Playwright's `test` with our product in it. Tests share a stack, and never a user. */
import { randomUUID } from 'node:crypto'
import { installed, noteRan } from '../stack/ran.ts'
import { startHostPage, type HostPage } from './host-page.ts'
import { test as base } from './lasting.ts'
import { startWorld, type World } from './world.ts'

type OfTest = {
  /** Of all tests of this worker. */
  readonly world: World
  /** A page of a customer, on 127.0.0.1. */
  readonly host: HostPage
  /** Nobody has had this id before. */
  readonly user: string
}

export const test = base.extend<OfTest>({
  world: [
    async ({ lasting }, use) => use(await lasting(startWorld)),
    // The first one starts it.
    { timeout: 60_000 },
  ],

  host: async ({ world }, use) => {
    const host = await startHostPage(world.pipes)
    await use(host)
    await host.close()
  },

  user: async ({}, use) => use(`user_${randomUUID()}`),

  context: async ({ context, browser }, use) => {
    noteRan(`Chromium ${browser.version()} (${installed('playwright')})`)
    await use(context)
  },
})

export { expect } from '@playwright/test'
