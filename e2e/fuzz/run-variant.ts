/** One variant of the fuzz: its own stack and provider, rounds of callers, and a verdict on each account. */
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expectAnswer, ignoreSilence } from '../bench/answers.ts'
import { connectAccount, defineProvider, fetchToken, type Api } from '../bench/connect.ts'
import { root } from '../stack/build.ts'
import { startStack } from '../stack/stack.ts'
import { startProviderProcess, type RemoteProvider } from './provider-process.ts'

export type Chaos = {
  /** Share of D1 statements that fail; 1: D1 is away. */
  readonly d1: number
  /** How many kills an object may expect in a round. */
  readonly kills: number
  /** Share of exchanges whose exchanger dies when one sink has the answer. */
  readonly oneSink: number
}

export type Variant = {
  readonly name: string
  readonly isNaive?: boolean
  /** Part of the short form. */
  readonly isShort?: boolean
  readonly callers: number
  readonly chaos: Chaos
  readonly unavailable: number
  readonly cutAfter: number
}

export type Size = { readonly accounts: number; readonly rotations: number; readonly seed: number }

export type Verdict = {
  readonly name: string
  readonly calls: number
  readonly rotations: number
  readonly exchanges: number
  readonly reuses: number
  readonly kills: number
  readonly d1Failures: number
  /** Accounts that had an exchange without an answer, by fault or by a busy machine. */
  readonly unanswered: number
  /** Dead, though the provider's answer reached us or was never given. */
  readonly lostOutside: number
  /** Dead because an answer never arrived, or reached no sink. */
  readonly lostInside: number
  /** Answers with a token that was dead while its grant lived. */
  readonly wrongTokens: number
  readonly accounts: number
  readonly seconds: number
}

type Journal = {
  readonly lostInMemory: string[]
  readonly unanswered: string[]
  readonly unansweredTokens: string[]
  readonly stories: Readonly<Record<string, readonly string[]>>
  readonly kills: number
  readonly d1Failures: number
}
type Read = () => Promise<string | undefined>

const QUIET: Chaos = { d1: 0, kills: 0, oneSink: 0 }
const LIFETIME_SECONDS = 1
const CALM = { unavailable: 0, cutAfter: 0, lifetimeSeconds: LIFETIME_SECONDS }
/** Half of a deployment's: an account whose exchanger is gone waits for the end of its lease. */
const TIMINGS = {
  leaseMs: 15_000,
  providerDeadlineMs: 10_000,
  sinkDeadlineMs: 4000,
  minRefreshIntervalMs: 0,
}
/** Accounts that have their round at the same time: more of them measure the machine only. */
const AT_ONCE = 40
const SETTLE_MS = 90_000

export async function runVariant(
  variant: Variant,
  size: Size,
  directory: string,
): Promise<Verdict> {
  const startedAt = performance.now()
  const provider = await startProviderProcess(size.seed)
  const stack = await startStack({
    directory,
    ports: { worker: 0 },
    emulators: [],
    customerApp: false,
    loopbackOrigins: [provider.origin],
    timings: TIMINGS,
    rateLimit: '0/60',
    logLevel: 'silent',
    workerScript: join(root, 'e2e/fuzz/chaos-worker.mjs'),
    build: 'never',
  })
  try {
    await provider.set(CALM)
    const readers = await connectAll(variant, size, stack, provider)
    const set = (chaos: Chaos): Promise<unknown> =>
      post(stack.url, '/test/chaos', { ...chaos, seed: size.seed })
    // A first rotation in peace: what the world takes away next is then known where it is needed.
    await inTurn(readers, (reader) => rotateOnce(reader, provider))
    await set(variant.chaos)
    const { unavailable, cutAfter } = variant
    await provider.set({ ...CALM, unavailable, cutAfter })

    const count = { calls: 0, wrongTokens: 0 }
    const goal = Math.ceil(size.rotations / size.accounts)
    await inTurn(readers, (reader) => drive(variant, goal, reader, provider, count))

    await set(QUIET)
    await provider.set(CALM)
    const journal = await fetchJournal(stack.url)
    const lost = new Set<Reader>()
    await inTurn(readers, async (reader) => {
      if (await isLost(reader, provider)) lost.add(reader)
    })
    for (const token of (await fetchJournal(stack.url)).unansweredTokens) {
      await provider.noteUnanswered(token)
    }
    const families = await Promise.all(readers.map(({ user }) => provider.family(user)))
    const inside = readers.filter(
      ({ accountId }, index) =>
        families[index]?.isAnswerLost === true ||
        journal.lostInMemory.includes(accountId) ||
        journal.unanswered.includes(accountId),
    )
    const lostInside = inside.filter((reader) => lost.has(reader)).length
    for (const [index, reader] of readers.entries()) {
      if (!lost.has(reader) || inside.includes(reader)) continue
      console.error(`lost outside: ${reader.accountId}`)
      const of = [...(families[index]?.story ?? []), ...(journal.stories[reader.accountId] ?? [])]
      for (const line of of.toSorted()) console.error(`  ${line}`)
    }
    return {
      name: variant.name,
      calls: count.calls,
      rotations: families.reduce((sum, { rotations }) => sum + rotations, 0),
      exchanges: await provider.exchanges(),
      reuses: families.reduce((sum, { reuses }) => sum + reuses, 0),
      kills: journal.kills,
      d1Failures: journal.d1Failures,
      unanswered: journal.unanswered.length,
      lostOutside: lost.size - lostInside,
      lostInside,
      wrongTokens: count.wrongTokens,
      accounts: readers.length,
      seconds: Math.round((performance.now() - startedAt) / 1000),
    }
  } finally {
    await stack.stop()
    provider.close()
  }
}

