/** Playwright's `test` with our product in it. Tests share a stack, and never a user. */
import { randomUUID } from 'node:crypto'
import { test as base } from '@playwright/test'
import { installed, noteRan } from '../stack/ran.ts'
import { startHostPage, type HostPage } from './host-page.ts'
import { startWorld, type World } from './world.ts'

type OfTest = {
  /** A page of a customer, on 127.0.0.1. */
  readonly host: HostPage
  /** Nobody has had this id before. */
  readonly user: string
}

export const test = base.extend<OfTest, { readonly world: World }>({
  world: [
    async ({}, use) => {
      const world = await startWorld()
      await use(world)
      await world.close()
    },
    { scope: 'worker', timeout: 60_000 },
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
