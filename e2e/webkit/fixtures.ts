/** Our product in WebKit: the world of the flows, and a page of it by name and text, through shadow roots. */
import { noteRan } from '../stack/ran.ts'
import { expect, test as base } from '../support/fixtures.ts'
import { startWebKit, type WebDriver, type WebKit } from './web-driver.ts'

export type Page = WebDriver & {
  /** Waits for something to press that has this name; with `part` it has it among its words. */
  readonly see: (name: string, options?: { readonly part: boolean }) => Promise<void>
  readonly pressOn: Page['see']
  /** What is read in a provider's row, or null where there is none. */
  readonly row: (name: string) => Promise<unknown>
  /** Runs a step in the window that was opened, when it is there, and comes back. */
  readonly inWindow: (step: () => Promise<void>) => Promise<void>
}

export const test = base.extend<{ readonly webkit: Page }, { readonly browserOf: WebKit }>({
  browserOf: [
    async ({}, use) => {
      const browser = await startWebKit()
      if (browser === null) {
        throw new Error('Debian: apt-get install webkit2gtk-driver xvfb')
      }
      noteRan(browser.version)
      await use(browser)
      await browser.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  webkit: async ({ browserOf }, use) => {
    const own = await browserOf.window()
    await use(pageIn(browserOf))
    for (const opened of (await browserOf.windows()).filter((one) => one !== own)) {
      await browserOf.switchTo(opened)
      await browserOf.closeWindow()
    }
    await browserOf.switchTo(own)
  },
})

/** Every element, in the order of the page. */
const ALL = `
  const all = (root) => Array.from(root.querySelectorAll('*'), (one) =>
    [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]).flat()
  const plain = (text) => text.replace(/\\s+/g, ' ').trim()`

const TO_PRESS = `${ALL}
  const [name, part] = arguments
  const nameOf = (one) => plain(one.getAttribute('aria-label') ?? one.textContent)
  return all(document)
    .filter((one) => one.matches('button, a[href]') && one.getClientRects().length > 0)
    .find((one) => part ? nameOf(one).includes(name) : nameOf(one) === name)`

const ROW = `${ALL}
  const [name] = arguments
  const rows = all(document).filter((one) => one.matches('li')).map((one) => plain(one.textContent))
  return rows.find((text) => text.startsWith(name)) ?? null`

function pageIn(browser: WebDriver): Page {
  const see: Page['see'] = async (name, { part } = { part: false }) => {
    const isThere = async (): Promise<boolean> => (await browser.run(TO_PRESS, name, part)) !== null
    await expect.poll(isThere, `“${name}” appears`).toBe(true)
  }
  return {
    ...browser,
    see,
    async pressOn(name, options = { part: false }) {
      await see(name, options)
      await browser.press(TO_PRESS, name, options.part)
    },
    row: (name) => browser.run(ROW, name),
    async inWindow(step) {
      const own = await browser.window()
      const others = async () => (await browser.windows()).filter((one) => one !== own)
      await expect.poll(others, 'a window is opened').toHaveLength(1)
      const [opened = ''] = await others()
      await browser.switchTo(opened)
      await step()
      await browser.switchTo(own)
    },
  }
}

export { expect }
