import { describe, expect, test } from 'vitest'
import { fieldsOf, type ConfigField } from './config-fields.ts'

const read = (row: object): readonly ConfigField[] => fieldsOf({ raw: { slug: 's', ...row } })
const field = (key: string, more: object = {}) => ({
  key,
  label: key,
  required: true,
  scope: 'installation',
  ...more,
})

describe('the fields', () => {
  const keys = (configFields: readonly object[], config: object = {}): readonly string[] =>
    read({ configFields, config }).map(({ key }) => key)

  test('are those of the connection that are not answered yet, lowest order first', () => {
    const fields = [
      field('c', { order: 2 }),
      field('a', { order: 1 }),
      field('b'),
      field('pinned'),
      field('empty', { order: 3 }),
      field('operator', { scope: 'integration' }),
    ]
    expect(keys(fields, { pinned: 'x', empty: '' })).toEqual(['b', 'a', 'c', 'empty'])
  })

  test.each([
    ['[a-z]+', undefined, 'abc', true],
    ['[a-z]+', undefined, 'abc1', false],
    ['a|b', undefined, 'ab', false],
    ['[a-z]+', 'i', 'ABC', true],
    ['(((', undefined, 'anything', undefined],
    ['a', 'no such flags', 'anything', undefined],
    [undefined, undefined, 'anything', undefined],
  ])('the pattern %j with flags %j and %j: %j', (pattern, patternFlags, value, matches) => {
    const [only] = read({ configFields: [field('k', { pattern, patternFlags })] })
    expect(only?.pattern?.test(value)).toBe(matches)
  })

  test('a pattern answers the same twice, whatever its flags', () => {
    const [only] = read({ configFields: [field('k', { pattern: 'a', patternFlags: 'gy' })] })
    expect([only?.pattern?.test('a'), only?.pattern?.test('a')]).toEqual([true, true])
  })
})
