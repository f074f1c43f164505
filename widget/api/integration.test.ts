import { describe, expect, test } from 'vitest'
import { integrationOf, methodsNow, needsForm, type Integration } from './integration.ts'

const read = (row: object): Integration => {
  const integration = integrationOf({ slug: 's', name: 'S', ...row }, 'https://pipes.example')
  if (integration === null) throw new Error('not read')
  return integration
}
const field = (key: string, more: object = {}) => ({
  key,
  label: key,
  required: true,
  scope: 'installation',
  ...more,
})

describe('the ways to connect', () => {
  test.each([
    [['oauth'], ['oauth'], false],
    [['api_key', 'oauth'], ['oauth', 'api_key'], true],
    [['client_credentials'], ['client_credentials'], true],
    [undefined, ['oauth'], false],
    [[], ['oauth'], false],
    [['a_new_one'], ['oauth'], false],
    [['a_new_one', 'api_key'], ['api_key'], true],
  ])('%j are read as %j; a form: %j', (authMethods, methods, isForm) => {
    const integration = read({ authMethods })
    expect(integration.methods).toEqual(methods)
    expect(needsForm(integration)).toBe(isForm)
  })

  test('an account keeps its way, unless there is that way no more', () => {
    const installation = { id: 'di_1', auth_method: 'oauth' }
    expect(methodsNow(read({ authMethods: ['oauth', 'api_key'], installation }))).toEqual(['oauth'])
    expect(methodsNow(read({ authMethods: ['api_key'], installation }))).toEqual(['api_key'])
  })
})

describe('the fields', () => {
  const keys = (configFields: readonly object[], config: object = {}): readonly string[] =>
    read({ configFields, config }).fields.map(({ key }) => key)

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
    const [only] = read({ configFields: [field('k', { pattern, patternFlags })] }).fields
    expect(only?.pattern?.test(value)).toBe(matches)
  })

  test('a pattern answers the same twice, whatever its flags', () => {
    const [only] = read({ configFields: [field('k', { pattern: 'a', patternFlags: 'gy' })] }).fields
    expect([only?.pattern?.test('a'), only?.pattern?.test('a')]).toEqual([true, true])
  })
})
