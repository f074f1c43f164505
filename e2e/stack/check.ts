/**
 * `npm run check`: every step, two at a time, one line each; the output of those that failed; what really ran;
 * and the sum of all tests alone on the last line.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { delimiter, join } from 'node:path'
import { commandLine } from '../../worker/tools/command-line.ts'
import { root } from './build.ts'
import { add, asWords, NOTHING } from './counts.ts'
import { ranEnvironment, readRan } from './ran.ts'
import { blockedBy, runStep, stopRunning } from './run-step.ts'
import { scratchDirectory } from './scratch.ts'
import { STEPS, type Step } from './steps.ts'
import { runOrdered } from './run-ordered.ts'

const HELP = `npm run check [-- --only STEP]

Steps, in order; each says no when:
${STEPS.map((step) => `  ${step.name.padEnd(10)} ${step.says}`).join('\n')}

  --only STEP  just this one; may be repeated`

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const { values, refuse } = commandLine(HELP, {
  only: { type: 'string', multiple: true, default: [] },
})
const unknown = values.only.find((name) => !STEPS.some((step) => isNamed(step, name)))
if (unknown !== undefined) refuse(`There is no step "${unknown}".`)

const reports = scratchDirectory('check')
const ranFile = join(reports, 'ran.txt')
/** What the steps throw away. */
const scratch = join(reports, 'tmp')
mkdirSync(scratch)
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  ...(JSON.parse(readFileSync(new URL('tool-environment.json', import.meta.url), 'utf8')) as Record<
    string,
    string
  >),
  ...ranEnvironment(ranFile),
  TMPDIR: scratch,
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopAll)
process.on('disconnect', stopAll)
process.channel?.unref()

const failed = new Set<string>()
let total = NOTHING
const chosen = STEPS.filter((step) => values.only.length === 0 || isWanted(step))
await runOrdered(chosen, { atOnce: Math.min(2, availableParallelism()), run: report })

const ran = readRan(ranFile)
if (ran.length > 0) say(`\nWhat ran:\n${ran.map((line) => `  ${line}`).join('\n')}`)
if (failed.size > 0) say(`\nFailed: ${[...failed].join(', ')}`)
say('')
say(asWords(total))
rmSync(reports, { recursive: true, force: true })
process.exitCode = failed.size === 0 ? 0 : 1

/** `worker` names both of its parts. */
function isNamed(step: Step, name: string): boolean {
  return step.name === name || step.name.startsWith(`${name} `)
}

function isWanted(step: Step): boolean {
  return values.only.some((name) => isNamed(step, name))
}

async function report(step: Step): Promise<void> {
  const blocked = step.needs?.find((name) => failed.has(name))
  const startedAt = Date.now()
  const outcome =
    blocked === undefined ? await runStep(step, { reports, environment, say }) : blockedBy(blocked)
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  const words = step.runner === undefined || blocked !== undefined ? '' : asWords(outcome.counts)
  say(`${outcome.ok ? 'ok  ' : 'FAIL'}  ${step.name.padEnd(10)} ${seconds.padStart(6)} s  ${words}`)
  if (!outcome.ok) {
    failed.add(step.name)
    say(`${outcome.output.trimEnd()}\n`)
  }
  total = add(total, outcome.counts)
}

function stopAll(): void {
  stopRunning()
  rmSync(reports, { recursive: true, force: true })
  process.exit(130)
}
