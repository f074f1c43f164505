import { beforeEach, expect, test, vi } from 'vitest'
import { languageAt, watchLanguage } from './page-language.ts'

beforeEach(() => {
  document.documentElement.removeAttribute('lang')
  document.body.replaceChildren()
})

/** An element in the shadow of another one in the shadow of a third, each on the page like `<section>`. */
const nested = () => {
  const outer = document.createElement('section')
  document.body.append(outer)
  const middle = document.createElement('section')
  outer.attachShadow({ mode: 'closed' }).append(middle)
  const inner = document.createElement('p')
  middle.attachShadow({ mode: 'open' }).append(inner)
  return { outer, middle, inner }
}

test('the nearest language holds, through shadow roots', () => {
  const { outer, middle, inner } = nested()
  expect(languageAt(inner)).toBeNull()
  const said: (string | null)[] = []
  for (const [element, lang] of [
    [document.documentElement, 'fr'],
    [outer, 'de'],
    [middle, 'ja'],
    [inner, 'he'],
  ] as const) {
    element.lang = lang
    said.push(languageAt(inner))
  }
  expect(said).toEqual(['fr', 'de', 'ja', 'he'])
})

test('an empty one says that it is not known, whatever is around it', () => {
  const { middle, inner } = nested()
  document.documentElement.lang = 'fr'
  middle.lang = ''
  expect(languageAt(inner)).toBeNull()
})

test('a change is told wherever it is, until the watch is over', async () => {
  const { outer, middle, inner } = nested()
  const told = vi.fn()
  const watch = new AbortController()
  watchLanguage(inner, watch.signal, told)
  let times = 0
  for (const element of [document.documentElement, outer, middle, inner]) {
    element.lang = 'de'
    times += 1
    await expect.poll(() => told.mock.calls).toHaveLength(times)
  }
  watch.abort()
  inner.lang = 'fr'
  await Promise.resolve()
  expect(told).toHaveBeenCalledTimes(times)
})
