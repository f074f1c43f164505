/**
 * Builds the widget, the dashboard, the documentation and the Worker's bundle, each only when its sources changed since the last
 * time. The bundle is the one that is deployed; nothing here runs the sources themselves.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commandLine } from '../../worker/tools/command-line.ts'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const workerBundle = join(root, 'dist/worker/index.js')
export const catalogueModule = join(root, 'dist/catalogue/provider-pages.js')
export const widgetDirectory = join(root, 'dist/widget')
export const dashboardDirectory = join(widgetDirectory, 'dashboard')
export const packageDirectory = join(root, 'dist/npm')
export const docsPage = join(widgetDirectory, 'docs/index.html')

type Part = {
  readonly name: string
  readonly sources: readonly string[]
  readonly output: string
  readonly command: readonly string[]
  /** What it prints is worth reading. */
  readonly speaks?: true
}

const buildOf = (config: string): readonly string[] => [
  'node_modules/vite/bin/vite.js',
  'build',
  '-c',
  config,
  '--logLevel',
  'warn',
]
const BUILD_WIDGET = buildOf('widget/vite.config.ts')

const PARTS: readonly Part[] = [
  {
    name: 'widget',
    // The icons of the catalogue are made from the providers' pages.
    sources: ['widget', 'worker/providers', 'package-lock.json'],
    output: join(widgetDirectory, 'pipes-widget.js'),
    command: BUILD_WIDGET,
  },
  {
    name: 'form of the widget',
    sources: ['widget', 'package-lock.json'],
    // Beside the widget, whose build empties the folder; so are the dashboard and the documentation.
    output: join(widgetDirectory, 'pipes-widget-form.js'),
    command: [...BUILD_WIDGET, '--mode', 'form'],
  },
  ...(['admin', 'admin-dialogs'] as const).map((mode) => ({
    name: `${mode} of the widget`,
    sources: ['widget', 'package-lock.json'],
    output: join(widgetDirectory, `pipes-${mode}.js`),
    command: [...BUILD_WIDGET, '--mode', mode],
  })),
  {
    name: 'rest of the widget',
    sources: ['widget', 'package-lock.json'],
    output: join(widgetDirectory, 'pipes-widget-more.js'),
    command: [...BUILD_WIDGET, '--mode', 'more'],
  },
  {
    name: 'dashboard',
    sources: ['widget', 'package-lock.json'],
    output: join(dashboardDirectory, 'dashboard.js'),
    command: buildOf('widget/pipes-dashboard/vite.config.ts'),
  },
  {
    name: 'npm package',
    sources: ['widget', 'tsconfig.json', 'package.json', 'package-lock.json'],
    output: join(packageDirectory, 'custom-elements.json'),
    command: ['widget/tools/build-package.ts'],
  },
  {
    name: 'playground',
    sources: ['widget', 'package-lock.json'],
    output: join(widgetDirectory, 'playground/playground.js'),
    command: buildOf('widget/playground/vite.config.ts'),
  },
  {
    name: 'integrity',
    // Of all scripts, so after them.
    sources: ['widget', 'worker/providers', 'package-lock.json'],
    output: join(widgetDirectory, 'integrity.json'),
    command: ['widget/tools/write-integrity.ts'],
  },
  {
    name: 'documentation',
    sources: [
      // By way of the manifest of its elements.
      'widget',
      'worker/contract',
      'worker/domain',
      'worker/providers',
      'worker/test/documented',
      'worker/tools',
      'package.json',
      'package-lock.json',
    ],
    output: docsPage,
    command: ['worker/tools/build-docs.ts'],
    speaks: true,
  },
  {
    name: 'catalogue',
    sources: ['worker/providers', 'worker/tools/build-catalogue.ts'],
    output: catalogueModule,
    command: ['worker/tools/build-catalogue.ts'],
  },
  {
    name: 'Worker',
    sources: ['worker', 'wrangler.toml', 'tsconfig.json', 'package-lock.json'],
    output: workerBundle,
    command: [
      'node_modules/wrangler/bin/wrangler.js',
      'deploy',
      '--dry-run',
      '--minify',
      '--outdir',
      'dist/worker',
    ],
  },
]

/**
 * @param options.force build although nothing changed
 * @returns the names of what was built
 */
export async function build(
  say: (line: string) => void,
  options: { readonly force?: boolean } = {},
): Promise<readonly string[]> {
  const built: string[] = []
  for (const part of PARTS) {
    const stamp = join(root, 'dist', `${part.name.toLowerCase()}.hash`)
    const hash = await hashOf(part.sources)
    const before = await readFile(stamp, 'utf8').catch(() => '')
    if (options.force !== true && before === hash && existsSync(part.output)) continue
    say(`Building the ${part.name} …`)
    const printed = await run(part)
    if (part.speaks === true) say(printed.trim())
    await mkdir(join(root, 'dist'), { recursive: true })
    await writeFile(stamp, hash)
    built.push(part.name)
  }
  return built
}

async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await filesOf(path)) {
      hash.update(`${file}\n`).update(await readFile(join(root, file)))
    }
  }
  return hash.digest('hex')
}

async function filesOf(path: string): Promise<readonly string[]> {
  const inside = await readdir(join(root, path), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => (error.code === 'ENOTDIR' ? undefined : []),
  )
  if (inside === undefined) return [path]
  return inside
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .toSorted()
}

/** @returns what it printed */
function run(part: Part): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...part.command], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve(output)
      else reject(new Error(`Building the ${part.name} failed:\n${output}`))
    })
  })
}

if (import.meta.main) {
  commandLine(
    `npm run build

Builds everything into dist, whether or not something has changed: ${PARTS.map(({ name }) => name).join(', ')}.

  --help  this text`,
    {},
  )
  await build((line) => process.stdout.write(`${line}\n`), { force: true })
}
