/** Builds dist/widget: pipes-widget.js, one file for `<script>` and `<script type="module">` alike, the languages and the icons. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { minifyHTMLLiterals } from 'minify-literals'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const minifyTemplates = (): Plugin => ({
  name: 'minify-templates',
  enforce: 'pre',
  apply: 'build',
  async transform(code, id) {
    if (!/\/widget\/.*\.ts$/.test(id)) return null
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
    for (const name of readdirSync(folder)) {
      const source = JSON.stringify(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')))
      this.emitFile({ type: 'asset', fileName: `languages/${name}`, source })
    }
  },
})

/** Pages that declare no charset read a script as windows-1252: "…" would become "â€¦". */
const asciiOnly = (): Plugin => ({
  name: 'ascii-only',
  apply: 'build',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      chunk.code = chunk.code.replace(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    }
  },
})

export default defineConfig({
  root: here('.'),
  publicDir: false,
  plugins: [
    minifyTemplates(),
    asciiOnly(),
    languages(here('./i18n/languages')),
    providerIcons(here('../worker/providers/icons')),
  ],
  build: {
    outDir: here('../dist/widget'),
    emptyOutDir: true,
    target: 'es2022',
    minify: 'oxc',
    sourcemap: true,
    lib: {
      entry: here('./pipes-widget/pipes-widget.define.ts'),
      formats: ['iife'],
      name: 'PipesWidget',
      fileName: () => 'pipes-widget.js',
    },
    rolldownOptions: {
      output: {
        // A second copy of the script must not even create Lit's Trusted Types policy again: a strict CSP forbids it.
        intro: "if(customElements.get('pipes-widget'))return;",
      },
    },
  },
})
