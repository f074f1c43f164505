/**
 * Builds dist/widget: pipes-widget.js, one file for `<script>` and `<script type="module">` alike, the languages and the
 * icons; with `--mode form` and `--mode more` the scripts that the widget imports when somebody has something to enter, or
 * opens a row; with `--mode admin` pipes-admin.js, and with `--mode admin-dialogs` what that imports; with `--mode npm` the
 * modules of the npm package in dist/npm, which have no Lit of their own.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { minifyHTMLLiterals } from 'minify-literals'
import { defineConfig, type Plugin } from 'vite'
import { enRest } from './i18n/en-rest.ts'
import { minifyTwice } from './tools/minify-twice.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Templates of Lit without the spaces between their lines. */
export const minifyTemplates = (): Plugin => ({
  name: 'minify-templates',
  enforce: 'pre',
  apply: 'build',
  async transform(code, id) {
    if (!/\/widget\/.*\.ts$/.test(id) || !/\b(?:html|css)`/.test(code)) return null
    const minified = await minifyHTMLLiterals(code, { fileName: id })
    return minified ? { code: minified.code, map: JSON.stringify(minified.map) } : null
  },
})

const providerIcons = (folder: string): Plugin => ({
  name: 'provider-icons',
  apply: 'build',
  generateBundle() {
    if (!existsSync(folder)) return
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.svg'))) {
      const source = readFileSync(`${folder}/${name}`)
      this.emitFile({ type: 'asset', fileName: `icons/${name}`, source })
    }
  },
})

const languages = (folder: string): Plugin => ({
  name: 'languages',
  apply: 'build',
  generateBundle() {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    for (const name of files.filter((file) => file.endsWith('.json'))) {
      const source = JSON.stringify(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')))
      this.emitFile({ type: 'asset', fileName: `languages/${name}`, source })
    }
    const source = JSON.stringify(enRest)
    this.emitFile({ type: 'asset', fileName: 'languages/en.json', source })
  },
})

/** Lit's styles as browsers have them that can draw the widget at all; `styles/css-tag.ts` says why. */
const styleSheetsOnly = (): Plugin => ({
  name: 'style-sheets-only',
  enforce: 'pre',
  apply: 'build',
  resolveId(source, importer) {
    const isOfLit = source === './css-tag.js' && importer?.includes('/@lit/reactive-element/')
    return isOfLit ? here('./styles/css-tag.ts') : null
  },
})

/** A second copy of Lit would want a Trusted Types policy of its own, which a strict page allows to the first alone. */
const litOfThePage = { find: /^lit$/, replacement: here('./connect-form/lit-templates.ts') }

/** What every build of ours has. */
export const shared = {
  outDir: here('../dist/widget'),
  target: 'es2022',
  minify: 'oxc',
  sourcemap: true,
} as const
const base = { root: here('.'), publicDir: false } as const
/** The second minifier takes its time; nobody has to be told each time. */
const checks = { bundlerTimings: false } as const

const widget = defineConfig({
  ...base,
  // Only the modules of the npm package are ever where there is none.
  define: { 'typeof document': '"object"' },
  plugins: [
    minifyTemplates(),
    styleSheetsOnly(),
    minifyTwice(),
    languages(here('./i18n/languages')),
    providerIcons(here('../worker/providers/icons')),
  ],
  build: {
    ...shared,
    emptyOutDir: true,
    lib: {
      entry: here('./pipes-widget/pipes-widget.define.ts'),
      formats: ['iife'],
      name: 'PipesWidget',
      fileName: () => 'pipes-widget.js',
    },
    rolldownOptions: {
      checks,
      output: {
        // A second copy of the script must not even create Lit's Trusted Types policy again: a strict CSP forbids it.
        intro: "if(customElements.get('pipes-widget'))return;",
      },
    },
  },
})

const onDemand = (entry: string, fileName: string) =>
  defineConfig({
    ...base,
    resolve: { alias: [litOfThePage] },
    plugins: [minifyTemplates(), minifyTwice()],
    build: {
      ...shared,
      emptyOutDir: false,
      lib: { entry: here(entry), formats: ['es'], fileName: () => fileName },
      // A library's module keeps its spaces otherwise.
      rolldownOptions: { checks, output: { minify: true } },
    },
  })

const form = onDemand('./connect-form/connect-form.module.ts', 'pipes-widget-form.js')
const more = onDemand('./more/more.module.ts', 'pipes-widget-more.js')

const npm = defineConfig({
  ...base,
  resolve: {
    alias: [
      { find: /^\.{1,2}\/(?:browser\/)?own-script\.ts$/, replacement: here('./npm/own-script.ts') },
      { find: /^\.\/admin-script\.ts$/, replacement: here('./npm/admin-script.ts') },
    ],
  },
  plugins: [minifyTemplates()],
  build: {
    ...shared,
    outDir: here('../dist/npm'),
    emptyOutDir: true,
    // Whoever bundles it minifies it; whoever debugs it reads it.
    minify: false,
    lib: {
      entry: {
        index: here('./npm/index.ts'),
        define: here('./npm/define.ts'),
        headless: here('./npm/headless.ts'),
        admin: here('./npm/admin.ts'),
        'admin/define': here('./npm/admin/define.ts'),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^lit(?:\/|$)/],
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js' },
    },
  },
})

const litOfWidget = { find: /^lit$/, replacement: here('./pipes-admin/lit-of-widget.ts') }

/**
 * One script tag will do: where the page has no widget yet, whose Lit draws this one, it is fetched from beside this script.
 * A classic script, as that knows where it came from; so it waits in a function, and is a module no longer.
 */
const AFTER_THE_WIDGET =
  "(async()=>{const own=document.currentScript;if(!customElements.get('pipes-widget'))await import(new URL('pipes-widget.js',own?own.src:location.href).href);"

const admin = defineConfig({
  ...base,
  resolve: { alias: [litOfWidget] },
  plugins: [minifyTemplates(), minifyTwice()],
  build: {
    ...shared,
    emptyOutDir: false,
    lib: {
      entry: here('./pipes-admin/pipes-admin.define.ts'),
      formats: ['es'],
      fileName: () => 'pipes-admin.js',
    },
    rolldownOptions: {
      checks,
      output: { minify: true, banner: AFTER_THE_WIDGET, footer: '})();' },
    },
  },
})

const adminDialogs = onDemand('./pipes-admin/dialogs/dialogs.module.ts', 'pipes-admin-dialogs.js')

const MODES: ReadonlyMap<string, typeof widget> = new Map([
  ['form', form],
  ['more', more],
  ['npm', npm],
  ['admin', admin],
  ['admin-dialogs', adminDialogs],
])

export default defineConfig(({ mode }) => MODES.get(mode) ?? widget)
