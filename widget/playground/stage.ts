/**
 * Puts the widget, as it is embedded, into one of the states of the tests' fixtures: the Worker's answers are canned, its
 * windows only pretend, and buttons are pressed until the state is reached.
 */
import { pause } from '../browser/pause.ts'
import type { Surroundings } from '../browser/surroundings.ts'
import type { Language } from '../i18n/languages.ts'
import type { PipesWidget } from '../pipes-widget/pipes-widget.ts'
import { createFakeApi, type FakeApi } from '../test/fake-api.ts'
import { createFakeSurroundings } from '../test/fake-surroundings.ts'
import { API_ORIGIN, views, type ViewFixture, type WireRow } from '../test/fixtures.ts'
import { formViews } from '../test/form-fixtures.ts'
import { inLanguage } from '../test/in-language.ts'
import { languageFiles } from '../test/language-files.ts'
import { moreViews } from '../test/more-fixtures.ts'

export const VIEWS: readonly ViewFixture[] = [...views, ...moreViews, ...formViews]

/** The first one where there is none of this name. */
export const viewNamed = (name: string): ViewFixture => {
  const found = VIEWS.find((view) => view.name === name) ?? VIEWS[0]
  if (found === undefined) throw new Error('There is no state to show.')
  return found
}

export type Staged = { readonly widget: PipesWidget; readonly api: FakeApi }

/** How long a button may let wait for itself. */
const PATIENCE_MS = 5000

/** @param within where it is put, in place of what is there */
export const stage = (within: Element, view: ViewFixture): Staged => {
  const list = listOf(view)
  const api = createFakeApi(list?.data ?? [])
  api.shared = list?.shared ?? null
  // A list is what the API has, and changes with what is done to it; everything else is said again and again.
  api.mine = list === null ? view.mine : undefined
  if (view.attempt) api.attempt = view.attempt
  if (view.put) api.put = view.put
  const Widget = customElements.get('pipes-widget') as
    | (new (around: Surroundings) => PipesWidget)
    | undefined
  if (Widget === undefined) throw new Error('pipes-widget.js is not there.')
  const widget = new Widget({
    ...createFakeSurroundings(here(api)),
    now: () => Date.now(),
    languages: () => navigator.languages,
    pause,
  })
  widget.apiUrl = location.origin
  widget.sessionUrl = '/session'
  within.replaceChildren(widget)
  return { widget, api }
}

const listOf = ({ mine }: ViewFixture): WireList | null =>
  mine?.status === 200 ? (mine.body as WireList) : null

type WireList = { readonly data: readonly WireRow[]; readonly shared?: FakeApi['shared'] }

/** The fixtures are of a Worker elsewhere; icons, and addresses in texts, are of this one. */
const here =
  (api: FakeApi): typeof fetch =>
  async (input, init) => {
    const address = String(input instanceof Request ? input.url : input)
    const answer = await api.fetch(address.replace(location.origin, API_ORIGIN), init)
    const body = (await answer.text()).replaceAll(API_ORIGIN, location.origin)
    return new Response(body, { status: answer.status })
  }

/** Presses and types what leads to the state, until it shows. */
export const lead = async (
  { widget }: Staged,
  { press = [], shows, submit, type = {} }: ViewFixture,
  language: Language,
): Promise<void> => {
  const say = (english: string): string =>
    language === 'en' ? english : inLanguage(english, languageFiles[language])
  for (const name of press) (await control(widget, 'button', say(name))).click()
  for (const [label, text] of Object.entries(type)) {
    const input = (await control(widget, 'input', say(label))) as HTMLInputElement
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  if (submit !== undefined) (await control(widget, 'dialog button', say(submit))).click()
  await until(widget, say(shows), () => widget.shadowRoot?.textContent?.includes(say(shows)))
}

const control = (widget: PipesWidget, selector: string, name: string): Promise<HTMLElement> =>
  until(widget, name, () => {
    const all = widget.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []
    return [...all].find((one) => nameOf(one) === name)
  })

/** What is looked for at each frame; a widget that is gone from the stage shows nothing any more. */
const until = async <T>(
  widget: PipesWidget,
  what: string,
  look: () => T,
): Promise<NonNullable<T>> => {
  const end = performance.now() + PATIENCE_MS
  while (performance.now() < end && widget.isConnected) {
    const found = look()
    if (found) return found
    await new Promise(requestAnimationFrame)
  }
  throw new Error(`“${what}” does not appear.`)
}

const nameOf = (one: HTMLElement): string => {
  const label = one instanceof HTMLInputElement ? one.labels?.[0] : one
  return (one.ariaLabel ?? label?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}
