/** Which of several connections is meant: contract §5.9, rule by rule. */
import { expect, test } from 'vitest'
import { selectConnection, selectForUse, successorOf, type Selection } from './connections.ts'
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

const chosen = { ...second, preferred: true }

test.each<[string, Selection, string]>([
  ['what is chosen, to whoever knows of one', {}, 'b'],
  ['what is chosen, to whoever knows of several', { plural: true }, 'b'],
  ['but an id names exactly that one', { accountId: 'a' }, 'a'],
  ['and one that is not there is none', { accountId: 'c', plural: true }, 'none'],
])('to be used: %s', (_, selection, expected) => {
  const found = selectForUse([first, chosen], ({ id }) => id, selection)
  expect(found.kind === 'one' ? found.connection.id : found.kind).toBe(expected)
})

test('where nothing is chosen, to use one is as to read it; and a choice means nothing to who reads', () => {
  const read = selectConnection([first, chosen], ({ id }) => id, { plural: true })
  expect(read.kind).toBe('several')
  expect(selectForUse([first, second], ({ id }) => id, { plural: true }).kind).toBe('several')
})

test('the next one is the one that was connected last', () => {
  const made = (id: string, createdAt: number, grantedAt = 0) => ({ id, createdAt, grantedAt })
  expect(successorOf([made('a', 1, 9), made('b', 3), made('c', 2)])?.id).toBe('b')
  expect(successorOf([made('a', 1, 2), made('b', 1, 3)])?.id).toBe('b')
  expect(successorOf([])).toBeUndefined()
})
