/**
 * `npm run bench`: ratios measured side by side in one run. Absolute figures are printed beside them
 * and prove nothing on another machine.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { amount, commandLine } from '../../worker/tools/command-line.ts'
import { build, root } from '../stack/build.ts'
import { scratchDirectory } from '../stack/scratch.ts'
import { startStack } from '../stack/stack.ts'
import { connectAccount, defineProvider, fetchToken } from './connect.ts'
import { runtimeProcesses } from './cpu.ts'
import { startFloor } from './floor.ts'
import { compare, type Row, type Target } from './fresh.ts'
import { startProvider } from './provider.ts'
import { race, type Race } from './single-flight.ts'

const HELP = `npm run bench -- [--short] [--help]

Measures, in one run and side by side:
  fresh          vending a fresh token against two floors: a bare Hono route that reads the same
                 request, with one Durable Object call and one AES-GCM decryption, where the object
                 reads one row of its SQLite, and where it answers from memory; at concurrency 1, 16 and 64; with D1, with D1 refusing
                 every query, and with a log line for each request (the floors write none)
  single-flight  100 callers on an expired token, with a fast provider and with one that takes 11 s

  --short        one short round each, for a look
  --floor RATIO  exit 1 when vending falls below this part of the SQLite floor (default 0: only print)
  --memory RATIO the same of the floor in memory

Ends at the first answer that is no token, and prints it.
`
const typed = commandLine(HELP, {
  short: { type: 'boolean' },
  floor: { type: 'string' },
  memory: { type: 'string' },
})
const { values } = typed
const least = {
  floor: amount(typed, 'floor', values.floor, 0),
  memory: amount(typed, 'memory', values.memory, 0),
}
const [rounds, roundMs] = values.short === true ? [1, 700] : [20, 500]
const say = (line: string): void => console.log(line)

// Local D1 syncs a file for each read: on a disk that is all one would measure.
const directory = scratchDirectory('bench')
const provider = await startProvider()
const closers: (() => Promise<unknown>)[] = [
  () => rm(directory, { recursive: true, force: true }),
  () => provider.close(),
]
let isBelow = false
const quiet = { LOG_LEVEL: 'warn' }
const VARIANTS = [
  { name: 'vend', changes: { bindings: quiet } },
  {
    name: 'vend, D1 refuses',
    changes: {
      bindings: { ...quiet, FAULTY_DATABASE: 'throws' },
      script: join(root, 'e2e/support/faulty-worker.mjs'),
    },
  },
  // The floor writes no log. This is the price of ours where the runtime hands it to Node by a pipe.
  {
    name: 'vend, a log line each',
    changes: { bindings: { LOG_LEVEL: 'info', FAULTY_DATABASE: '' }, script: undefined },
  },
]
try {
  await build(say)
  const seen = new Set(await runtimeProcesses())
  const newRuntime = async (): Promise<number | undefined> => {
    const [pid] = [...(await runtimeProcesses())].filter((one) => !seen.has(one))
    if (pid !== undefined) seen.add(pid)
    return pid
  }
  const start = async (name: string, directPort: number, workerScript?: string) => {
    const stack = await startStack({
      directory: join(directory, name),
      ports: { worker: 0 },
      emulators: [],
      customerApp: false,
      loopbackOrigins: [provider.origin],
      // Tokens of one second must be good for the moment in which they are connected.
      timings: { usableMarginMs: 1000, refreshMarginMs: 1000 },
      directPort,
      rateLimit: '0/60',
      build: 'never',
      ...(workerScript === undefined ? {} : { workerScript }),
    })
    closers.push(stack.stop)
    return stack
  }

  const stack = await start('pipes', 18_801)
  await newRuntime()
  await defineProvider(stack, 'bench', provider.origin)
  await connectAccount(stack, 'bench', 'fresh')
  const warm = await fetchToken(stack, 'bench', 'fresh')
  if (warm.status !== 200) throw new Error(`vending answers ${warm.status}: ${await warm.text()}`)
  const request = {
    headers: { authorization: `Bearer ${stack.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: 'fresh' }),
  }
  const targetOf = (name: string, port: number, pid: number | undefined): Target => ({
    name,
    url: new URL(`http://127.0.0.1:${port}/data-integrations/bench/token`),
    ...request,
    pid,
  })
  const races: Race[] = []
  for (const providerMs of [300, 11_000]) {
    say(`100 callers, provider answers in ${providerMs} ms …`)
    races.push(await race(stack, provider, 'bench', 100, providerMs))
  }
  printRaces(races)

  const floor = await startFloor(directory, 18_800, request.body)
  closers.push(floor.close)
  const bare = { ...request, pid: await newRuntime() }
  const floors: readonly Target[] = [
    { ...bare, name: 'floor, SQLite', url: floor.sqlite },
    { ...bare, name: 'floor, memory', url: floor.memory },
  ]
  const rows: Row[] = []
  for (const { name, changes } of VARIANTS) {
    say(`${name}: ${rounds} alternating rounds of ${roundMs} ms at each concurrency …`)
    await stack.restartWorker(changes)
    const target = targetOf(name, 18_801, await newRuntime())
    const own = await compare(floors, target, [1, 16, 64], rounds, roundMs)
    rows.push(...own.filter((row) => row.name === name || rows.length === 0))
  }
  printRows(rows)
  const wanted = [least.floor, least.memory]
  isBelow =
    rows.some(
      ({ name, ratios }) =>
        !/^floor|log/.test(name) && ratios.some((ratio, index) => ratio < (wanted[index] ?? 0)),
    ) ||
    races.some(
      ({ refreshes, reuses, served, callers, tokens }) =>
        refreshes !== 1 || reuses !== 0 || served !== callers || tokens !== 1,
    )
} finally {
  for (const close of closers.toReversed()) await close()
}
process.exit(isBelow ? 1 : 0)

function printRaces(races: readonly Race[]): void {
  console.table(
    races.map(({ callers, providerMs, refreshes, reuses, served, tokens, overheadMs }) => ({
      callers,
      'provider ms': providerMs,
      refreshes,
      'tokens spent twice': reuses,
      served,
      'different tokens': tokens,
      'last answer − provider, ms': Math.round(overheadMs),
    })),
  )
}

function printRows(rows: readonly Row[]): void {
  console.table(
    rows.map(({ name, concurrency, perSecond, ratios, p50Ms, cpuMicros }) => ({
      name,
      concurrency,
      'of SQLite': ratios[0]?.toFixed(2),
      'of memory': ratios[1]?.toFixed(2),
      'requests/s': Math.round(perSecond),
      'p50 ms': p50Ms.toFixed(2),
      'CPU µs/request': Math.round(cpuMicros),
    })),
  )
}
