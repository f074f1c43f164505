import { expect, test } from 'vitest'
import { tryRepeatedly } from './try-repeatedly.ts'

const limits = { clock: () => 0, deadlineMs: 5000 }

function failing(times: number) {
  const calls = { count: 0 }
  const work = async (): Promise<number> => {
    calls.count += 1
    if (calls.count <= times) throw new Error(`failure ${calls.count}`)
    return calls.count
  }
  return { calls, work }
}

test('what succeeds is done once', async () => {
  const { calls, work } = failing(0)
  expect(await tryRepeatedly(4, limits, work)).toEqual({ ok: true, value: 1 })
  expect(calls.count).toBe(1)
})

test('what fails is repeated until it succeeds', async () => {
  const { work } = failing(3)
  expect(await tryRepeatedly(4, limits, work)).toEqual({ ok: true, value: 4 })
})

test('when the tries are used up, the last failure is told', async () => {
  const { calls, work } = failing(9)
  const result = await tryRepeatedly(3, limits, work)
  expect(result).toEqual({ ok: false, failure: new Error('failure 3') })
  expect(calls.count).toBe(3)
})

test('when the time is over nothing is tried any more', async () => {
  const { calls, work } = failing(9)
  let now = 0
  const clock = (): number => (now += 400)
  const result = await tryRepeatedly(9, { clock, deadlineMs: 1000 }, work)
  expect(result.ok).toBe(false)
  expect(calls.count).toBe(2)
})

test('work that hangs is left behind at the deadline', async () => {
  const hanging = (): Promise<never> => new Promise(() => undefined)
  const result = await tryRepeatedly(4, { clock: Date.now, deadlineMs: 30 }, hanging)
  expect(result).toEqual({ ok: false, failure: new Error('sink_timeout') })
})
