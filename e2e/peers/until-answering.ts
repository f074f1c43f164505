import { setTimeout as pause } from 'node:timers/promises'

const START_MS = 20_000

/** Waits until a server that was just started answers at all. */
export async function untilAnswering(url: string): Promise<void> {
  const end = Date.now() + START_MS
  for (;;) {
    try {
      await fetch(url)
      return
    } catch (error) {
      if (Date.now() > end) throw error
      await pause(100)
    }
  }
}
