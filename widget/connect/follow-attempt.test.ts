import { describe, expect, test } from 'vitest'
import type { Attempt, PipesApi } from '../api/pipes-api.ts'
import { localFailure, problem, type RequestFailure } from '../api/problem.ts'
import { fail, ok } from '../api/result.ts'
import { createFakeSurroundings } from '../test/fake-surroundings.ts'
import { followAttempt, outcomeOf } from './follow-attempt.ts'

const account = {
  id: 'di_1',
  state: 'connected',
  label: 'octocat',
  method: 'oauth',
  lastFour: null,
  clientId: null,
  picture: null,
  missing: [],
  raw: {},
} as const
const attempt = (status: string, over: Partial<Attempt> = {}): Attempt => ({
  status,
  problem: null,
  account: null,
  ...over,
})

type Step = Attempt | RequestFailure

const follow = async (looks: readonly Step[], completions: readonly Step[] = []) => {
  const surroundings = createFakeSurroundings(fetch)
  const left = { looks: [...looks], completions: [...completions] }
  const next = async (steps: Step[]) => {
    const step = steps.shift()
    if (step === undefined) throw new Error('asked once too often')
    return 'kind' in step ? fail(step) : ok(step)
  }
  const api = {
    getAttempt: () => next(left.looks),
    completeAttempt: () => next(left.completions),
  } as unknown as PipesApi
  const facts: string[] = []
  const outcome = await followAttempt({
    api,
    surroundings,
    attemptId: 'attempt_1',
    verifier: 'v',
    signal: new AbortController().signal,
    onWaiting: () => facts.push('waiting'),
    onCompleting: () => facts.push('completing'),
    untilSessionIsBack: async () => void facts.push('session'),
  })
  return { outcome, facts, pauses: surroundings.pauses }
}

describe('an attempt', () => {
  test('that the provider accepted is completed with the verifier', async () => {
    const { outcome, facts } = await follow(
      [attempt('created'), attempt('opened'), attempt('exchanging'), attempt('pending')],
      [attempt('completed', { account })],
    )
    expect(outcome).toEqual({ kind: 'connected', account })
    expect(facts).toEqual(['completing'])
  })

  test('survives a network that fails now and then', async () => {
    const { outcome } = await follow([localFailure('network'), attempt('completed', { account })])
    expect(outcome).toEqual({ kind: 'connected', account })
  })

  test('survives answers that nobody understands, and a page that gives no session for a while', async () => {
    const { outcome } = await follow([
      localFailure('server_error'),
      localFailure('session_unavailable'),
      attempt('completed', { account }),
    ])
    expect(outcome).toEqual({ kind: 'connected', account })
  })

  test('is completed again when the answer to completing was lost, and can be given up before', async () => {
    const { outcome, facts } = await follow(
      [attempt('pending'), attempt('pending')],
      [localFailure('network'), attempt('completed', { account })],
    )
    expect(outcome).toEqual({ kind: 'connected', account })
    expect(facts).toEqual(['completing', 'waiting', 'completing'])
  })

  test('goes on after the session was renewed', async () => {
    const { outcome, facts } = await follow([{ kind: 'session_over' }, attempt('completed')])
    expect(facts).toEqual(['session'])
    expect(outcome.kind).toBe('connected')
  })

  test('that nobody knows is a failure', async () => {
    const gone: RequestFailure = { ...localFailure('attempt_not_found'), status: 404 }
    expect((await follow([gone])).outcome).toEqual({
      kind: 'failed',
      problem: problem('attempt_not_found'),
      fields: [],
    })
  })

  test('is asked about every second at first, and every three seconds in the end', async () => {
    const looks = [...Array.from({ length: 8 }, () => attempt('opened')), attempt('completed')]
    const { pauses } = await follow(looks)
    expect(pauses[0]).toBe(1000)
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
    expect(pauses.at(-1)).toBe(3000)
  })
})

test.each([
  ['failed', problem('access_denied'), 'access_denied'],
  ['failed', null, 'provider_error'],
  ['expired', null, 'attempt_expired'],
  ['rejected', null, 'completion_refused'],
])('an attempt that %s with %j fails with %s', (status, reason, code) => {
  expect(outcomeOf(attempt(status, { problem: reason }))).toMatchObject({ problem: { code } })
})

test('a status that a later server invents is not an end', () => {
  expect(outcomeOf(attempt('paused'))).toBeNull()
})
