/** `npm start` after the installation: starts the stack, tells where it is, and ends it again. */
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './build.ts'
import { forgetLocalState } from './local-state.ts'
import { forgetRunning, noteRunning, runningStack } from './running.ts'
import type { Stack } from './stack-options.ts'
import { startStack } from './stack.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const fail = (line: string): never => {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const directory = join(root, '.pipes')
const { port, reset } = readArguments()
const interruption = new AbortController()
let stack: Stack | undefined
let endedAt = 0

for (const signal of SIGNALS) process.on(signal, end)
// Whoever reads our lines may leave; that ends nothing.
process.stdout.on('error', () => undefined)
// The command in front of us was killed without a word.
process.on('disconnect', end)
process.channel?.unref()

const other = await runningStack(directory)
if (other !== undefined) {
  fail(
    `Pipes already runs from this folder: ${other.url} (process ${other.pid}). End that one first.`,
  )
}
if (reset) {
  say('Forgetting secrets, keys and connections (.pipes) …')
  await forgetLocalState(directory)
}
await mkdir(directory, { recursive: true, mode: 0o700 })
const logPath = join(directory, 'worker.log')
const log = createWriteStream(logPath, { mode: 0o600 })

try {
  stack = await startStack({
    ...(port === undefined ? {} : { ports: { worker: port } }),
    directory,
    say,
    signal: interruption.signal,
    onWorkerLog: ({ level, message }) => {
      log.write(`${message}\n`)
      if (level === 'error') process.stderr.write(`${message}\n`)
    },
  })
} catch (error) {
  if (interruption.signal.aborted) process.exit(130)
  fail(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
if (stack !== undefined) {
  endOnlyHere()
  await tell(stack)
}

async function tell(ready: Stack): Promise<void> {
  await noteRunning(directory, {
    pid: process.pid,
    url: ready.url,
    port: Number(new URL(ready.url).port),
  })
  const rows: readonly (readonly [string, string])[] = [
    ['Customer app', ready.appUrl],
    ['Pipes', ready.url],
    ['Dashboard', ready.dashboardUrl],
    ['API key', ready.apiKey],
    ['User', ready.userId],
    ...Object.entries(ready.emulators).map(([name, at]) => [`Emulated ${name}`, at] as const),
    ['Log of the Worker', logPath],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  say('')
  for (const [name, at] of rows) say(`  ${name.padEnd(width)}  ${at}`)
  say(`\n  Open ${ready.appUrl} and connect GitHub. Ctrl-C ends everything.\n`)
  const facts = {
    url: ready.url,
    app_url: ready.appUrl,
    dashboard_url: ready.dashboardUrl,
    api_key: ready.apiKey,
    environment_id: ready.environmentId,
    user_id: ready.userId,
    organization_id: ready.organizationId,
    emulators: ready.emulators,
  }
  say(`PIPES_READY ${JSON.stringify(facts)}`)
}

/** Miniflare would leave at once on a signal, before the storage is closed. */
function endOnlyHere(): void {
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal)
    process.on(signal, end)
  }
}

/** The first signal ends the parts one after the other; a second one leaves at once. */
function end(): void {
  if (interruption.signal.aborted) {
    // One Ctrl-C may arrive twice: from the terminal and from the command in front of us.
    if (Date.now() - endedAt > 1000) process.exit(130)
    return
  }
  endedAt = Date.now()
  interruption.abort()
  if (stack === undefined) return
  say('Ending …')
  void stack
    .stop()
    .then(() => forgetRunning(directory))
    .finally(() => process.exit(0))
}

function readArguments(): { readonly port: number | undefined; readonly reset: boolean } {
  // start.mjs has said no to other options.
  const { values } = parseArgs({
    options: { port: { type: 'string' }, reset: { type: 'boolean' } },
  })
  const wanted = values.port === undefined ? undefined : Number(values.port)
  if (wanted !== undefined && !(Number.isInteger(wanted) && wanted >= 0 && wanted < 65_536)) {
    fail(`--port takes a number from 0 to 65535, not "${values.port}"`)
  }
  return { port: wanted, reset: values.reset ?? false }
}