type Reader = { readonly user: string; readonly accountId: string; readonly read: Read }

async function connectAll(
  variant: Variant,
  size: Size,
  stack: Api,
  provider: RemoteProvider,
): Promise<readonly Reader[]> {
  if (variant.isNaive !== true) await defineProvider(stack, 'strict', provider.origin)
  const readers: Reader[] = []
  for (let index = 0; index < size.accounts; index += 1) {
    const user = `user-${index}`
    const read =
      variant.isNaive === true
        ? await connectNaive(stack, provider.origin, user)
        : await connectOurs(stack, user)
    readers.push({
      user: `family-${index}`,
      accountId: await accountIdOf(variant, stack, user),
      read,
    })
  }
  return readers
}

async function connectOurs(stack: Api, user: string): Promise<Read> {
  await connectAccount(stack, 'strict', user)
  return async () => {
    // Tokens, or a time to come back: a world that breaks excuses nothing else.
    const answer = await expectAnswer('vend', await fetchToken(stack, 'strict', user), [200, 503])
    const body = (await answer.json()) as { access_token?: { access_token: string } }
    return body.access_token?.access_token
  }
}

async function connectNaive(stack: Api, origin: string, user: string): Promise<Read> {
  const body = new URLSearchParams({ grant_type: 'authorization_code', code: 'code' })
  const given = await fetch(`${origin}/token`, { method: 'POST', body })
  const { refresh_token: refreshToken } = (await given.json()) as { refresh_token: string }
  const names = { user_id: user, token_url: `${origin}/token` }
  await post(stack.url, '/test/naive', { ...names, refresh_token: refreshToken })
  return async () => {
    const answer = await post(stack.url, '/test/naive', names)
    return (answer as { access_token?: string }).access_token
  }
}

async function accountIdOf(variant: Variant, stack: Api, user: string): Promise<string> {
  if (variant.isNaive === true) return user
  const path = `/user_management/users/${user}/connected_accounts/strict`
  const answer = await fetch(`${stack.url}${path}`, {
    headers: { authorization: `Bearer ${stack.apiKey}` },
  })
  return ((await answer.json()) as { id: string }).id
}

/** Rounds of callers on one account, until it has been rotated often enough or is over. */
async function drive(
  { callers }: Variant,
  goal: number,
  { user, read }: Reader,
  provider: RemoteProvider,
  count: { calls: number; wrongTokens: number },
): Promise<void> {
  // A round that fails is repeated; an account that never gets on is lost, and found so at the end.
  const maxRounds = goal * 3 + 10
  let before = await provider.family(user)
  for (let round = 0; round < maxRounds && before.rotations < goal && !before.isDead; round += 1) {
    const answers = await Promise.all(
      Array.from({ length: callers }, () => read().catch(ignoreSilence)),
    )
    count.calls += callers
    const tokens = [...new Set(answers.filter((token) => token !== undefined))]
    const alive = await Promise.all(tokens.map((token) => provider.isAlive(token)))
    const after = await provider.family(user)
    // While the grant lives, whatever was vended must live.
    if (!after.isDead) count.wrongTokens += alive.filter((one) => !one).length
    await pause(after.rotations === before.rotations ? 150 : LIFETIME_SECONDS * 900)
    before = after
  }
}

async function rotateOnce({ user, read }: Reader, provider: RemoteProvider): Promise<void> {
  const end = Date.now() + SETTLE_MS
  while ((await provider.family(user)).rotations === 0 && Date.now() < end) {
    await read()
    await pause(200)
  }
}

/** With every fault gone: whether no living token can be had any more. */
async function isLost({ user, read }: Reader, provider: RemoteProvider): Promise<boolean> {
  const end = Date.now() + SETTLE_MS
  while (Date.now() < end && !(await provider.family(user)).isDead) {
    const token = await read().catch(ignoreSilence)
    if (token !== undefined && (await provider.isAlive(token))) return false
    await pause(500)
  }
  return true
}

async function inTurn<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all]
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

const fetchJournal = async (url: string): Promise<Journal> =>
  (await (await fetch(`${url}/test/journal`)).json()) as Journal

async function post(url: string, path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answer.json()
}
