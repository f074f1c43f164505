/** Puts a widget with a fake API and a fake browser into the document. */
import { expect } from 'vitest'
import type { Locator } from 'vitest/browser'
import '../pipes-widget/pipes-widget.define.ts'
import { PipesWidget } from '../pipes-widget/pipes-widget.ts'
import { createFakeApi, type FakeApi } from './fake-api.ts'
import { createFakeSurroundings, type FakeSurroundings } from './fake-surroundings.ts'
import { API_ORIGIN } from './fixtures.ts'

export type Mounted = {
  readonly widget: PipesWidget
  readonly api: FakeApi
  readonly browser: FakeSurroundings
  /** What happens to the user, as the page hears it. */
  readonly events: Event[]
}

const EVENTS = ['pipes-connected', 'pipes-disconnected', 'pipes-error', 'pipes-session-expired']

/** @param prepare called before the widget is in the document */
export const mount = (prepare: (mounted: Mounted) => void = () => {}): Mounted => {
  document.body.replaceChildren()
  document.documentElement.lang = 'en'
  const api = createFakeApi()
  const browser = createFakeSurroundings(api.fetch)
  const widget = new PipesWidget(browser)
  widget.apiUrl = API_ORIGIN
  widget.sessionUrl = '/session'
  const main = document.createElement('main')
  main.append(widget)
  const events: Event[] = []
  for (const name of EVENTS) main.addEventListener(name, (event) => events.push(event))
  const mounted = { widget, api, browser, events }
  prepare(mounted)
  document.body.append(main)
  return mounted
}

/** What the user reads in a provider's row, from its beginning. */
export const rowText = (widget: PipesWidget, slug: string): string =>
  (widget.shadowRoot?.querySelector(`[data-slug="${slug}"]`)?.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim()

/** `document.activeElement` sees no further than the widget itself. */
export const expectFocus = async (wanted: Locator): Promise<void> => {
  await expect
    .poll(() => document.activeElement?.shadowRoot?.activeElement)
    .toBe(await wanted.findElement())
}
