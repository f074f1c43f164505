/**
 * Bundles the pages of `e2e/hosts` as a customer would: the npm package, as it is published, lies in a `node_modules` of
 * theirs, so that what is resolved is its `exports`. Everything happens in a folder of `dist/hosts`.
 */
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'svelte/compiler'
import { build, type Plugin } from 'vite'
import type { Manifest } from '../../widget/tools/manifest-schema.ts'
import { packageDirectory, root } from '../stack/build.ts'

/** A customer's project, with the sources of the pages. Whoever lays one calls it otherwise: they may run at once. */
export const customerOf = (name: string): string => join(root, 'dist/hosts', name)

const PAGES = ['react.tsx', 'react-admin.tsx', 'vue.mjs', 'svelte.mjs', 'headless.mjs'] as const

/** What `@sveltejs/vite-plugin-svelte` does, without its hot reload. */
const svelte: Plugin = {
  name: 'svelte',
  transform(code, id) {
    if (!id.endsWith('.svelte')) return null
    const { js } = compile(code, { filename: id, generate: 'client' })
    return { code: js.code, map: js.map.toString() }
  },
}

/** Typed as strictly as can be; `skipLibCheck` is off, so that our own types are read as well. */
const TSCONFIG = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    jsx: 'react-jsx',
    target: 'es2022',
    lib: ['es2024', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    allowJs: true,
    types: [],
  },
  files: ['react.tsx', 'react-admin.tsx', 'markup-types.tsx', 'every-name.tsx'],
}

/** Lays the customer's project anew. */
export async function layCustomer(customer: string): Promise<void> {
  await rm(customer, { recursive: true, force: true })
  await mkdir(join(customer, 'node_modules'), { recursive: true })
  await symlink(packageDirectory, join(customer, 'node_modules/pipes-widget'))
  await cp(fileURLToPath(new URL('.', import.meta.url)), customer, {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  })
  await writeFile(join(customer, 'tsconfig.json'), JSON.stringify(TSCONFIG))
  const manifest = await readFile(join(packageDirectory, 'custom-elements.json'), 'utf8')
  await writeFile(join(customer, 'every-name.tsx'), everyName(JSON.parse(manifest) as Manifest))
}

/** Every attribute and every event of the manifest, as the markup of React and of Svelte has it. */
function everyName({ modules }: Manifest): string {
  const elements = modules.flatMap(({ declarations }) =>
    declarations.flatMap((one) => ('tagName' in one ? [one] : [])),
  )
  const named = elements.map(({ tagName, attributes, events }) => ({
    tagName,
    names: [
      ...attributes.map(({ name, type }) => [name, /^'.*?'/.exec(type.text)?.[0] ?? `'text'`]),
      ...events.map(({ name, type }) => [`on${name}`, `(event: ${type.text}) => void event`]),
    ],
  }))
  const tags = elements.map(({ tagName }) => `'${tagName}'`).join(' | ')
  const own = 'PipesConfiguredEvent'
  const others = new Set(elements.flatMap(({ events }) => events.map(({ type }) => type.text)))
  others.delete(own)
  return `
    import 'pipes-widget/react'
    import 'pipes-widget/svelte'
    import type { ${[...others].join(', ')} } from 'pipes-widget'
    import type { ${own} } from 'pipes-widget/admin'
    import type { SvelteHTMLElements } from 'svelte/elements'
    export const inSvelte: Pick<SvelteHTMLElements, ${tags}> = {
      ${named.map(({ tagName, names }) => `'${tagName}': { ${names.map(([name, value]) => `'${name}': ${value}`).join(', ')} },`).join('\n')}
    }
    export const inReact = [
      ${named.map(({ tagName, names }) => `<${tagName} ${names.map(([name, value]) => `${name}={${value}}`).join(' ')} />,`).join('\n')}
    ]
  `
}

/** @returns the text of each script, by its path: `/react.js`, `/assets/….js` */
export async function bundleHosts(name: string): Promise<ReadonlyMap<string, string>> {
  const customer = customerOf(name)
  await layCustomer(customer)
  const built = await build({
    configFile: false,
    root: customer,
    mode: 'production',
    logLevel: 'error',
    define: { __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false' },
    plugins: [svelte],
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: PAGES.map((page) => join(customer, page)),
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  return new Map(
    outputs.flatMap((one) => (one.type === 'chunk' ? [[`/${one.fileName}`, one.code]] : [])),
  )
}
