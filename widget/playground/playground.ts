/**
 * The playground: the widget in every state, with answers that nobody gave. Under the strictest policy of any page of ours,
 * and it calls nobody. `?bare` leaves the stage alone, for the pictures of `flows/visual.spec.ts`.
 */
import { lookUp } from '../i18n/languages.ts'
import type { ElementDeclaration } from '../tools/manifest-schema.ts'
import { drawControls } from './controls.ts'
import { find } from './elements.ts'
import { logEvents } from './event-log.ts'
import { readSettings, writeSettings } from './settings.ts'
import { snippet } from './snippet.ts'
import { lead, stage, viewNamed, type Staged } from './stage.ts'

const settings = readSettings(location.href)
const isBare = new URL(location.href).searchParams.has('bare')
const page = document.documentElement
page.toggleAttribute('data-bare', isBare)
let staged: Staged

/** Attributes, styles, width: what changes while the state stays. */
const look = (): void => {
  const { widget } = staged
  for (const [name, value] of settings.attributes) {
    if (value === '') widget.removeAttribute(name)
    else widget.setAttribute(name, value === 'true' ? '' : value)
  }
  for (const [name, value] of settings.styles) widget.style.setProperty(name, value)
  widget.style.width = settings.width === '' ? '' : `${settings.width}px`
  page.style.colorScheme = settings.scheme
  find('code').textContent = snippet(location.origin, settings)
  if (!isBare) history.replaceState(null, '', writeSettings(settings))
}

const state = async (): Promise<void> => {
  const view = viewNamed(settings.view)
  delete page.dataset['reached']
  staged = stage(find('stage'), view)
  look()
  const mine = staged
  await lead(mine, view, lookUp(settings.attributes.get('lang') || 'en') ?? 'en')
  if (mine === staged) page.dataset['reached'] = view.name
}

const element = (await (await fetch('/playground/manifest.json')).json()) as ElementDeclaration
logEvents(
  find('stage'),
  element.events.map(({ name }) => name),
)
drawControls(element, settings, { look, state: () => void state() }, () => staged)
find('copy').addEventListener('click', () => {
  void navigator.clipboard.writeText(find('code').textContent ?? '')
})
await state()
