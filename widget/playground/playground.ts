/**
 * The playground: our elements in every state, with answers that nobody gave. Under the strictest policy of any page of ours,
 * and it calls nobody. `?bare` leaves the stage alone, for the pictures of `flows/visual.spec.ts`.
 */
import { lookUp } from '../i18n/languages.ts'
import type { ElementDeclaration } from '../tools/manifest-schema.ts'
import { drawControls } from './controls.ts'
import { find } from './elements.ts'
import { logEvents } from './event-log.ts'
import type { Staged } from './exhibit.ts'
import { changeElement, readSettings, writeSettings } from './settings.ts'
import { snippet } from './snippet.ts'
import { EXHIBITS, exhibitNamed, lead, stage } from './stage.ts'

const settings = readSettings(location.href)
const isBare = new URL(location.href).searchParams.has('bare')
const page = document.documentElement
page.toggleAttribute('data-bare', isBare)
let staged: Staged

/** Attributes, styles, width: what changes while the state stays. */
const look = (): void => {
  const { element } = staged
  for (const [name, value] of settings.attributes) {
    if (value === '') element.removeAttribute(name)
    else element.setAttribute(name, value === 'true' ? '' : value)
  }
  for (const [name, value] of settings.styles) element.style.setProperty(name, value)
  element.style.width = settings.width === '' ? '' : `${settings.width}px`
  page.style.colorScheme = settings.scheme
  find('code').textContent = snippet(location.origin, settings)
  if (!isBare) history.replaceState(null, '', writeSettings(settings))
}

const state = async (): Promise<void> => {
  const exhibit = exhibitNamed(settings.element)
  const { view } = settings
  delete page.dataset['reached']
  staged = stage(exhibit, view)
  look()
  const mine = staged
  const language = lookUp(settings.attributes.get('lang') || 'en') ?? 'en'
  await lead(mine, exhibit, view, language)
  if (mine === staged) page.dataset['reached'] = view
}

const elements = (await (await fetch('/playground/manifest.json')).json()) as ElementDeclaration[]
const declarationOf = (tagName: string): ElementDeclaration => {
  const found = elements.find((one) => one.tagName === exhibitNamed(tagName).tagName)
  if (found === undefined) throw new Error(`Nothing is known of <${tagName}>.`)
  return found
}

const controls = (): void =>
  drawControls(declarationOf(settings.element), settings, {
    element(tagName) {
      changeElement(settings, declarationOf(tagName))
      controls()
      // What was chosen from was drawn anew.
      find('element').focus()
      void state()
    },
    look,
    state: () => void state(),
    staged: () => staged,
  })

logEvents(find('stage'), new Set(elements.flatMap(({ events }) => events.map(({ name }) => name))))
controls()
find('copy').addEventListener('click', () => {
  void navigator.clipboard.writeText(find('code').textContent ?? '')
})
await Promise.all(EXHIBITS.map(({ tagName }) => customElements.whenDefined(tagName)))
await state()
