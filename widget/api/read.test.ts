import { describe, expect, test } from 'vitest'
import { asImageUrl, asLabel } from './read.ts'

describe('a label', () => {
  test.each([
    ['GitHub', 'GitHub'],
    ['  two\n lines ', 'two lines'],
    ['evil\u202Egnp.exe', 'evil gnp.exe'],
    ['a\u0000b', 'a b'],
    ['\u200b\u2066', null],
    ['', null],
    [12, null],
    [null, null],
    [{ toString: () => 'x' }, null],
  ])('%j is shown as %j', (given, shown) => {
    expect(asLabel(given, 40)).toBe(shown)
  })

  test('that is too long ends in an ellipsis', () => {
    expect(asLabel('x'.repeat(10_000), 10)).toBe('xxxxxxxxx…')
  })

  test('is cut between characters, never inside of one', () => {
    expect(asLabel('🦊'.repeat(20), 4)).toBe('🦊🦊🦊…')
  })
})

describe('the address of a picture', () => {
  const own = 'http://127.0.0.1:8787'
  test.each([
    ['https://pipes.example/icons/github.svg', 'https://pipes.example/icons/github.svg'],
    ['http://127.0.0.1:8787/icons/github.svg', 'http://127.0.0.1:8787/icons/github.svg'],
    ['http://pipes.example/icons/github.svg', null],
    ['javascript:alert(1)', null],
    ['data:image/svg+xml,<svg/>', null],
    ['/icons/github.svg', null],
    ['', null],
    [undefined, null],
  ])('%j becomes %j', (given, used) => {
    expect(asImageUrl(given, own)).toBe(used)
  })
})
