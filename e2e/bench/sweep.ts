/** `npm run bench:sweep`: what the cron sweep reads among many accounts, and how fast a rewrap is. */
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandLine, wholeNumber } from '../../worker/tools/command-line.ts'
import { operatorPass } from '../../worker/tools/keys.ts'
import { build, root } from '../stack/build.ts'
import { openLocalState } from '../stack/local-state.ts'
import { scratchDirectory } from '../stack/scratch.ts'
import { startStack } from '../stack/stack.ts'
import type { Stack } from '../stack/stack-options.ts'
import { seedAccounts } from './account-seed.ts'
import { expectAnswer } from './answers.ts'
import { readTouched, seedSweep } from './sweep-seed.ts'

const ROWS_PER_SECOND = 500
const HELP = `npm run bench:sweep -- [--short] [--accounts N] [--due N] [--help]

Writes accounts into a local D1, of which few are due to be looked after, and runs the cron sweep in
batches; the first run is killed in its middle. Then moves their stored credentials to another ring key.

  --accounts N  (default 100000; with --short 20000)
  --due N       (default 500; with --short 100)
  --short       for a look

Exits 1 when other accounts than those that were due were touched, when one was left out, or when fewer
than ${ROWS_PER_SECOND} rows a second are moved.
`
const typed = commandLine(HELP, {
  short: { type: 'boolean' },
  accounts: { type: 'string' },
  due: { type: 'string' },
})
const { values } = typed
const isShort = values.short === true
const accounts = wholeNumber(typed, 'accounts', values.accounts, isShort ? 20_000 : 100_000)
const dueCount = wholeNumber(typed, 'due', values.due, isShort ? 100 : 500)
const credentials = Math.min(accounts, isShort ? 4000 : 20_000)
/** So few of each integration in the runs after it, so that there are several. */
const PER_RUN = isShort ? 3 : 10
const MAX_RUNS = 20

type Run = {
  readonly run: string
  readonly touched: number
  readonly rowsRead: number | string
  readonly statements: number | string
  readonly ms: number
}

// Local D1 syncs a file for each read: on a disk that is all one would measure.
const directory = scratchDirectory('sweep')
const problems: string[] = []
try {
  await build((line) => console.log(line))
  await measure()
} finally {
  await rm(directory, { recursive: true, force: true })
}
for (const problem of problems) console.error(problem)
process.exit(problems.length === 0 ? 0 : 1)

async function measure(): Promise<void> {
  const options = {
    directory,
    ports: { worker: 0 },
    emulators: [],
    customerApp: false,
    rateLimit: '0/60',
    logLevel: 'silent',
    workerScript: join(root, 'e2e/support/counting-worker.mjs'),
    build: 'never',
  } as const
  const empty = await startStack(options)
  await empty.stop()
  const { vaultKeyring, apiKeyPepper } = (await openLocalState(directory)).read()
  await seedAccounts(empty.stateDirectory, empty.environmentId, accounts)
  const due = await seedSweep(empty.stateDirectory, empty.environmentId, vaultKeyring, {
    accounts,
    due: dueCount,
    credentials,
  })
  console.log(`${accounts} accounts, ${due.size} of them due; ${credentials} credentials`)
  const stack = await startStack(options)
  try {
    console.table(await sweep(stack, due))
    console.table([await rewrap(stack, vaultKeyring, apiKeyPepper)])
  } finally {
    await stack.stop()
  }
}

async function sweep(stack: Stack, due: ReadonlySet<string>): Promise<readonly Run[]> {
  const runs: Run[] = []
  const seen = { touched: 0 }
  const noteRun = async (run: Omit<Run, 'touched'>): Promise<number> => {
    const { touched, stillDue } = await readTouched(stack.stateDirectory)
    runs.push({ ...run, touched: touched.size - seen.touched })
    seen.touched = touched.size
    return stillDue
  }
  const killed = await killedRun(stack)
  let left = await noteRun({ run: 'killed', rowsRead: '', statements: '', ms: killed })
  for (let number = 1; left > 0 && number <= MAX_RUNS; number += 1) {
    const startedAt = performance.now()
    const answer = await fetch(`${stack.url}/test/cron`, { method: 'POST' })
    await expectAnswer('cron', answer, [200])
    const ms = Math.round(performance.now() - startedAt)
    const counted = (await answer.json()) as { rowsRead: number; statements: number }
    left = await noteRun({ run: String(number), ...counted, ms })
  }
  const { touched } = await readTouched(stack.stateDirectory)
  const others = [...touched].filter((id) => !due.has(id)).length
  if (others > 0) problems.push(`${others} accounts were touched that were not due`)
  if (left > 0) problems.push(`${left} accounts are due still after ${MAX_RUNS} runs`)
  if (touched.size !== due.size) {
    problems.push(`${due.size} accounts were due, ${touched.size} were touched`)
  }
  return runs
}

/** Begins a run that would do all, and ends the runtime as soon as something was done. */
async function killedRun(stack: Stack): Promise<number> {
  const startedAt = performance.now()
  const running = fetch(`${stack.url}/test/cron`, { method: 'POST' }).catch(() => undefined)
  while ((await readTouched(stack.stateDirectory)).touched.size === 0) await pause(2)
  await stack.restartWorker({ bindings: { KEEP_ALIVES_PER_RUN: String(PER_RUN) } })
  await running
  return Math.round(performance.now() - startedAt)
}

type Slice = {
  readonly moved: { readonly rows: number }
  readonly failed: number
  readonly remaining: { readonly rows: number }
  readonly after: string | null
}

async function rewrap(stack: Stack, ring: string, pepper: string) {
  const { active, keys } = JSON.parse(ring) as { active: string; keys: Record<string, string> }
  const next = {
    active: 'k2-next',
    keys: { ...keys, 'k2-next': randomBytes(32).toString('base64') },
  }
  await stack.restartWorker({ bindings: { VAULT_KEYRING: JSON.stringify(next) } })
  const path = `${stack.url}/keys/${active}/rewrap`
  const startedAt = performance.now()
  let [rows, failed, slices] = [0, 0, 0]
  let after = ''
  let left = 0
  do {
    const url = after === '' ? path : `${path}?after=${after}`
    const headers = { authorization: `Bearer ${operatorPass(pepper)}` }
    const answer = await expectAnswer(
      'rewrap',
      await fetch(url, { method: 'POST', headers }),
      [200],
    )
    const slice = (await answer.json()) as Slice
    rows += slice.moved.rows
    failed += slice.failed
    slices += 1
    left = slice.remaining.rows
    after = slice.after ?? ''
  } while (after !== '')
  const perSecond = Math.round((rows * 1000) / (performance.now() - startedAt))
  if (failed > 0 || left > 0) problems.push(`${failed} rows failed, ${left} are left`)
  if (perSecond < ROWS_PER_SECOND) {
    problems.push(`${perSecond} rows a second were moved; the bar is ${ROWS_PER_SECOND}`)
  }
  return { 'rows moved': rows, slices, 'rows/s': perSecond, bar: ROWS_PER_SECOND }
}
