/** `npm run size`: what browsers and Cloudflare load, compressed as they load it, against its budget. */
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { commandLine } from '../../worker/tools/command-line.ts'
import { docsPage, root, widgetDirectory, workerBundle } from './build.ts'
import { firstScreen } from './dashboard-files.ts'

type Budget = {
  readonly path: string
  /** Loaded together with it, each compressed by itself. */
  readonly with?: readonly string[]
  readonly unit: 'brotli' | 'gzip'
  readonly compress: (bytes: Buffer) => Buffer
  readonly limit: number
}

commandLine(
  `npm run size

What browsers and Cloudflare load, compressed as they load it, of what npm run build made. Exits 1 when one is
above its limit.

  --help  this text`,
  {},
)
const [dashboardScript = '', ...dashboardParts] = await firstScreen()
const languages = join(widgetDirectory, 'languages')

/** Those of each element. */
const languageFiles = async (): Promise<readonly string[]> =>
  (await readdir(languages, { recursive: true })).filter((file) => file.endsWith('.json'))

const BUDGETS: readonly Budget[] = [
  {
    path: join(widgetDirectory, 'pipes-widget.js'),
    unit: 'brotli',
    // Quality 11 is the default, and what a CDN does with a file that does not change.
    compress: (bytes) => brotliCompressSync(bytes),
    // The form and the details of a row are scripts of their own, below. A ninth of what React's widget is (`npm run bench:widget`).
    limit: 19_943,
  },
  {
    path: join(widgetDirectory, 'pipes-widget-form.js'),
    unit: 'brotli',
    compress: (bytes) => brotliCompressSync(bytes),
    limit: 6_000,
  },
  {
    path: join(widgetDirectory, 'pipes-widget-more.js'),
    unit: 'brotli',
    compress: (bytes) => brotliCompressSync(bytes),
    // Names, the choice and the faces of accounts took the last 600 bytes: of few rows, once they are open.
    limit: 6_750,
  },
  {
    // On top of the widget, whose Lit draws it.
    path: join(widgetDirectory, 'pipes-admin.js'),
    unit: 'brotli',
    compress: (bytes) => brotliCompressSync(bytes),
    limit: 16_000,
  },
  {
    path: join(widgetDirectory, 'pipes-admin-dialogs.js'),
    unit: 'brotli',
    compress: (bytes) => brotliCompressSync(bytes),
    // The list of shared accounts took the last 3 kB: what the details of a row are to a user.
    limit: 14_000,
  },
  ...(await languageFiles()).map((file): Budget => ({
    path: join(languages, file),
    unit: 'brotli',
    compress: (bytes) => brotliCompressSync(bytes),
    limit: 3_000,
  })),
  {
    path: dashboardScript,
    with: dashboardParts,
    unit: 'gzip',
    compress: (bytes) => gzipSync(bytes, { level: 9 }),
    limit: 120_000,
  },
  {
    path: docsPage,
    with: ['docs.css', 'docs.js'].map((name) => join(dirname(docsPage), name)),
    unit: 'brotli',
    compress: (bytes) => brotliCompressSync(bytes),
    limit: 60_000,
  },
  {
    path: workerBundle,
    unit: 'gzip',
    compress: (bytes) => gzipSync(bytes, { level: 9 }),
    limit: 400_000,
  },
]

const number = (value: number): string => value.toLocaleString('en').padStart(9)

let isOver = false
process.stdout.write('file                           raw bytes  compressed     limit   used\n')
for (const { path, with: others = [], unit, compress, limit } of BUDGETS) {
  const files = await Promise.all([path, ...others].map((file) => readFile(file)))
  const size = files.reduce((sum, bytes) => sum + bytes.length, 0)
  const compressed = files.reduce((sum, bytes) => sum + compress(bytes).length, 0)
  isOver ||= compressed > limit
  const name = path.slice(root.length).padEnd(29)
  const used = `${Math.round((compressed / limit) * 100)} %`.padStart(6)
  const note = compressed > limit ? '  OVER' : ''
  process.stdout.write(
    `${name} ${number(size)}  ${number(compressed)}  ${number(limit)} ${used} ${unit}${note}\n`,
  )
}
process.exitCode = isOver ? 1 : 0
