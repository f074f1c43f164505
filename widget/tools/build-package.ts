/**
 * Builds the npm package in dist/npm: modules, types, manifest and a `package.json` that is generated. Part of `npm run
 * build`. It fails when the manifest and the sources disagree, or a module cannot be imported where there is no document.
 */
import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { manifestFindings } from './manifest-findings.ts'
import { manifest } from './manifest.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const out = join(root, 'dist/npm')
const CODE = ['index', 'define', 'headless', 'admin', 'admin/define'] as const
/** Without code: what they say, a framework's type checker reads. */
const TYPES_ONLY = ['react', 'vue', 'svelte'] as const

await build({
  configFile: join(root, 'widget/vite.config.ts'),
  mode: 'npm',
  logLevel: 'warn',
})
await writeTypes()
for (const name of TYPES_ONLY) await writeFile(join(out, `${name}.js`), 'export {}\n')
await copyFile(join(root, 'widget/npm/README.md'), join(out, 'README.md'))
await copyFile(join(root, 'LICENSE'), join(out, 'LICENSE'))
await writeFile(join(out, 'package.json'), `${JSON.stringify(await description(), null, 2)}\n`)
await writeManifest()
for (const name of CODE) await import(join(out, `${name}.js`))
process.stdout.write('The package is in dist/npm: npm install ./dist/npm, or npm pack ./dist/npm\n')

/** What it says is documented at `/docs/widget`, so nothing may be missing and nothing made up. */
async function writeManifest(): Promise<void> {
  const said = manifest()
  const findings = manifestFindings(said)
  if (findings.length > 0) throw new Error(findings.join('\n'))
  await writeFile(join(out, 'custom-elements.json'), `${JSON.stringify(said, null, 2)}\n`)
}

async function writeTypes(): Promise<void> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { status, stdout } = spawnSync(
    process.execPath,
    [tsc, '-p', join(root, 'widget/tsconfig.npm.json')],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stdout)
  const types = join(out, 'types')
  await mkdir(join(types, 'npm'), { recursive: true })
  for (const name of TYPES_ONLY) {
    const file = `npm/${name}.d.ts`
    await copyFile(join(root, 'widget', file), join(types, file))
  }
  for (const file of await readdir(types, { recursive: true })) {
    if (!file.endsWith('.d.ts')) continue
    const text = await readFile(join(types, file), 'utf8')
    // The modules beside them are JavaScript by now.
    await writeFile(join(types, file), text.replace(/(['"])(\.{1,2}\/[^'"]+)\.ts\1/g, '$1$2.js$1'))
  }
}

async function description(): Promise<object> {
  const { version, license, dependencies } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  ) as {
    readonly version: string
    readonly license: string
    readonly dependencies: { readonly lit: string }
  }
  return {
    name: 'pipes-widget',
    version,
    description:
      'Lets your users connect their accounts: <pipes-widget>, <pipes-admin>, and the same without them.',
    license,
    type: 'module',
    // What registers an element, and nothing else.
    sideEffects: ['./define.js', './admin/define.js'],
    exports: {
      ...Object.fromEntries(
        [...CODE, ...TYPES_ONLY].map((name) => [
          name === 'index' ? '.' : `./${name}`,
          { types: `./types/npm/${name}.d.ts`, default: `./${name}.js` },
        ]),
      ),
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
    customElements: 'custom-elements.json',
    // Installed by itself, so that nobody has to know of it; one that the page has already is taken.
    peerDependencies: { lit: `^${dependencies.lit}` },
  }
}
