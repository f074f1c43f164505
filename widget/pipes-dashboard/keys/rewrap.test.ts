import { expect, test } from 'vitest'
import { fail, ok } from '../../api/result.ts'
import type { KeyRewrap } from '../api/operator-api.ts'
import { Rewrap } from './rewrap.ts'

const slice = (left: number, after: string | null, failed = 0): KeyRewrap => ({
  moved: { rows: 1, objects: 1 },
  failed,
  remaining: { rows: left, objects: 0 },
  after,
})

const nothingBroken = async () => ok({ checked: 0, broken: 0, after: null })
const KEY = { id: 'k1', rows: 3, objects: 1 }

test('a walk asks for one slice after the other, and shows how far it is', async () => {
  const asked: (string | null)[] = []
  const shown: string[] = []
  const answers = [slice(2, 'a'), slice(1, 'b', 1), slice(1, null)]
  const rewrap = new Rewrap({
    requestUpdate: () => shown.push(rewrap.state.kind === 'idle' ? '' : rewrap.state.text),
  })
  await rewrap.run(
    {
      rewrap: async (_, after) => {
        asked.push(after)
        const next = answers.shift()
        if (next === undefined) throw new Error('asked too often')
        return ok(next)
      },
      checkKey: async (_, after) =>
        ok({ checked: 1, broken: after === null ? 0 : 1, after: after === null ? 'b' : null }),
    },
    KEY,
  )
  expect(asked).toEqual([null, 'a', 'b'])
  expect(shown).toEqual(['0 of 4 moved.', '2 of 4 moved.', '3 of 4 moved.', '3 of 4 moved.'])
  expect(rewrap.state).toMatchObject({ kind: 'done', failed: 1, broken: 1 })
})

test('it stops where somebody says so, and where it is refused, and keeps what was moved', async () => {
  const rewrap = new Rewrap({ requestUpdate: () => undefined })
  await rewrap.run(
    {
      rewrap: async () => {
        rewrap.stop()
        return ok(slice(2, 'a'))
      },
      checkKey: nothingBroken,
    },
    KEY,
  )
  expect(rewrap.state).toMatchObject({ kind: 'stopped', done: 2, total: 4 })
  const refusal = { status: 0, code: 'offline', message: 'Offline.', fields: new Map() }
  await rewrap.run({ rewrap: async () => fail(refusal), checkKey: nothingBroken }, KEY)
  expect(rewrap.state).toMatchObject({ kind: 'stopped', done: 0, text: 'Offline.' })
})
