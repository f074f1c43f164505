import { expect, test } from 'vitest'
import { scriptOrigin } from './script-origin.ts'

const pageWith = (...sources: readonly string[]): Document => {
  const page = document.implementation.createHTMLDocument()
  for (const src of sources) {
    const script = page.createElement('script')
    script.setAttribute('src', src)
    page.head.append(script)
  }
  return page
}

test('a module finds its own script element by its name', () => {
  const page = pageWith('https://cdn.example/app.js', 'https://pipes.example/pipes-widget.js?v=1')
  expect(scriptOrigin(page)).toBe('https://pipes.example')
})

test('one build is known by its name, too; a script of the page is not', () => {
  const page = pageWith(
    'https://cdn.example/pipes-widget-setup.js',
    'https://pipes.example/pipes-widget-521742e6fd9d4bfe.js',
  )
  expect(scriptOrigin(page)).toBe('https://pipes.example')
})

test('without such an element there is no origin', () => {
  expect(scriptOrigin(pageWith('https://cdn.example/app.js'))).toBeNull()
})

test('a classic script is asked itself', () => {
  const page = pageWith('https://other.example/pipes-widget.js')
  const script = document.createElement('script')
  script.src = 'https://pipes.example/renamed.js'
  Object.defineProperty(page, 'currentScript', { value: script })
  expect(scriptOrigin(page)).toBe('https://pipes.example')
})
