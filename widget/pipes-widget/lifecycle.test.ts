import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { WireAnswer } from '../test/fixtures.ts'
import { mount } from '../test/mount.ts'

const button = (name: string) => page.getByRole('button', { name, exact: true })
const lists = (requests: readonly { readonly path: string }[]): number =>
  requests.filter(({ path }) => path.endsWith('/mine')).length

test('a script that is loaded twice is harmless', async () => {
  const first = (await import('./pipes-widget.ts')).PipesWidget
  await import('./pipes-widget.define.ts')
  const again = '?again'
  await import(/* @vite-ignore */ `./pipes-widget.define.ts${again}`)
  expect(customElements.get('pipes-widget')).toBe(first)
})

describe('coming back to the page', () => {
  test('reads the list again, for another tab may have changed it', async () => {
    const { api, browser } = mount()
    await expect.element(button('Connect Slack')).toBeVisible()
    browser.nowMs += 6000
    browser.document.dispatchEvent(new Event('visibilitychange'))
    await expect.poll(() => lists(api.requests)).toBe(2)
  })

  test('a moment later does not', async () => {
    const { api, browser } = mount()
    await expect.element(button('Connect Slack')).toBeVisible()
    browser.nowMs += 1000
    browser.document.dispatchEvent(new Event('visibilitychange'))
    await button('Connect Slack').click()
    await expect.element(button('Cancel connecting Slack')).toBeVisible()
    expect(lists(api.requests)).toBe(1)
  })
})

describe('an element', () => {
  test('that is moved goes on connecting', async () => {
    const { widget, api } = mount()
    await button('Connect Slack').click()
    await expect.element(button('Cancel connecting Slack')).toBeVisible()
    const elsewhere = document.createElement('section')
    document.body.append(elsewhere)
    elsewhere.append(widget)
    api.settle('pending')
    await expect.element(button('Disconnect Slack')).toBeVisible()
  })

  test('that is taken out stops asking, and closes its window', async () => {
    const { widget, api, browser } = mount()
    await button('Connect Slack').click()
    await expect.element(button('Cancel connecting Slack')).toBeVisible()
    widget.remove()
    await expect.poll(() => browser.popups[0]?.closed).toBe(true)
    const asked = api.requests.length
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    expect(api.requests).toHaveLength(asked)
  })

  test('that is put back in the middle of connecting can begin again', async () => {
    const { widget } = mount()
    await button('Connect Slack').click()
    await expect.element(button('Cancel connecting Slack')).toBeVisible()
    const main = widget.parentElement
    widget.remove()
    await Promise.resolve()
    main?.append(widget)
    await button('Connect Slack').click()
    await expect.element(button('Cancel connecting Slack')).toBeVisible()
  })

  test('that is put back while a connection is being cut shows what became of it', async () => {
    const answer = Promise.withResolvers<WireAnswer>()
    const { widget, api } = mount()
    await button('Disconnect GitHub').click()
    api.next.set('data_installation_github', answer.promise)
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
    await expect.element(page.getByText('Disconnecting…', { exact: true })).toBeVisible()
    const main = widget.parentElement
    widget.remove()
    await Promise.resolve()
    main?.append(widget)
    answer.resolve({ status: 500, body: null })
    await expect.element(button('Disconnect GitHub')).toBeVisible()
  })

  test('that is put back reads its list again', async () => {
    const { widget, api } = mount()
    await expect.element(button('Connect Slack')).toBeVisible()
    widget.remove()
    await Promise.resolve()
    document.body.append(widget)
    await expect.poll(() => lists(api.requests)).toBe(2)
  })
})
