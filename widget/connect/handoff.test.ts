import { expect, test } from 'vitest'
import { createFakeSurroundings, messageFrom } from '../test/fake-surroundings.ts'
import { handOff } from './handoff.ts'

const tokens = {
  url: 'https://pipes.example/data-integrations/t/authorize-redirect',
  handoffToken: 'h1',
  redirectToken: 'r1',
}

const begin = (policy: 'answers' | 'silent') => {
  const surroundings = createFakeSurroundings(fetch)
  surroundings.popupPolicy = policy
  surroundings.openPopup('')
  const [popup] = surroundings.popups
  if (!popup) throw new Error('no popup')
  const cancel = new AbortController()
  return {
    surroundings,
    popup,
    cancel,
    answered: handOff(popup, tokens, surroundings, cancel.signal),
  }
}

test('the tokens go to the window’s exact origin until it answers', async () => {
  const { popup, answered } = begin('answers')
  expect(await answered).toBe(true)
  expect(popup.received).toEqual([
    { data: { handoffToken: 'h1', redirectToken: 'r1' }, origin: 'https://pipes.example' },
  ])
})

test('after a hundred messages without an answer it gives up', async () => {
  const { popup, answered } = begin('silent')
  expect(await answered).toBe(false)
  expect(popup.received).toHaveLength(100)
})

test.each([
  ['another origin', 'https://evil.example', { redirectToken: 'r1' }, true],
  ['another window', 'https://pipes.example', { redirectToken: 'r1' }, false],
  ['another token', 'https://pipes.example', { redirectToken: 'r2' }, true],
  ['no object', 'https://pipes.example', 'r1', true],
  ['null', 'https://pipes.example', null, true],
])('an answer with %s is no answer', async (_what, origin, data, isPopup) => {
  const { surroundings, popup, answered } = begin('silent')
  surroundings.window.dispatchEvent(messageFrom(isPopup ? popup : {}, origin, data))
  expect(await answered).toBe(false)
})

test('cancelling stops the messages', async () => {
  const { popup, cancel, answered } = begin('silent')
  cancel.abort()
  expect(await answered).toBe(false)
  expect(popup.received).toEqual([])
})
