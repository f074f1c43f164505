/**
 * Writes what the Worker serves of itself: `openapi.json`, the reference, and a page for each error.
 * Part of `npm run build`; the Worker computes none of it.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { errorPages } from './docs/error-pages.ts'
import { referencePage } from './docs/reference-page.ts'
import { openApi } from './openapi/document.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const assets = join(root, 'dist/widget')
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
  readonly version: string
}
const document = openApi(version)

await rm(join(assets, 'docs'), { recursive: true, force: true })
await put('openapi.json', `${JSON.stringify(document)}\n`)
for (const [name, page] of errorPages()) await put(`docs/${name}.html`, page)
for (const name of ['docs.css', 'docs.js']) {
  await copyFile(new URL(`docs/${name}`, import.meta.url), join(assets, 'docs', name))
}
// The last one: that it is there says that the rest is.
await put('docs/index.html', referencePage(document))

async function put(name: string, text: string): Promise<void> {
  const path = join(assets, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}
