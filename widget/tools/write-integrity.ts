/**
 * Writes dist/widget/integrity.json: for each script its hash (Subresource Integrity, SHA-384) and an address that never
 * means another build, under which it lies a second time. A page that pins a build takes both from there.
 */
import { createHash } from 'node:crypto'
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const out = fileURLToPath(new URL('../../dist/widget/', import.meta.url))
/** Written into pages: `pipes-widget.js`. */
const EMBEDDED = /^pipes-[a-z]+\.js$/
/** `pipes-widget-3f9a….js`, of an earlier build. */
const PINNED = /-[0-9a-f]{16}\.js$/

const names = (await readdir(out)).filter((name) => name.endsWith('.js'))
for (const name of names.filter((one) => PINNED.test(one))) await rm(join(out, name))

const scripts: Record<string, { readonly integrity: string; readonly pinned?: string }> = {}
for (const name of names.filter((one) => !PINNED.test(one)).toSorted()) {
  const bytes = await readFile(join(out, name))
  const digest = createHash('sha384').update(bytes)
  const hash = digest.copy().digest('hex').slice(0, 16)
  const integrity = `sha384-${digest.digest('base64')}`
  // The others are imported by these, whichever of the two is newer.
  if (!EMBEDDED.test(name)) {
    scripts[`/${name}`] = { integrity }
    continue
  }
  const pinned = name.replace(/\.js$/, `-${hash}.js`)
  await copyFile(join(out, name), join(out, pinned))
  scripts[`/${name}`] = { integrity, pinned: `/${pinned}` }
}
await writeFile(join(out, 'integrity.json'), `${JSON.stringify({ scripts }, null, 2)}\n`)
