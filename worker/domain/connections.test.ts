/** Which of several connections is meant: contract §5.9, rule by rule. */
import { expect, test } from 'vitest'
import { selectConnection, type Selection } from './connections.ts'
import type { ConnectionRole } from './integration.ts'

const named = (id: string, role: ConnectionRole = 'standard') => ({ id, role })
const first = named('a', 'compatibility')
const second = named('b')

const meant = (live: readonly ReturnType<typeof named>[], selection: Selection): string => {
  const found = selectConnection(live, ({ id }) => id, selection)
  return found.kind === 'one' ? found.connection.id : found.kind
}

test.each<[string, readonly ReturnType<typeof named>[], Selection, string]>([
  ['no flag: the compatibility one', [first, second], {}, 'a'],
  ['no flag, and the flag as false', [second, first], { plural: false }, 'a'],
  ['no flag, and an empty slot: none, though there are others', [second], {}, 'none'],
  ['the flag and one: that one, whatever its role', [second], { plural: true }, 'b'],
  ['the flag and several: the caller has to say', [first, second], { plural: true }, 'several'],
  ['the flag and nothing', [], { plural: true }, 'none'],
  ['an id: exactly that one', [first, second], { accountId: 'b' }, 'b'],
  ['an id beside the flag', [first, second], { accountId: 'b', plural: true }, 'b'],
  ['an id that is not there, beside one that is', [first], { accountId: 'b' }, 'none'],
  ['an empty id', [first], { accountId: '', plural: true }, 'none'],
])('%s', (_, live, selection, expected) => {
  expect(meant(live, selection)).toBe(expected)
})
