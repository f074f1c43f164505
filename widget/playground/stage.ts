/**
 * Puts an element, as it is embedded, into one of the states of the tests' fixtures: the Worker's answers are canned, its
 * windows only pretend, and buttons are pressed until the state is reached.
 */
import { pause } from '../browser/pause.ts'
import type { Language } from '../i18n/languages.ts'
import { createFakeSurroundings, type FakeSurroundings } from '../test/fake-surroundings.ts'
import { API_ORIGIN } from '../test/fixtures.ts'
import { adminExhibit } from './admin-exhibit.ts'
import { find } from './elements.ts'
import type { Exhibit, OnStage, Staged, Steps } from './exhibit.ts'
import { widgetExhibit } from './widget-exhibit.ts'

export const EXHIBITS: readonly Exhibit[] = [widgetExhibit, adminExhibit]

/** The first one where there is none of this name. */
export const exhibitNamed = (tagName: string): Exhibit =>
  EXHIBITS.find((one) => one.tagName === tagName) ?? widgetExhibit

/** How long a button may let wait for itself. */
const PATIENCE_MS = 5000

/** Puts it in place of what is there. */
export const stage = ({ tagName, make }: Exhibit, view: string): Staged => {
  const staged = make(view, around)
  const Element = customElements.get(tagName) as
    | (new (around: FakeSurroundings) => OnStage)
    | undefined
  if (Element === undefined) throw new Error(`The script of <${tagName}> is not there.`)
  const element = new Element(staged.surroundings)
  element.apiUrl = location.origin
  element.sessionUrl = '/session'
  find('stage').replaceChildren(element)
  return { ...staged, element }
}

/** The clock and the languages are the browser's own. */
const around = (fetch: typeof globalThis.fetch): FakeSurroundings => ({
  ...createFakeSurroundings(here(fetch)),
  now: () => Date.now(),
  languages: () => navigator.languages,
  pause,
})

/** The fixtures are of a Worker elsewhere; icons, and addresses in texts, are of this one, and faces lie beside the page. */
const here =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  async (input, init) => {
    const address = String(input instanceof Request ? input.url : input)
    const answer = await fetch(address.replace(location.origin, API_ORIGIN), init)
    const body = (await answer.text())
      .replaceAll(API_ORIGIN, location.origin)
      .replaceAll(/\/account-pictures\/(\d+)/g, '/playground/face-$1.svg')
    return new Response(body, { status: answer.status })
  }

/** Presses and types what leads to the state, until it shows. */
export const lead = async (
  { element }: Staged,
  { inLanguage, stepsTo }: Exhibit,
  view: string,
  language: Language,
): Promise<void> => {
  const { press = [], shows, submit, toggle = [], type = {} }: Steps = stepsTo(view)
  const say = (english: string): string => inLanguage(english, language)
  for (const name of press) (await control(element, 'button', say(name))).click()
  for (const [label, text] of Object.entries(type)) {
    const input = (await control(element, 'input', say(label))) as HTMLInputElement
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  for (const value of toggle) (await control(element, '[type=checkbox]', value)).click()
  if (submit !== undefined) (await control(element, 'dialog button', say(submit))).click()
  await until(element, say(shows), () => element.shadowRoot?.textContent?.includes(say(shows)))
}

/** A box has its value among its words; what is pressed or typed in has no others. */
const control = (element: OnStage, selector: string, name: string): Promise<HTMLElement> =>
  until(element, name, () => {
    const all = element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []
    return [...all].find((one) =>
      one.matches('[type=checkbox]') ? nameOf(one).split(' ').includes(name) : nameOf(one) === name,
    )
  })

/** What is looked for at each frame; an element that is gone from the stage shows nothing any more. */
const until = async <T>(element: OnStage, what: string, look: () => T): Promise<NonNullable<T>> => {
  const end = performance.now() + PATIENCE_MS
  while (performance.now() < end && element.isConnected) {
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
