/** Answers that come when nobody waits for them any more. */
import { expect, test } from 'vitest'
import type { MemberAccount } from '../api/members-api.ts'
import { configurationOf } from '../api/configuration.ts'
import { problem } from '../api/problem.ts'
import { configurations } from '../test/admin-fixtures.ts'
import { API_ORIGIN } from '../test/fixtures.ts'
import { initialState, reduce, type Fact, type State } from './state.ts'

const key = 'members:github'
const open: readonly Fact[] = [
  { kind: 'dialog-opened', key, dialog: 'members', aim: null },
  { kind: 'members-asked', key },
]

const after = (...facts: readonly Fact[]): State => {
  const read = configurations.flatMap((wire) => configurationOf(wire, API_ORIGIN) ?? [])
  return facts.reduce(reduce, reduce(initialState, { kind: 'loaded', configurations: read }))
}

const answered = (asked: string | null, id: string, next: string | null = null): Fact => {
  const account: MemberAccount = {
    id,
    userId: id,
    label: null,
    isConnected: true,
    connectedAt: Number.NaN,
  }
  return { kind: 'members-read', key, asked, page: { accounts: [account], after: next } }
}

const idsIn = (state: State): readonly string[] =>
  state.kind === 'ready' ? state.members.accounts.map(({ id }) => id) : []

test('people are listed once, though the dialog was closed and opened again while they were read', () => {
  const twice = [...open, { kind: 'dialog-closed', key } as const, ...open]
  expect(idsIn(after(...twice, answered(null, 'ada'), answered(null, 'ada')))).toEqual(['ada'])
  expect(
    idsIn(after(...twice, answered(null, 'ada', 'cursor_1'), answered(null, 'ada', 'cursor_1'))),
  ).toEqual(['ada'])
})

test('a page that was asked for twice is added once, and a late failure hides nothing', () => {
  const first = [
    ...open,
    answered(null, 'ada', 'cursor_1'),
    { kind: 'members-asked', key } as const,
  ]
  const second = answered('cursor_1', 'bob')
  const state = after(...first, second, second, {
    kind: 'members-failed',
    key,
    asked: 'cursor_1',
    problem: problem('server_error'),
  })
  expect(idsIn(state)).toEqual(['ada', 'bob'])
  expect(state).toMatchObject({ members: { isReading: false, problem: null } })
})
