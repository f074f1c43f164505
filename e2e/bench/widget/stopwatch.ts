/** When the first row is there, and what a letter costs in a long list. Times are ms of the page's own clock. */
import type { Browser, Page } from 'playwright'

export type Conditions = {
  /** So many times slower than this machine. */
  readonly cpu: number
  /** Bits a second and ms; null: as it is. */
  readonly network: { readonly bitsPerSecond: number; readonly latencyMs: number } | null
}

/** @returns from the beginning of the navigation to the first row in the tree, with nothing in any cache */
export async function firstRow(
  browser: Browser,
  url: string,
  row: string,
  conditions: Conditions,
): Promise<number> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await restrict(page, conditions)
    await page.addInitScript(watchForRow, row)
    await page.goto(url)
    const time = await page.waitForFunction(() => (globalThis as { rowAt?: number }).rowAt)
    return (await time.jsonValue()) ?? Number.NaN
  } finally {
    await context.close()
  }
}

/** In the page, before anything else: every tree is watched, also those in the shadow. */
function watchForRow(row: string): void {
  const look = (records: readonly MutationRecord[]): void => {
    const isThere = records.some(({ target }) => target.textContent?.includes(row))
    if (!isThere || 'rowAt' in globalThis) return
    Object.assign(globalThis, { rowAt: performance.now() })
  }
  const watch = (tree: Node): void =>
    new MutationObserver(look).observe(tree, {
      childList: true,
      subtree: true,
      characterData: true,
    })
  watch(document)
  const attachShadow = Reflect.get(Element.prototype, 'attachShadow')
  Element.prototype.attachShadow = function attach(...options) {
    const tree = Reflect.apply(attachShadow, this, options)
    watch(tree)
    return tree
  }
}

async function restrict(page: Page, { cpu, network }: Conditions): Promise<void> {
  const session = await page.context().newCDPSession(page)
  if (cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  if (network === null) return
  await session.send('Network.enable')
  const bytesPerSecond = network.bitsPerSecond / 8
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
}

/** @returns for each letter what its frame has to do: script, style and layout */
export async function typing(
  browser: Browser,
  url: string,
  text: string,
): Promise<readonly number[]> {
  const page = await browser.newPage()
  try {
    await page.goto(url)
    await page.getByRole('searchbox').waitFor()
    return await page.evaluate(async (letters) => {
      const widget = document.querySelector('pipes-widget')
      const input = widget?.shadowRoot?.querySelector<HTMLInputElement>('input[type=search]')
      if (!widget || !input) throw new Error('There is nothing to type in.')
      const times: number[] = []
      for (const letter of letters) {
        await new Promise(requestAnimationFrame)
        const before = performance.now()
        input.value += letter
        input.dispatchEvent(new Event('input', { bubbles: true }))
        await (widget as unknown as { readonly updateComplete: Promise<unknown> }).updateComplete
        widget.getBoundingClientRect()
        times.push(performance.now() - before)
      }
      return times
    }, text)
  } finally {
    await page.close()
  }
}
