/** `npm run bench:startup`: what the catalogue adds to the start of the Worker. See --help. */
import { fileURLToPath } from 'node:url'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { build } from 'vite'
import { CATALOGUE } from '../../worker/providers/catalogue.ts'
import { commandLine } from '../../worker/tools/command-line.ts'
import { cpuSeconds, runtimeProcesses } from './cpu.ts'

const ISOLATES = 40
const ROUNDS = 5
const LIMIT_MS = 5
commandLine(
  `npm run bench:startup

What the catalogue adds to the start of the Worker, in processor time of workerd. Many isolates are started
at once, each with all entries, and as many that carry the same bytes as a text that nobody reads: handing
them over is this machine's way to start isolates. The difference is what the entries have to do.

Exits 1 above ${LIMIT_MS} ms an isolate.

  --help  this text`,
  {},
)

const root = fileURLToPath(new URL('../../', import.meta.url))
const EMPTY = 'export default { fetch: () => new Response("0") }'

/** The catalogue as the Worker's bundle has it: all pages, minified, in one module. */
async function catalogueScript(): Promise<string> {
  const entry = 'virtual:catalogue'
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
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

const script = await catalogueScript()
const costs: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  const empty = await cpuOfStart(EMPTY, script)
  const full = await cpuOfStart(script)
  if (full.answer !== 'GitHub') throw new Error(`no provider: ${full.answer}`)
  costs.push((full.ms - empty.ms) / ISOLATES)
}
const [median = 0] = costs.toSorted((a, b) => a - b).slice(Math.floor(ROUNDS / 2))
process.stdout.write(
  `${CATALOGUE.length} entries, ${(script.length / 1000).toFixed(0)} kB: ${median.toFixed(2)} ms of processor time at the start of an isolate ` +
    `(median of ${ROUNDS} rounds of ${ISOLATES} isolates: ${costs.map((one) => one.toFixed(2)).join(', ')}); at most ${LIMIT_MS}\n`,
)
if (median > LIMIT_MS) process.exitCode = 1
