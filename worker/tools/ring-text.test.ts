import { expect, test } from 'vitest'
import { activateKey, addKey, removeKey, ringOf } from './ring-text.ts'

const ring = { active: 'k1', keys: { k1: 'old', k2: 'new' } }

test('a key is added, activated, and the old one taken out', () => {
  const added = addKey({ active: 'k1', keys: { k1: 'old' } }, 'k2', 'new')
  expect(added).toEqual(ring)
  expect(removeKey(activateKey(added, 'k2'), 'k1')).toEqual({ active: 'k2', keys: { k2: 'new' } })
})

test.for([
  ['an id that is taken', () => addKey(ring, 'k2', 'other'), /already/],
  ['an id that is none', () => addKey(ring, '../k3', 'other'), /no id/],
  ['a key that is not there', () => activateKey(ring, 'k3'), /no key "k3"/],
  ['a name that every object has', () => activateKey(ring, 'constructor'), /no key/],
  ['the active key', () => removeKey(ring, 'k1'), /is the active key/],
  ['to take out what is not there', () => removeKey(ring, 'k3'), /no key "k3"/],
] as const)('refused: %s', ([, step, words]) => {
  expect(step).toThrow(words)
})

test.for(['', '{', '[]', 'null', '{"active":"k1"}', '{"active":"k2","keys":{"k1":"x"}}'])(
  'no ring: %s',
  (text) => {
    expect(() => ringOf(text)).toThrow('The file is no ring')
  },
)

test('a ring is read as it was written', () => {
  expect(ringOf(JSON.stringify(ring))).toEqual(ring)
})
