/** A drawing of an icon collection as a file of `providers/icons/`: square, small, and without anything that runs or loads. */

/** `icons.json` of a package of `@iconify-json`. */
export type Collection = {
  readonly width?: number
  readonly height?: number
  readonly icons: Readonly<
    Record<string, { readonly body: string; readonly width?: number; readonly height?: number }>
  >
}

const GREY = '#6b7280'
const MAX_LENGTH = 4096
const FORBIDDEN =
  /<(?:script|style|image|foreignObject|!|\?)|\son\w+=|\sstyle=|data:|javascript:|(?:href|src)="(?!#)|url\((?!#)/i

/**
 * @param onDisc for dark marks: a white disc behind, so that they show on dark pages as well
 * @returns the file's text, or why there is none
 */
export function iconFile(
  collection: Collection,
  name: string,
  onDisc: boolean,
): { readonly svg: string } | { readonly problem: string } {
  const icon = Object.hasOwn(collection.icons, name) ? collection.icons[name] : undefined
  if (icon === undefined) return { problem: `The collection has no ${name}.` }
  if (FORBIDDEN.test(icon.body)) return { problem: `${name} runs or loads something.` }
  const width = icon.width ?? collection.width ?? 16
  const height = icon.height ?? collection.height ?? 16
  // A disc goes around the corners of the mark; without one a little air is enough.
  const side = Math.max(width, height) * (onDisc ? 1.5 : 1.08)
  const box = [(width - side) / 2, (height - side) / 2, side, side].map(short).join(' ')
  const disc = onDisc
    ? `<circle cx="${short(width / 2)}" cy="${short(height / 2)}" r="${short(side / 2)}" fill="#fff"/>`
    : ''
  const body = shortIds(icon.body.replaceAll('currentColor', GREY).replaceAll('xlink:href', 'href'))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${disc}${body}</svg>\n`
  return svg.length < MAX_LENGTH ? { svg } : { problem: `${name} has ${svg.length} characters.` }
}

const short = (value: number): string => String(Math.round(value * 100) / 100)

function shortIds(body: string): string {
  const ids = [...new Set(Array.from(body.matchAll(/\bid="([^"]+)"/g), ([, id = '']) => id))]
  return ids.reduce((text, id, place) => {
    const name = `i${place}`
    return text
      .replaceAll(`id="${id}"`, `id="${name}"`)
      .replaceAll(`url(#${id})`, `url(#${name})`)
      .replaceAll(`href="#${id}"`, `href="#${name}"`)
  }, body)
}
