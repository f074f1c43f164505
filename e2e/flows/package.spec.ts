/** The npm package and the published files, as those who install and embed them rely on them. No browser is needed. */
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import { build } from 'vite'
import { en } from '../../widget/i18n/en.ts'
import { enRest } from '../../widget/i18n/en-rest.ts'
import { manifestFindings } from '../../widget/tools/manifest-findings.ts'
import type { ElementDeclaration, Manifest } from '../../widget/tools/manifest-schema.ts'
import { customerOf, layCustomer } from '../hosts/bundle.ts'
import { packageDirectory, root, widgetDirectory } from '../stack/build.ts'
import { test } from '../support/lasting.ts'

const run = promisify(execFile)
const customer = customerOf('package')

const manifestOf = async (): Promise<Manifest> =>
  JSON.parse(await readFile(join(packageDirectory, 'custom-elements.json'), 'utf8')) as Manifest

test.describe.configure({ mode: 'default' })
test.beforeAll(() => layCustomer(customer))

test('Node imports every entry by its name; the headless one brings no Lit', async () => {
  const script = `
    for (const entry of ['', '/define', '/admin', '/admin/define', '/headless', '/react', '/vue', '/svelte']) {
      console.log(entry + ' ' + Object.keys(await import('pipes-widget' + entry)).length)
    }
    for (const tag of ['pipes-widget', 'pipes-admin']) {
      console.log(typeof document + ' ' + customElements.get(tag)?.name)
    }`
  const node = ['--input-type=module', '-e']
  const { stdout } = await run(process.execPath, [...node, script], { cwd: customer })
  expect(stdout).toContain('/react 0')
  expect(stdout).toContain('undefined PipesWidget')
  expect(stdout).toContain('undefined PipesAdmin')
  const headless = `await import('pipes-widget/headless'); console.log(String('litElementVersions' in globalThis))`
  expect((await run(process.execPath, [...node, headless], { cwd: customer })).stdout).toBe(
    'false\n',
  )
})

test('no module of it has a Lit of its own, or asks for another host', async () => {
  const description = JSON.parse(await readFile(join(packageDirectory, 'package.json'), 'utf8'))
  expect(description).not.toHaveProperty('dependencies')
  // An optional one would not be installed, and then nothing would be found.
  expect(description).toMatchObject({ peerDependencies: { lit: expect.any(String) } })
  expect(description).not.toHaveProperty('peerDependenciesMeta')
  const files = await readdir(packageDirectory, { recursive: true })
  const code = await Promise.all(
    files
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFile(join(packageDirectory, file), 'utf8')),
  )
  const imported = code.flatMap((text) =>
    Array.from(text.matchAll(/^(?:import|export)[^;]*? from "([^".][^"]*)"/gm), ([, name]) => name),
  )
  expect([...new Set(imported)]).toEqual(['lit'])
  expect(code.join('\n')).not.toContain('litElementVersions')
})

test('a strict TypeScript project reads our types, in JSX too', async () => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = await run(process.execPath, [tsc, '-p', customer])
  expect(stdout).toBe('')
})

test('the manifest says what is there, and nothing else', async () => {
  const manifest = await manifestOf()
  expect(manifestFindings(manifest)).toEqual([])
  // And whoever forgets something is told.
  const changed = (
    tagName: string,
    change: (element: ElementDeclaration) => Partial<ElementDeclaration>,
  ): Manifest => ({
    ...manifest,
    modules: manifest.modules.map((module) => ({
      ...module,
      declarations: module.declarations.map((one) =>
        'tagName' in one && one.tagName === tagName ? { ...one, ...change(one) } : one,
      ),
    })),
  })
  const made = { name: 'made-up', description: 'Nothing.' }
  for (const tagName of ['pipes-widget', 'pipes-admin']) {
    for (const list of ['cssParts', 'cssProperties', 'slots'] as const) {
      const more = changed(tagName, (one) => ({ [list]: [...one[list], made] }))
      expect(manifestFindings(more)).toEqual([expect.stringContaining(`<${tagName}>: there is no`)])
    }
    for (const list of ['cssParts', 'cssProperties', 'slots', 'events', 'attributes'] as const) {
      const twice = changed(tagName, (one) => ({ [list]: [...one[list], one[list][0]] }))
      expect(manifestFindings(twice)).toEqual([expect.stringContaining('is documented twice')])
    }
    for (const list of ['cssParts', 'cssProperties', 'events', 'attributes'] as const) {
      const without = changed(tagName, (one) => ({ [list]: one[list].slice(1) }))
      expect(manifestFindings(without)).toEqual([expect.stringContaining('is not documented')])
    }
  }
})

test('the page of documentation names all that is in the manifest', async () => {
  const page = await readFile(join(widgetDirectory, 'docs/widget.html'), 'utf8')
  const { modules } = await manifestOf()
  for (const one of modules.flatMap(({ declarations }) => declarations)) {
    const lists =
      'tagName' in one
        ? [one.attributes, one.members, one.events, one.cssParts, one.cssProperties]
        : [one.members]
    for (const { name } of lists.flat()) {
      expect(page).toContain(`<code class="name">${name}</code>`)
    }
  }
})

test('whatever code the elements tell their page is explained', async () => {
  const page = await readFile(join(widgetDirectory, 'docs/errors.html'), 'utf8')
  // One sentence may be for several of them.
  const keys = Object.keys({ ...en.problems, ...enRest.problems })
  for (const code of keys.flatMap((key) => key.split(' '))) {
    expect(page).toContain(`id="${code}"`)
  }
})

test('the same sources give the same bytes, so that a hash can be checked', async () => {
  const built = await build({
    configFile: join(root, 'widget/vite.config.ts'),
    mode: 'production',
    logLevel: 'error',
    build: { write: false },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  const script = outputs.find(({ fileName }) => fileName === 'pipes-widget.js')
  const published = await readFile(join(widgetDirectory, 'pipes-widget.js'), 'utf8')
  expect(script?.type === 'chunk' && script.code === published).toBe(true)
})
