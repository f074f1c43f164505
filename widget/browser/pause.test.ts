import { describe, expect, test } from 'vitest'
import { pause } from './pause.ts'

const LONG_MS = 60_000

describe('a wait', () => {
  test('lasts as long as it was asked to', async () => {
    const began = performance.now()
    await pause(30, new AbortController().signal)
    expect(performance.now() - began).toBeGreaterThanOrEqual(29)
  })

  test('ends when it is aborted', async () => {
    const cancel = new AbortController()
    const waiting = pause(LONG_MS, cancel.signal)
    cancel.abort()
    await waiting
  })

  test('that was aborted before does not begin', async () => {
    await pause(LONG_MS, AbortSignal.abort())
  })

  test.each(['focus', 'pageshow', 'online'])('ends on the window’s %s', async (name) => {
    const waiting = pause(LONG_MS, new AbortController().signal, { wakeOnReturn: true })
    window.dispatchEvent(new Event(name))
    await waiting
  })

  test('ends when the page is seen again', async () => {
    const waiting = pause(LONG_MS, new AbortController().signal, { wakeOnReturn: true })
    document.dispatchEvent(new Event('visibilitychange'))
    await waiting
  })

  test('does not end by a focus that it was not told to mind', async () => {
    let over = false
    const cancel = new AbortController()
    const waiting = pause(LONG_MS, cancel.signal).then(() => {
      over = true
    })
    window.dispatchEvent(new Event('focus'))
    await Promise.resolve()
    expect(over).toBe(false)
    cancel.abort()
    await waiting
  })
})
