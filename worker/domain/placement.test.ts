/** Where a new grant belongs, and which is not taken at all. */
import { describe, expect, test } from 'vitest'
import { credential, lease, NOW, record } from '../test/records.ts'
import { tombstoned } from './account-record.ts'
import { MAX_CONNECTIONS } from './connections.ts'
import type { AccountRecord } from './grant.ts'
import type { InstallRequest } from './object-messages.ts'
import { placementOf } from './placement.ts'

const { reference, slug } = record()

const held = (id: string, changes: Partial<AccountRecord> = {}): AccountRecord => {
  const grantId = changes.newestGrantId ?? 'grant_5'
  return record({
    accountId: id,
    credential: credential({ grantId }),
    newestGrantId: grantId,
    ...changes,
  })
}
const first = held('a', { accountIdentifier: 'x' })
const second = held('b', { role: 'standard', accountIdentifier: 'y' })
const ended = (of: AccountRecord): AccountRecord => tombstoned(of, NOW)

const grant = (id: string, more: Partial<InstallRequest> = {}, grantId = 'grant_7') => ({
  v: 1 as const,
  reference,
  slug,
  accountId: id,
  credential: credential({ grantId }),
  clientVersionId: null,
  knownSequence: 0,
  ...more,
})
const add = { intent: 'add' } as const
const identified = (accountIdentifier: string) => ({ isIdentified: true, accountIdentifier })
const twenty = Array.from({ length: MAX_CONNECTIONS }, (_, index) =>
  held(`n${index}`, { role: index === 0 ? 'compatibility' : 'standard' }),
)

describe('without an intent, for the compatibility slot', () => {
  test.each<[string, readonly AccountRecord[], InstallRequest, object]>([
    ['the first', [], grant('n'), { kind: 'take', role: 'compatibility', previous: undefined }],
    ['the next grant of the same', [first, second], grant('a'), { kind: 'take', previous: first }],
    ['an empty slot is filled', [ended(first), second], grant('n'), { role: 'compatibility' }],
    [
      'under another id: who has the slot',
      [first, second],
      grant('n'),
      { kind: 'elsewhere', accountId: 'a' },
    ],
    ['an older grant', [first], grant('a', {}, 'grant_4'), { kind: 'superseded' }],
    [
      'one older than a tombstone',
      [ended(first)],
      grant('n', {}, 'grant_5'),
      { kind: 'superseded' },
    ],
    [
      'a newer grant of another connection makes it no older',
      [
        held('a', { newestGrantId: 'grant_1' }),
        held('b', { role: 'standard', newestGrantId: 'grant_9' }),
      ],
      grant('a'),
      { kind: 'take' },
    ],
    [
      'where nothing must be, something is',
      [first],
      grant('n', { replaces: 'nothing' }),
      { kind: 'conflict' },
    ],
    [
      'where nothing must be, only others are',
      [second],
      grant('n', { replaces: 'nothing' }),
      { kind: 'take' },
    ],
    [
      'one too many',
      twenty.slice(1).concat(held('z', { role: 'standard' })),
      grant('n'),
      { kind: 'too_many_connections' },
    ],
    ['the slot itself is never one too many', twenty, grant('n0'), { kind: 'take' }],
  ])('%s', (_, records, request, expected) => {
    expect(placementOf(records, request)).toMatchObject(expected)
  })
})

describe('one more', () => {
  test.each<[string, readonly AccountRecord[], InstallRequest, object]>([
    ['as the first of all', [], grant('n', add), { kind: 'take', role: 'compatibility' }],
    ['after the last was ended', [ended(first)], grant('n', add), { role: 'compatibility' }],
    [
      'beside another',
      [first],
      grant('n', add),
      { kind: 'take', role: 'standard', previous: undefined },
    ],
    ['beside one that is not in the slot', [second], grant('n', add), { role: 'standard' }],
    [
      'the same account at the provider',
      [first, second],
      grant('n', { ...add, ...identified('y') }),
      { kind: 'elsewhere', accountId: 'b' },
    ],
    [
      'a label that no provider has told makes no twin',
      [first, second],
      grant('n', { ...add, accountIdentifier: 'y' }),
      { kind: 'take', role: 'standard' },
    ],
    [
      'the same account, ended by a later step',
      [
        first,
        ended(held('b', { role: 'standard', accountIdentifier: 'y', newestGrantId: 'grant_9' })),
      ],
      grant('n', { ...add, ...identified('y') }),
      { kind: 'superseded' },
    ],
    ['what has been ended', [first, ended(second)], grant('b', add), { kind: 'superseded' }],
    ['what has been renewed', [first, second], grant('b', add), { kind: 'superseded' }],
    ['older than the others', [first], grant('n', add, 'grant_1'), { kind: 'take' }],
    ['one too many', twenty, grant('n', add), { kind: 'too_many_connections' }],
    ['the twentieth', twenty.slice(1), grant('n', add), { kind: 'take', role: 'standard' }],
  ])('%s', (_, records, request, expected) => {
    expect(placementOf(records, request)).toMatchObject(expected)
  })
})

describe('exactly one, anew', () => {
  const anew = { intent: 'reauthorize' } as const
  const amends = { grantId: 'grant_5', epoch: 3, keepsRefreshToken: true }
  test.each<[string, readonly AccountRecord[], InstallRequest, object]>([
    [
      'the named one',
      [first, second],
      grant('b', anew),
      { kind: 'take', previous: second, role: 'standard' },
    ],
    ['one in the slot stays there', [first, second], grant('a', anew), { role: 'compatibility' }],
    ['one that was ended', [first, ended(second)], grant('b', anew), { kind: 'account_not_found' }],
    ['one that never was', [first], grant('b', anew), { kind: 'account_not_found' }],
    [
      'the same at the provider',
      [second],
      grant('b', { ...anew, ...identified('y') }),
      { kind: 'take' },
    ],
    [
      'another one at the provider',
      [first, second],
      grant('b', { ...anew, ...identified('x') }),
      { kind: 'account_mismatch' },
    ],
    [
      'where nobody knew who it was',
      [held('b', { accountIdentifier: null })],
      grant('b', { ...anew, ...identified('x') }),
      { kind: 'take' },
    ],
    ['an older grant', [second], grant('b', anew, 'grant_4'), { kind: 'superseded' }],
    [
      'what is to be replaced',
      [second],
      grant('b', { ...anew, replaces: amends }),
      { kind: 'take' },
    ],
    [
      'while it is refreshed',
      [{ ...second, lease }],
      grant('b', { ...anew, replaces: amends }),
      { kind: 'conflict' },
    ],
  ])('%s', (_, records, request, expected) => {
    expect(placementOf(records, request)).toMatchObject(expected)
  })
})

test('a grant that is there is found, under whichever id it is offered again', () => {
  for (const more of [{}, add, { intent: 'reauthorize' as const }]) {
    const other = held('b', { role: 'standard', newestGrantId: 'grant_6' })
    expect(placementOf([first, other], grant('b', more, 'grant_6'))).toMatchObject({
      kind: 'repeat',
      record: other,
    })
    expect(placementOf([first, other], grant('n', more, 'grant_6'))).toMatchObject({
      kind: 'elsewhere',
      accountId: 'b',
    })
  }
})
