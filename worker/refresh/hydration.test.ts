/** What an object takes over from D1, beside what it knows itself. */
import { expect, test } from 'vitest'
import type { AccountRecord } from '../domain/grant.ts'
import type { AccountRecords } from '../storage/object/account-records.ts'
import { record } from '../test/records.ts'
import { addUnknown, holds } from './hydration.ts'

const whose = { reference: record().reference, slug: record().slug }

const recordsWith = (...held: readonly AccountRecord[]): AccountRecords => {
  const known = new Map(held.map((one) => [one.accountId, one]))
  const live = () => [...known.values()].filter(({ status }) => status !== 'disconnected')
  return {
    all: () => [...known.values()],
    get: (id) => known.get(id),
    live,
    usual: () => live().find(({ role, preferred }) => preferred || role === 'compatibility'),
    compatibility: () => live().find(({ role }) => role === 'compatibility'),
    put: (one) => void known.set(one.accountId, one),
    remove: (id) => void known.delete(id),
    hasUnknownVersion: () => false,
  }
}

const ids = (records: AccountRecords): string[] => records.all().map(({ accountId }) => accountId)

test('what is here stays as it is, a tombstone too', () => {
  const ended = record({ accountId: 'a', status: 'disconnected', credential: null })
  const records = recordsWith(ended)
  addUnknown(records, [record({ accountId: 'a' }), record({ accountId: 'b', role: 'standard' })])
  expect(ids(records)).toEqual(['a', 'b'])
  expect(records.get('a')).toBe(ended)
})

test('a slot that is held is not given twice, whatever D1 remembers', () => {
  const records = recordsWith(record({ accountId: 'a' }))
  addUnknown(records, [record({ accountId: 'b' }), record({ accountId: 'c', role: 'standard' })])
  expect(ids(records)).toEqual(['a', 'c'])
})

test('D1 is asked by an object that has nothing, and for a connection that was never here', () => {
  expect(holds(recordsWith(), whose)).toBe(false)
  const records = recordsWith(record({ accountId: 'a', status: 'disconnected' }))
  expect(holds(records, whose)).toBe(true)
  expect(holds(records, { ...whose, accountId: 'a' })).toBe(true)
  expect(holds(records, { ...whose, accountId: 'b' })).toBe(false)
})

test('what its owner chose is chosen here, too, unless another one has been since', () => {
  const chosen = record({ accountId: 'b', role: 'standard', preferred: true })
  const empty = recordsWith(record({ accountId: 'a' }))
  addUnknown(empty, [chosen])
  expect(empty.get('b')?.preferred).toBe(true)
  const held = recordsWith(record({ accountId: 'a', preferred: true }))
  addUnknown(held, [chosen])
  // A step further, so that D1 is told.
  expect(held.get('b')).toMatchObject({ preferred: false, sequence: chosen.sequence + 1 })
})
