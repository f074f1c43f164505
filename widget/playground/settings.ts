/** What is set, kept in the address, so that a state can be linked to and is there after a reload. */
import type { ElementDeclaration } from '../tools/manifest-schema.ts'

export type Settings = {
  /** The name of its tag. */
  element: string
  view: string
  /** Of the stage, in pixels; '' = as wide as there is room. */
  width: string
  scheme: string
  /** By attribute; an empty one is not set. */
  attributes: Map<string, string>
  /** By CSS property. */
  readonly styles: Map<string, string>
}

/** What another element has as well stays as it is. */
export const changeElement = (settings: Settings, { tagName, attributes }: ElementDeclaration) => {
  settings.element = tagName
  settings.view = 'list'
  const known = new Set(attributes.map(({ name }) => name))
  settings.attributes = new Map([...settings.attributes].filter(([name]) => known.has(name)))
}

const ATTRIBUTE = 'attr-'

export const readSettings = (address: string): Settings => {
  const query = new URL(address).searchParams
  const attributes = new Map<string, string>()
  const styles = new Map<string, string>()
  for (const [name, value] of query) {
    if (name.startsWith(ATTRIBUTE)) attributes.set(name.slice(ATTRIBUTE.length), value)
    if (name.startsWith('--pipes-')) styles.set(name, value)
  }
  return {
    element: query.get('element') ?? 'pipes-widget',
    view: query.get('view') ?? 'list',
    width: query.get('width') ?? '',
    scheme: query.get('scheme') ?? '',
    attributes,
    styles,
  }
}

export const writeSettings = (settings: Settings): string => {
  const { attributes, element, scheme, styles, view, width } = settings
  const query = new URLSearchParams()
  const put = (name: string, value: string): void => {
    if (value !== '') query.set(name, value)
  }
  if (element !== 'pipes-widget') put('element', element)
  put('view', view)
  put('width', width)
  put('scheme', scheme)
  for (const [name, value] of attributes) put(ATTRIBUTE + name, value)
  for (const [name, value] of styles) put(name, value)
  return `?${query}`
}
