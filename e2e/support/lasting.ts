/**
 * Playwright's `test` with what lasts longer than a test: whoever asks first starts it, and it is closed with the worker.
 * Fixtures of a worker's own would do the same, but tests that differ in those never share a worker: each kind of world would
 * cost a process and a browser of its own.
 */
import { test as base } from '@playwright/test'

type Closable = { readonly close: () => Promise<unknown> }

/** @param start named or kept in a constant: it is what tells one thing from another */
export type Lasting = <One extends Closable>(start: () => Promise<One>) => Promise<One>

export const test = base.extend<object, { readonly lasting: Lasting }>({
  lasting: [
    async ({}, use) => {
      const started = new Map<() => Promise<Closable>, Promise<Closable>>()
      await use(<One extends Closable>(start: () => Promise<One>) => {
        const known = started.get(start) as Promise<One> | undefined
        const made = known ?? start()
        started.set(start, made)
        return made
      })
      // What did not start has failed its test already.
      for (const one of [...started.values()].toReversed()) {
        await one.then(
          ({ close }) => close(),
          () => undefined,
        )
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})
