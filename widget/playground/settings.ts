/** What is set, kept in the address, so that a state can be linked to and is there after a reload. */
export type Settings = {
  view: string
  /** Of the stage, in pixels; '' = as wide as there is room. */
  width: string
  scheme: string
  /** By attribute; an empty one is not set. */
  readonly attributes: Map<string, string>
  /** By CSS property. */
  readonly styles: Map<string, string>
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
    view: query.get('view') ?? 'list',
    width: query.get('width') ?? '',
    scheme: query.get('scheme') ?? '',
    attributes,
    styles,
  }
}

export const writeSettings = ({ attributes, styles, view, width, scheme }: Settings): string => {
  const query = new URLSearchParams()
  const put = (name: string, value: string): void => {
    if (value !== '') query.set(name, value)
  }
  put('view', view)
  put('width', width)
  put('scheme', scheme)
  for (const [name, value] of attributes) put(ATTRIBUTE + name, value)
  for (const [name, value] of styles) put(name, value)
  return `?${query}`
}
