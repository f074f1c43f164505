import { describe, expect, test } from 'vitest'
import { createFakeSurroundings } from '../test/fake-surroundings.ts'
import { takeReturn } from '../connect/take-return.ts'
import { returnOf } from './by-redirect.ts'

const returned = (url: string, stored: Readonly<Record<string, string>> = {}) => {
  const surroundings = createFakeSurroundings(fetch)
  surroundings.url = url
  for (const [key, value] of Object.entries(stored)) surroundings.stored.set(key, value)
  const fragment = takeReturn(surroundings)
  return { surroundings, result: fragment && returnOf(fragment, surroundings) }
}

const kept = { 'pipes_attempt:a1': '{"slug":"github","verifier":"v"}' }

describe('coming back', () => {
  test('with a code finds what this tab kept, and empties the fragment', () => {
    const { surroundings, result } = returned(
      'https://app.example/x?y=1#pipes_attempt=a1&pipes_completion_code=c1',
      kept,
    )
    expect(result).toEqual({
      attemptId: 'a1',
      kept: { slug: 'github', verifier: 'v' },
      result: { kind: 'code', completionCode: 'c1' },
    })
    expect(surroundings.rewritten).toEqual(['https://app.example/x?y=1'])
  })

  test('leaves nothing behind in the storage', () => {
    const { surroundings } = returned(
      'https://app.example/#pipes_attempt=a1&pipes_completion_code=c',
      kept,
    )
    expect([...surroundings.stored]).toEqual([])
  })

  test('with an error carries its code', () => {
    const { result } = returned(
      'https://app.example/#pipes_attempt=a1&pipes_error=access_denied',
      kept,
    )
    expect(result?.result).toEqual({ kind: 'error', code: 'access_denied' })
  })

  test.each([
    ['nothing', {}],
    ['nonsense', { 'pipes_attempt:a1': '{' }],
    ['another shape', { 'pipes_attempt:a1': '{"slug":1}' }],
    ['another attempt', { 'pipes_attempt:a2': kept['pipes_attempt:a1'] }],
  ])('where the tab kept %s is not this tab’s attempt', (_what, stored) => {
    const { result } = returned(
      'https://app.example/#pipes_attempt=a1&pipes_completion_code=c',
      stored,
    )
    expect(result?.kept).toBeNull()
  })
})

test.each([
  'https://app.example/',
  'https://app.example/#chapter-2',
  'https://app.example/#pipes_error=x',
])('the page’s own address %s is left alone', (url) => {
  const { surroundings, result } = returned(url)
  expect(result).toBeNull()
  expect(surroundings.rewritten).toEqual([])
})
