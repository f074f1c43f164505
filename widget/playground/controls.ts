/** The controls beside the stage. What can be set is what the element's manifest names. */
import type { ElementDeclaration } from '../tools/manifest-schema.ts'
import { LANGUAGES } from '../i18n/languages.ts'
import { button, find, labelled, make, select } from './elements.ts'
import type { Settings } from './settings.ts'
import type { Staged } from './exhibit.ts'
import { EXHIBITS, exhibitNamed } from './stage.ts'

/** The page decides them. */
const NOT_HERE = new Set(['session-url', 'api-url'])
const AS_IT_IS = ['', 'default'] as const

type Page = {
  /** Another element is wanted. */
  readonly element: (tagName: string) => void
  /** It has to be made anew. */
  readonly state: () => void
  /** It has to be looked after only. */
  readonly look: () => void
  /** What is there now. */
  readonly staged: () => Staged
}

export const drawControls = (
  element: ElementDeclaration,
  settings: Settings,
  { look, staged, ...changed }: Page,
): void => {
  find('controls').replaceChildren(
    group(
      'State',
      labelled(
        'Element',
        Object.assign(
          select(pairs(EXHIBITS.map(({ tagName }) => tagName)), element.tagName, changed.element),
          { id: 'element' },
        ),
      ),
      labelled(
        'State',
        select(pairs(exhibitNamed(element.tagName).views), settings.view, (value) => {
          settings.view = value
          changed.state()
        }),
      ),
      buttons(
        ['Provider says yes', () => staged().settle(true)],
        ['Provider says no', () => staged().settle(false)],
        ['Session ends', () => endSession(staged())],
      ),
    ),
    group(
      'Page',
      labelled('Width', width(settings, look)),
      labelled(
        'Scheme',
        select([AS_IT_IS, ['light', 'light'], ['dark', 'dark']], settings.scheme, (value) => {
          settings.scheme = value
          look()
        }),
      ),
    ),
    group(
      'Attributes',
      ...element.attributes
        .filter(({ name }) => !NOT_HERE.has(name))
        .map(({ name, type }) => {
          const control = attribute(
            name,
            type.text,
            settings.attributes.get(name) ?? '',
            (value) => {
              settings.attributes.set(name, value)
              look()
            },
          )
          return labelled(make('code', {}, name), control)
        }),
    ),
    group(
      'Methods',
      buttons(
        ...element.members
          .filter((one) => one.kind === 'method' && one.parameters.length === 0)
          .map(({ name }) => [`${name}()`, () => call(staged(), name)] as const),
      ),
    ),
    group(
      'Style',
      make(
        'details',
        {},
        make('summary', {}, 'CSS properties'),
        ...element.cssProperties.map((property) =>
          labelled(make('code', {}, property.name), cssProperty(property, settings, look)),
        ),
      ),
    ),
  )
}

const group = (title: string, ...children: readonly HTMLElement[]): HTMLFieldSetElement =>
  make('fieldset', {}, make('legend', {}, title), ...children)

const buttons = (...all: readonly (readonly [string, () => void])[]): HTMLDivElement =>
  make('div', { className: 'buttons' }, ...all.map(([name, press]) => button(name, press)))

/** `'light'|'dark'` is a choice, `boolean` is there or not, everything else is typed. */
const attribute = (
  name: string,
  type: string,
  value: string,
  set: (value: string) => void,
): HTMLElement => {
  if (name === 'lang') return select([AS_IT_IS, ...pairs(LANGUAGES)], value, set)
  if (name === 'dir') return select([AS_IT_IS, ...pairs(['ltr', 'rtl'])], value, set)
  if (type === 'boolean') return select([AS_IT_IS, ['true', 'set']], value, set)
  const choices = Array.from(type.matchAll(/'([^']+)'/g), ([, choice = '']) => choice)
  if (choices.length > 0) return select([AS_IT_IS, ...pairs(choices)], value, set)
  return text(value, '', set)
}

const cssProperty = (
  { name, default: fallback = '' }: ElementDeclaration['cssProperties'][number],
  settings: Settings,
  changed: () => void,
): HTMLElement =>
  text(settings.styles.get(name) ?? '', fallback, (value) => {
    settings.styles.set(name, value)
    changed()
  })

const text = (
  value: string,
  placeholder: string,
  set: (value: string) => void,
): HTMLInputElement => {
  const made = make('input', { value, placeholder, spellcheck: false })
  made.addEventListener('input', () => set(made.value.trim()))
  return made
}

const width = (settings: Settings, changed: () => void): HTMLInputElement => {
  const made = make('input', { type: 'range', min: '280', max: '900', step: '4' })
  made.value = settings.width || '900'
  made.addEventListener('input', () => {
    settings.width = made.value
    changed()
  })
  return made
}

const pairs = (values: readonly string[]): readonly (readonly [string, string])[] =>
  values.map((value) => [value, value])

const endSession = ({ element, endSession: end }: Staged): void => {
  end()
  void element.refresh()
}

const call = ({ element }: Staged, name: string): void => {
  const method: unknown = Reflect.get(element, name)
  if (typeof method === 'function') void method.call(element)
}
