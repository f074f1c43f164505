/** `npm run race:refresh`: many callers on one expired account, and exactly one call at the provider. */
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { commandLine, wholeNumber } from '../../worker/tools/command-line.ts'
import { expectAnswer } from '../bench/answers.ts'
import { connectAccount, defineProvider, fetchToken, type Api } from '../bench/connect.ts'
import { build } from '../stack/build.ts'
import { scratchDirectory } from '../stack/scratch.ts'
import { startStack } from '../stack/stack.ts'
import { createDice } from './dice.ts'
import { startStrictProvider, type StrictProvider } from './strict-provider.ts'

const HELP = `npm run race:refresh -- [--rounds N] [--short] [--help]

1, 50 and 500 callers at once ask for the token of an account that has expired, with a provider that
answers at once and with one that takes 11 s; and as many report the current token as rejected.
Exits 1 unless each round was one call at the provider, and one token for everybody.

  --rounds N  of each row (default 20; 2 where the provider takes 11 s)
  --short     two rounds of 50 callers, for npm test
`
const typed = commandLine(HELP, {
  rounds: { type: 'string' },
  short: { type: 'boolean' },
})
const { values } = typed
const rounds = values.short === true ? 2 : wholeNumber(typed, 'rounds', values.rounds, 20)

type Race = {
  readonly kind: 'expired' | 'rejected'
  readonly callers: number
  readonly delayMs: number
  readonly rounds: number
}
type Result = Race & {
  readonly worstCalls: number
  readonly worstTokens: number
  readonly unserved: number
}

const slow = { delayMs: 11_000, rounds: Math.min(rounds, 2) }
const RACES: readonly Race[] =
  values.short === true
    ? [
        { kind: 'expired', callers: 50, delayMs: 50, rounds },
        { kind: 'rejected', callers: 50, delayMs: 50, rounds },
      ]
    : [
        ...[1, 50, 500].map((callers) => ({
          kind: 'expired' as const,
          callers,
          delayMs: 50,
          rounds,
        })),
        { kind: 'expired', callers: 500, ...slow },
        ...[1, 50, 500].map((callers) => ({
          kind: 'rejected' as const,
          callers,
          delayMs: 50,
          rounds,
        })),
        { kind: 'rejected', callers: 50, ...slow },
      ]

const directory = scratchDirectory('race')
const provider = await startStrictProvider(createDice(1))
const results: Result[] = []
if (values.short !== true) await build((line) => console.log(line))
const stack = await startStack({
  directory,
  ports: { worker: 0 },
  emulators: [],
  customerApp: false,
  loopbackOrigins: [provider.origin],
  rateLimit: '0/60',
  logLevel: 'silent',
  build: 'never',
})
try {
  await defineProvider(stack, 'strict', provider.origin)
  for (const race of RACES) {
    console.log(`${race.callers} callers, ${race.kind}, ${race.delayMs} ms …`)
    results.push(await run(race, stack, provider))
  }
} finally {
  await stack.stop()
  await provider.close()
  await rm(directory, { recursive: true, force: true })
}
console.table(results)
const isBroken = results.some(
  ({ worstCalls, worstTokens, unserved }) => worstCalls !== 1 || worstTokens !== 1 || unserved > 0,
)
process.exit(isBroken ? 1 : 0)

async function run(race: Race, api: Api, server: StrictProvider): Promise<Result> {
  const worst = { worstCalls: 1, worstTokens: 1, unserved: 0 }
  for (let round = 0; round < race.rounds; round += 1) {
    const user = `${race.kind}-${race.callers}-${race.delayMs}-${round}`
    const lifetimeSeconds = race.kind === 'expired' ? 1 : 3600
    server.set({ unavailable: 0, cutAfter: 0, lifetimeSeconds })
    await connectAccount(api, 'strict', user)
    // Of an expired account nobody has asked for the token: one in use is refreshed ahead of its expiry.
    const old =
      race.kind === 'rejected' ? await readToken(await fetchToken(api, 'strict', user)) : undefined
    if (race.kind === 'expired') await pause(1100)
    server.set({ unavailable: 0, cutAfter: 0, lifetimeSeconds: 3600, delayMs: race.delayMs })
    const before = server.exchanges()
    const ask = (): Promise<Response> =>
      race.kind === 'expired' ? fetchToken(api, 'strict', user) : reject(api, user, old ?? '')
    const answers = await Promise.all(
      Array.from({ length: race.callers }, async () => expectAnswer(race.kind, await ask(), [200])),
    )
    const tokens = await Promise.all(answers.map(readToken))
    const served = tokens.filter((token) => token !== undefined && token !== old)
    const calls = server.exchanges() - before
    const different = new Set(served).size
    if (calls !== 1) worst.worstCalls = calls
    if (different !== 1) worst.worstTokens = different
    worst.unserved += race.callers - served.length
  }
  return { ...race, ...worst }
}

function reject(api: Api, user: string, token: string): Promise<Response> {
  return fetch(`${api.url}/data-integrations/strict/token/rejected`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      user_id: user,
      access_token_sha256: createHash('sha256').update(token).digest('hex'),
    }),
  })
}

async function readToken(answer: Response): Promise<string | undefined> {
  const body = (await answer.json()) as { access_token?: { access_token: string } }
  return body.access_token?.access_token
}
