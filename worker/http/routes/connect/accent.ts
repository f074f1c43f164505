/**
 * An operator's colour on our pages. What is read keeps a contrast of 4.5:1 on it, and what has to be
 * seen 3:1 beside it (WCAG 2.2, 1.4.3 and 1.4.11), whichever colour it is, light and dark; else the
 * page's own ink stands in.
 */

/** As in `page-style.ts`: what the accent stands on. */
const CARD = { light: '#ffffff', dark: '#18191b' } as const

const SEEN = 3

/** @param accent `#rrggbb`; anything else gives no theme, for it becomes part of a style sheet */
export function themeOf(accent: string | undefined): string {
  if (accent === undefined || !/^#[0-9a-f]{6}$/i.test(accent)) return ''
  // The better of these two is never below 4.58:1.
  const isDark = contrast(accent, '#ffffff') >= contrast(accent, '#000000')
  const [text, shade] = isDark ? ['#fff', 'rgb(0 0 0/.1)'] : ['#000', 'rgb(255 255 255/.2)']
  const isSeen = (card: string): boolean => contrast(accent, card) >= SEEN
  const pick = (seen: string, hidden: string): string =>
    `light-dark(${isSeen(CARD.light) ? seen : hidden},${isSeen(CARD.dark) ? seen : hidden})`
  return [
    `:root{--accent:${accent};--on-accent:${text};--shade:${shade}`,
    `--seen:${pick(accent, 'var(--ink)')};--edge:${pick('transparent', 'var(--soft)')}}`,
  ].join(';')
}

/** WCAG 2.2, “contrast ratio”: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
