import { expect, test } from 'vitest'
import { createBoundedMap } from './bounded-map.ts'

test('a full map forgets its oldest entry and no other', () => {
  const map = createBoundedMap<number>(2)
  map.set('a', 1)
  map.set('b', 2)
  map.set('c', 3)
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([undefined, 2, 3])
})
