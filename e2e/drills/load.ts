/** Readers that fetch tokens without a pause, and count what goes wrong. */
import { setTimeout as pause } from 'node:timers/promises'
import { fetchToken, type Api } from '../bench/connect.ts'
import type { Dice } from '../fuzz/dice.ts'

export type Reads = {
  readonly succeeded: number
  /** Answers that were no token. */
  readonly failed: number
  /** Nobody answered, because the Worker was being started again: asked once more. */
  readonly unanswered: number
  readonly firstFailure: string
}

const READERS = 6

export function readUnderLoad(
  api: Api,
  slug: string,
  users: readonly string[],
  dice: Dice,
): {
  /** Throws as soon as a read has failed: what follows would prove nothing. */
  readonly check: () => void
  readonly stop: () => Promise<Reads>
} {
  const reads = { succeeded: 0, failed: 0, unanswered: 0, firstFailure: '' }
  const run = { isStopped: false }

  const readOnce = async (): Promise<void> => {
    const user = users[dice.upTo(users.length)] ?? ''
    const answer = await fetchToken(api, slug, user).catch(() => undefined)
    const body = await answer?.text().catch(() => undefined)
    if (answer === undefined || body === undefined) {
      reads.unanswered += 1
      await pause(20)
      return
    }
    if (answer.status === 200 && body.includes('"active":true')) {
      reads.succeeded += 1
      return
    }
    reads.failed += 1
    reads.firstFailure ||= `${answer.status} ${body.slice(0, 200)}`
  }
  const reader = async (): Promise<void> => {
    while (!run.isStopped) await readOnce()
  }
  const running = Array.from({ length: READERS }, reader)
  return {
    check: () => {
      if (reads.failed > 0) throw new Error(`a read failed: ${reads.firstFailure}`)
    },
    stop: async () => {
      run.isStopped = true
      await Promise.all(running)
      return reads
    },
  }
}
