import { expect, test } from 'vitest'
import { isCheap } from './pattern-cost.ts'

test.each([
  '',
  '[a-z]{2}[0-9]',
  '[a-z0-9][a-z0-9-]*',
  // The dot decides.
  '[a-z0-9-]+(?:\\.[a-z0-9-]+)?(?:\\.[a-z0-9-]+)?',
  'common|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z0-9-]{0,61}(?:\\.[a-z0-9-]{1,63}){1,4}',
  'accounts\\.zoho\\.(?:com|eu)',
  '[^\\s/]+',
  'a*?b',
])('%j is tried in time', (pattern) => {
  expect(isCheap(pattern)).toBe(true)
})

test.each([
  // Each doubles the ways.
  'a?'.repeat(30) + 'a'.repeat(30),
  '(?:a|a)'.repeat(30),
  '(?:a|ab)(?:b|bc)'.repeat(12),
  // Each multiplies them by the length.
  '[a-z]*[a-z]*[a-z]*[a-z]*',
  '[a-z]{1,63}'.repeat(5),
  'é*ü*é*ü*',
  // Each blank beyond ASCII is one of both.
  '\\s+\u00a0+'.repeat(4),
  '[\\s]+[\u3000]+'.repeat(4),
  // A group that repeats itself.
  '(?:a*)*',
  '(?:a|b)+',
  '(?:a{1,9}){3,}',
  // So deep that counting would be the slow part.
  '(?:(?:(?:(?:(?:a{0,9}){10}){10}){10}){10}){10}',
  // What we do not read.
  '(?=a)',
  '(?<=a)b',
  '(a)\\1',
  '(?<name>a)',
  '\\p{L}+',
  '\\bword',
  '^a$',
  '[a',
  '(a',
  'a)',
  '*a',
  'a{2,1}{3}',
])('%j is not', (pattern) => {
  expect(isCheap(pattern)).toBe(false)
})

test('the dearest that is taken answers, where without the rule nobody would wait for it', () => {
  const pattern = '[a-z]*[a-z]*[a-z]*'
  expect(isCheap(pattern)).toBe(true)
  expect(new RegExp(`^(?:${pattern})$`, 'u').test(`${'a'.repeat(254)}!`)).toBe(false)
})
