import { expect, test } from 'vitest'
import { iconFile, type Collection } from './icon.ts'

const bodies = {
  plain: '<path fill="currentColor" d="M0 0"/>',
  shaded: '<defs><linearGradient id="SVGlong"/></defs><path fill="url(#SVGlong)" d="M0 0"/>',
  runs: '<path onload="x()" d="M0 0"/>',
  loads: '<use href="https://evil.example/x.svg#a"/>',
  styled: '<path style="fill:red" d="M0 0"/>',
  scripted: '<script>x</script>',
  huge: `<path d="${'M0 0'.repeat(2000)}"/>`,
}
const COLLECTION: Collection = {
  width: 24,
  height: 12,
  icons: Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, { body }])),
}

test('a mark of one colour is grey, in a square with some air', () => {
  expect(iconFile(COLLECTION, 'plain', false)).toEqual({
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-0.96 -6.96 25.92 25.92"><path fill="#6b7280" d="M0 0"/></svg>\n',
  })
})

test('a dark mark has a disc behind', () => {
  const made = iconFile(COLLECTION, 'shaded', true)
  expect('svg' in made && made.svg).toContain('<circle cx="12" cy="6" r="18" fill="#fff"/>')
  expect('svg' in made && made.svg).toContain(
    '<linearGradient id="i0"/></defs><path fill="url(#i0)"',
  )
})

test.each(['runs', 'loads', 'styled', 'scripted', 'huge', 'nothing', 'constructor'])(
  '%s is no icon',
  (name) => {
    expect(iconFile(COLLECTION, name, false)).toHaveProperty('problem')
  },
)
