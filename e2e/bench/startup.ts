/** `npm run bench:startup`: what the start of an isolate costs. See --help. */
import { readFile } from 'node:fs/promises'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { build as bundle } from 'vite'
import { CATALOGUE } from '../../worker/providers/catalogue.ts'
import { commandLine } from '../../worker/tools/command-line.ts'
import { build, catalogueModule, root, workerBundle } from '../stack/build.ts'
import { cpuSeconds, runtimeProcesses } from './cpu.ts'

const ISOLATES = 40
const ROUNDS = 5
const LIMIT_MS = 5
commandLine(
  `npm run bench:startup

What the start of an isolate costs, in processor time of workerd: what the catalogue adds, and the whole
Worker. Many isolates are started at once, each with the script, and as many that carry the same bytes as a
text that nobody reads: handing them over is this machine's way to start isolates. The difference is what
is done.

Exits 1 above ${LIMIT_MS} ms an isolate.

  --help  this text`,
  {},
)

const EMPTY = 'export default { fetch: () => new Response("0") }'

/** The catalogue as the Worker's bundle has it: all pages as texts, minified, in one module. */
async function catalogueScript(): Promise<string> {
  const entry = 'virtual:catalogue'
  const built = await bundle({
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '#provider-pages': catalogueModule } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? `import { findProvider } from '${root}worker/providers/catalogue.ts'
               export default { fetch: () => new Response(findProvider('github').name) }`
            : null,
      },
    ],
    build: {
      write: false,
      target: 'esnext',
      rolldownOptions: {
        input: entry,
        output: { format: 'es' },
        preserveEntrySignatures: 'strict',
      },
    },
  })
  const [first] = Array.isArray(built) ? built : [built]
  if (first === undefined || !('output' in first)) throw new Error('nothing was built')
  return first.output[0].code
}

/** Milliseconds of processor time until all isolates have answered. */
async function cpuOfStart(
  script: string,
  ballast = '',
): Promise<{ readonly ms: number; readonly answer: string }> {
  const before = await runtimeProcesses()
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      telemetry: { enabled: false },
      unsafeLocalExplorer: false,
      unsafeObservability: false,
      // The whole Worker logs that it has no configuration.
      handleStructuredLogs: () => {},
      workers: Array.from({ length: ISOLATES }, (_, place) => ({
        name: `isolate-${place}`,
        compatibilityDate: '2026-08-01',
        modules: [
          { type: 'ESModule' as const, path: 'index.mjs', contents: script },
          { type: 'Text' as const, path: 'ballast.txt', contents: ballast },
        ],
      })),
    }),
  )
  try {
    await runtime.ready
    let answer = ''
    for (let place = 0; place < ISOLATES; place += 1) {
      const worker = await runtime.getWorker(`isolate-${place}`)
      answer = await (await worker.fetch('http://isolate/')).text()
    }
    const own = [...(await runtimeProcesses())].filter((pid) => !before.has(pid))
    const seconds = await Promise.all(own.map(cpuSeconds))
    return { ms: seconds.reduce((sum, one) => sum + one, 0) * 1000, answer }
  } finally {
    await runtime.dispose()
  }
}

/** Milliseconds an isolate, in the middle of all rounds, and each round. */
async function costOf(script: string, expected: string) {
  const costs: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const empty = await cpuOfStart(EMPTY, script)
    const full = await cpuOfStart(script)
    if (!full.answer.includes(expected)) throw new Error(`another answer: ${full.answer}`)
    costs.push((full.ms - empty.ms) / ISOLATES)
  }
  const [median = 0] = costs.toSorted((a, b) => a - b).slice(Math.floor(ROUNDS / 2))
  return { median, costs: costs.map((one) => one.toFixed(2)).join(', ') }
}

await build((line) => process.stdout.write(`${line}\n`))
const kilobytes = (script: string): string => `${(script.length / 1000).toFixed(0)} kB`
process.stdout.write(
  `Processor time at the start of an isolate, median of ${ROUNDS} rounds of ${ISOLATES} isolates:\n`,
)

const catalogue = await catalogueScript()
const { median, costs } = await costOf(catalogue, 'GitHub')
process.stdout.write(
  `  ${CATALOGUE.length} entries, ${kilobytes(catalogue)}: ${median.toFixed(2)} ms (${costs}); at most ${LIMIT_MS}\n`,
)
const worker = await readFile(workerBundle, 'utf8')
// Without bindings it says so, in an answer that has passed its whole way.
const whole = await costOf(worker, 'misconfigured')
process.stdout.write(
  `  the whole Worker, ${kilobytes(worker)}: ${whole.median.toFixed(2)} ms (${whole.costs})\n`,
)
if (median > LIMIT_MS) process.exitCode = 1
