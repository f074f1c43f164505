/** The widget in pages of every kind: places and styles. One connect each, where it could go wrong there. */
import type { Page } from '@playwright/test'
import { connectIn, test } from '../hosts/fixtures.ts'
import { expect } from '../support/fixtures.ts'
import { connectByHttp } from '../support/http-browser.ts'
import { button, disconnect, row } from '../support/widget-page.ts'

test('a classic script; a shadow root, whose language it speaks', async ({ open, page }) => {
  await open('classic')
  await expect(button(page, 'Connect GitHub')).toBeVisible()
  await open('shadow')
  await connectIn(page, page, 'GitHub verbinden')
  await expect(row(page, 'GitHub')).toContainText('octocat')
})

test('the script asks before it defines the element, and for the list once', async ({
  hosts,
  open,
  page,
  user,
  world: { pipes },
}) => {
  await page.addInitScript(() => {
    const log: string[] = []
    const { fetch: own } = globalThis
    globalThis.fetch = (...request) => {
      const [address] = request
      if (typeof address === 'string') log.push(new URL(address, location.href).pathname)
      return own(...request)
    }
    const define = customElements.define.bind(customElements)
    customElements.define = (...definition) => {
      log.push(`define ${definition[0]}`)
      define(...definition)
    }
    Object.assign(globalThis, { log })
  })
  const asked = async (): Promise<unknown> => {
    await expect(button(page, 'Connect GitHub')).toBeVisible()
    return page.evaluate(() => (globalThis as unknown as { log: string[] }).log)
  }
  const list = '/_widgets/DataIntegrations/mine'
  await open('classic')
  expect(await asked()).toEqual(['/session', 'define pipes-widget', list])
  await page.goto(`${hosts.origin}/token?token=${await pipes.widgetToken(user)}`)
  expect(await asked()).toEqual([list, 'define pipes-widget'])
})

test('in a dialog of the page, its own dialog stands above, and goes back to its button', async ({
  open,
  page,
}) => {
  await open('dialog')
  await connectIn(page, page)
  await expect(row(page, 'GitHub')).toContainText('octocat')
  await page.bringToFront()
  await button(page, 'Disconnect GitHub').click()
  const question = page.getByRole('dialog', { name: 'Disconnect GitHub?' })
  await expect(question).toBeVisible()
  // The first Escape is for the question; the page's dialog stays.
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await expect(button(page, 'Disconnect GitHub')).toBeFocused()
  await disconnect(page, 'GitHub')
  await expect(row(page, 'GitHub')).toContainText('Not connected')
})

test('in a frame it opens its window and hears of the end', async ({ open, page }) => {
  await open('iframe')
  const frame = page.frameLocator('iframe')
  await connectIn(page, frame)
  await expect(frame.getByRole('listitem').filter({ hasText: 'GitHub' })).toContainText('octocat')
})

/** Where everything is, what colour it has and how it is written. */
const looks = (page: Page): Promise<unknown> =>
  page.locator('pipes-widget').evaluate((widget) => {
    const origin = widget.getBoundingClientRect()
    const all = Array.from(
      widget.shadowRoot?.querySelectorAll('div, ul, li, span, bdi, button') ?? [],
    )
    const drawn = all.filter((element) => element.getClientRects().length > 0)
    return drawn.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const {
        color,
        cursor,
        fontFamily,
        fontSize,
        fontWeight,
        pointerEvents,
        textTransform,
        visibility,
      } = getComputedStyle(element)
      return [
        element.className,
        Math.round(x - origin.x),
        Math.round(y - origin.y),
        Math.round(width),
        Math.round(height),
        color,
        cursor,
        fontFamily,
        fontSize,
        fontWeight,
        pointerEvents,
        textTransform,
        visibility,
      ].join(' ')
    })
  })

test('a page that styles everything changes nothing in it', async ({ open, page }) => {
  await open('classic')
  await page.addStyleTag({ content: 'body { margin: 0 }' })
  await expect(button(page, 'Connect GitHub')).toBeVisible()
  const expected = await looks(page)
  await open('hostile')
  await expect(button(page, 'Connect GitHub')).toBeVisible()
  expect(await looks(page)).toEqual(expected)
  await connectIn(page, page)
  await expect(row(page, 'GitHub')).toContainText('octocat')
})

/** What is cut off at a side, or a name of which a line is a part of a word. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.locator('pipes-widget').evaluate((widget) => {
    const all = Array.from(widget.shadowRoot?.querySelectorAll('li *') ?? [])
    const isOut = (element: Element): boolean => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 0 && (left < -0.5 || right > innerWidth + 0.5)
    }
    const isBroken = (element: Element): boolean =>
      element.matches('.name bdi') &&
      element.getClientRects().length > (element.textContent ?? '').split(' ').length
    const isShortened = (element: Element): boolean =>
      element.matches('.description') && element.scrollHeight > element.clientHeight + 1
    return all
      .filter((element) => isOut(element) || isBroken(element) || isShortened(element))
      .filter((element) => !element.matches('.unseen'))
      .map(({ className, textContent }) => `${className} ${textContent}`)
  })

test('280 pixels, text of twice the size, and right to left: nothing is cut off', async ({
  open,
  page,
}) => {
  for (const name of ['classic', 'rtl']) {
    await page.setViewportSize({ width: 280, height: 800 })
    await open(name)
    const label = name === 'rtl' ? /^ربط .*GitHub/ : 'Connect GitHub'
    await expect(page.getByRole('button', { name: label })).toBeVisible()
    expect(await cutOff(page)).toEqual([])
    await page.addStyleTag({ content: 'html { font-size: 200% }' })
    for (const width of [360, 640]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await cutOff(page)).toEqual([])
    }
  }
})

test('forced colours give each button an outline; who wants less motion has none', async ({
  open,
  page,
  user,
  world,
}) => {
  await connectByHttp(world.pipes, 'github', user, { account: 'octocat' })
  // To Firefox its configuration says both.
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await open('classic')
  const quiet = button(page, 'Disconnect GitHub')
  await expect(quiet).toBeVisible()
  const media = '(forced-colors: active) and (prefers-reduced-motion: reduce)'
  expect(await page.evaluate((query) => matchMedia(query).matches, media)).toBe(true)
  // A fill is taken away here, and what is connected looked like what is not.
  const dot = page.locator('.on .dot')
  expect(await dot.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe('4px')
  const outline = await quiet.evaluate((element) => getComputedStyle(element).borderTopColor)
  expect(outline).toMatch(/^rgb\(/)
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})
