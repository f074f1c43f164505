/** Whatever colour an operator likes: what is read can be read, and what is pressed is seen. */
import { expect, test } from 'vitest'
import { contrast, themeOf } from './accent.ts'
import { PAGE_STYLE } from './page-style.ts'

const CARD = { light: '#ffffff', dark: '#18191b' }
const INK = { light: '#1c2024', dark: '#edeef0' }

/** Every colour whose parts are multiples of 17, and the neighbours of the one at which the text turns. */
const colours = (): string[] => {
  const hex = (part: number) => part.toString(16).padStart(2, '0')
  const parts = Array.from({ length: 16 }, (_, index) => index * 17)
  const grid = parts.flatMap((r) =>
    parts.flatMap((g) => parts.map((b) => `#${hex(r)}${hex(g)}${hex(b)}`)),
  )
  const greys = Array.from({ length: 256 }, (_, index) => `#${hex(index).repeat(3)}`)
  return [...grid, ...greys]
}

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#ffffff', '#ffffff')).toBe(1)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(contrast('#ff0000', '#ffffff')).toBeCloseTo(3.998, 2)
})

test('the card and the ink are those of the page', () => {
  expect(PAGE_STYLE).toContain('--card:light-dark(#fff,#18191b)')
  expect(PAGE_STYLE).toContain(`--ink:light-dark(${INK.light},${INK.dark})`)
})

test('words on any accent have 4.5:1, and what has to be seen beside it 3:1', () => {
  for (const accent of colours()) {
    const theme = themeOf(accent)
    const [, text = ''] = /--on-accent:(#[0f]{3})/.exec(theme) ?? []
    const full = text.replace(/[0f]/g, '$&$&')
    expect([accent, contrast(accent, full) >= 4.5]).toEqual([accent, true])
    const [, light, dark] = /--seen:light-dark\(([^,]+),([^,]+?)\);/.exec(theme) ?? []
    for (const [scheme, said] of [
      ['light', light],
      ['dark', dark],
    ] as const) {
      const seen = said === 'var(--ink)' ? INK[scheme] : (said ?? '')
      expect([accent, scheme, contrast(seen, CARD[scheme]) >= 3]).toEqual([accent, scheme, true])
    }
  }
})

test('a button whose colour is that of the card has an edge', () => {
  expect(themeOf('#ffffff')).toContain('--edge:light-dark(var(--soft),transparent)')
  expect(themeOf('#18191b')).toContain('--edge:light-dark(transparent,var(--soft))')
  expect(themeOf('#777777')).toContain('--edge:light-dark(transparent,transparent)')
})

test.for([undefined, '', '#fff', 'red', '#12345678', '#123456;}', '#12345g', '#123456\n'])(
  '%j is no theme',
  (accent) => {
    expect(themeOf(accent)).toBe('')
  },
)
