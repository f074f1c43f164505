/**
 * Writes what the Worker serves of itself: `openapi.json`, the reference, a page for each error and each provider.
 * Part of `npm run build`; the Worker computes none of it.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commandLine } from './command-line.ts'
import { errorPages } from './docs/error-pages.ts'
import { providerPage } from './docs/provider-page.ts'
import { providersPage } from './docs/providers-page.ts'
import { referencePage } from './docs/reference-page.ts'
import { widgetPage, type Integrity, type Manifest } from './docs/widget-page.ts'
import { openApi } from './openapi/document.ts'
import { documentedProviders, levelCounts } from './providers/documented.ts'
import { providerFile, providerSummary } from './providers/provider-json.ts'

/** One file of them, in this order: what comes later goes before what came first. */
const STYLES = ['base', 'frame', 'reference', 'examples', 'errors', 'providers', 'media'] as const

commandLine(
  `npm run build:docs

Writes the documentation that the Worker serves into dist/widget, of what npm run build left there.

  --help  this text`,
  {},
)
const root = fileURLToPath(new URL('../../', import.meta.url))
const assets = join(root, 'dist/widget')
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
  readonly version: string
}
const document = openApi(version)

const providers = documentedProviders()

for (const folder of ['docs', 'providers']) {
  await rm(join(assets, folder), { recursive: true, force: true })
}
await put('openapi.json', `${JSON.stringify(document)}\n`)
for (const [name, page] of errorPages()) await put(`docs/${name}.html`, page)
await put('docs/providers.html', providersPage(providers))
await put('providers/index.json', `${JSON.stringify({ data: providers.map(providerSummary) })}\n`)
for (const provider of providers) {
  const { slug } = provider.entry
  await put(`docs/providers/${slug}.html`, providerPage(provider))
  await put(`providers/${slug}.json`, `${JSON.stringify(providerFile(provider))}\n`)
}
await put(
  'docs/widget.html',
  widgetPage(
    await readJson<Manifest>(join(root, 'dist/npm/custom-elements.json')),
    await readJson<Integrity>(join(assets, 'integrity.json')),
  ),
)
const styles = STYLES.map((name) =>
  readFile(new URL(`docs/styles/${name}.css`, import.meta.url), 'utf8'),
)
await put('docs/docs.css', (await Promise.all(styles)).join('\n'))
await copyFile(new URL('docs/docs.js', import.meta.url), join(assets, 'docs', 'docs.js'))
// The last one: that it is there says that the rest is.
await put('docs/index.html', referencePage(document))
const counts = levelCounts(providers).map(([level, count]) => `${count} ${level}`)
process.stdout.write(`${providers.length} providers: ${counts.join(', ')}\n`)

async function put(name: string, text: string): Promise<void> {
  const path = join(assets, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T
}
