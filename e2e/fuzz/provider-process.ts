/** The strict provider in a process of its own: a harness that is busy must not make it slow. */
import { fork } from 'node:child_process'
import { createDice } from './dice.ts'
import { startStrictProvider, type Family, type ProviderSettings } from './strict-provider.ts'

export type RemoteProvider = {
  readonly origin: string
  readonly set: (settings: ProviderSettings) => Promise<void>
  readonly family: (user: string) => Promise<Family>
  readonly isAlive: (accessToken: string) => Promise<boolean>
  readonly exchanges: () => Promise<number>
  /** Tells of a refresh token whose answer never came. */
  readonly noteUnanswered: (refreshToken: string) => Promise<void>
  readonly close: () => void
}

export async function startProviderProcess(seed: number): Promise<RemoteProvider> {
  const child = fork(import.meta.filename, [`${seed}`])
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: string) => resolve(message))
    child.once('exit', () => reject(new Error('the provider did not start')))
  })
  const ask = async <T>(path: string, query: Record<string, string> = {}): Promise<T> => {
    const answer = await fetch(`${origin}/control/${path}?${new URLSearchParams(query).toString()}`)
    return (await answer.json()) as T
  }
  return {
    origin,
    set: async (settings) => {
      await ask('set', { settings: JSON.stringify(settings) })
    },
    family: (user) => ask('family', { user }),
    isAlive: (token) => ask('alive', { token }),
    exchanges: () => ask('exchanges'),
    noteUnanswered: async (token) => {
      await ask('unanswered', { token })
    },
    close: () => {
      child.kill()
    },
  }
}

if (import.meta.main) {
  const provider = await startStrictProvider(createDice(Number(process.argv[2])))
  // Whoever started this is gone: nothing is left to serve.
  process.once('disconnect', () => process.exit(0))
  process.send?.(provider.origin)
}
