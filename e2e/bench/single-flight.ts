/** A hundred callers on an expired account: one refresh at the provider, everybody served. */
import { setTimeout } from 'node:timers/promises'
import { expectAnswer } from './answers.ts'
import { connectAccount, fetchToken, type Api } from './connect.ts'
import type { BenchProvider } from './provider.ts'

export type Race = {
  readonly callers: number
  readonly providerMs: number
  readonly refreshes: number
  readonly reuses: number
  readonly served: number
  readonly tokens: number
  /** The last answer, less the provider's own time. */
  readonly overheadMs: number
}

export async function race(
  api: Api,
  provider: BenchProvider,
  slug: string,
  callers: number,
  providerMs: number,
): Promise<Race> {
  const userId = `race-${callers}-${providerMs}`
  // Connected with a token of one second, which is let go by; refreshed into one that lives.
  provider.set({ lifetimeSeconds: 1, delayMs: 0 })
  await connectAccount(api, slug, userId)
  await setTimeout(1100)
  provider.set({ lifetimeSeconds: 3600, delayMs: providerMs })
  const before = { refreshes: provider.refreshes(), reuses: provider.reuses() }

  const startedAt = performance.now()
  const answers = await Promise.all(
    Array.from({ length: callers }, async () =>
      expectAnswer('race', await fetchToken(api, slug, userId), [200]),
    ),
  )
  const elapsedMs = performance.now() - startedAt
  const bodies = await Promise.all(answers.map(readToken))
  const tokens = bodies.filter((token) => token !== undefined)
  provider.set({ delayMs: 0 })
  return {
    callers,
    providerMs,
    refreshes: provider.refreshes() - before.refreshes,
    reuses: provider.reuses() - before.reuses,
    served: tokens.length,
    tokens: new Set(tokens).size,
    overheadMs: elapsedMs - providerMs,
  }
}

async function readToken(answer: Response): Promise<string | undefined> {
  const body = (await answer.json()) as { access_token?: { access_token: string } }
  return body.access_token?.access_token
}
