/** Runs one step of the checks and makes an outcome of its exit code and its runner's report. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { root } from './build.ts'
import { add, NOTHING, readCounts, type Counts } from './counts.ts'
import type { Step } from './steps.ts'

export type Outcome = { readonly ok: boolean; readonly counts: Counts; readonly output: string }

export type StepContext = {
  /** A directory for the runners' reports. */
  readonly reports: string
  readonly environment: NodeJS.ProcessEnv
  readonly say: (line: string) => void
}

const HEARTBEAT_MS = 30_000

// The children of this process, so that a signal can reach them.
const running = new Set<ChildProcess>()

export function stopRunning(): void {
  for (const child of running) child.kill('SIGTERM')
}

export async function runStep(step: Step, context: StepContext): Promise<Outcome> {
  const report = join(context.reports, `${step.name.replaceAll(/\W/g, '-')}.json`)
  const { code, output } = await execute(step, report, context)
  if (step.runner === undefined) return { ok: code === 0, counts: failuresOf(code), output }
  const counts = await readCounts(step.runner, report)
  // A runner may fail without a failed test: a file that does not load, a run without any test.
  if (counts === undefined || (code !== 0 && counts.failed === 0)) {
    return { ok: false, counts: add(counts ?? NOTHING, failuresOf(1)), output }
  }
  return { ok: code === 0, counts, output }
}

export const blockedBy = (name: string): Outcome => ({
  ok: false,
  counts: failuresOf(1),
  output: `not run: it needs "${name}"`,
})

/** A step that is no test adds nothing when it passes, and a failure when it fails. */
const failuresOf = (code: number): Counts => (code === 0 ? NOTHING : { ...NOTHING, failed: 1 })

function execute(
  step: Step,
  report: string,
  { environment, say }: StepContext,
): Promise<{ readonly code: number; readonly output: string }> {
  const [script = '', ...args] = [...step.command, ...reporterArguments(step, report)]
  const startedAt = Date.now()
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script, '--', ...args], {
      cwd: root,
      env: { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    running.add(child)
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const heartbeat = setInterval(() => {
      say(`      ${step.name} … ${Math.round((Date.now() - startedAt) / 1000)} s`)
    }, HEARTBEAT_MS)
    const end = (code: number): void => {
      clearInterval(heartbeat)
      running.delete(child)
      resolve({ code, output })
    }
    child.on('error', (error) => {
      output += error.message
      end(1)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}

function reporterArguments(step: Step, report: string): readonly string[] {
  if (step.runner === 'vitest') {
    return ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  }
  return step.runner === 'playwright' ? ['--reporter=list,json'] : []
}
