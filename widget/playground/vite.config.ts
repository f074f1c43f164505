/** Builds dist/widget/playground: the page, its style, its script and what is said of the elements. It takes Lit from the widget. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { manifest } from '../tools/manifest.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const files = (): Plugin => ({
  name: 'playground-files',
  generateBundle() {
    const emit = (fileName: string, source: string): void => {
      this.emitFile({ type: 'asset', fileName, source })
    }
    for (const name of ['index.html', 'playground.css', 'face-1.svg', 'face-2.svg']) {
      emit(name, readFileSync(here(name), 'utf8'))
    }
    const elements = manifest()
      .modules.flatMap(({ declarations }) => declarations)
      .filter((one) => 'tagName' in one)
    emit('manifest.json', JSON.stringify(elements))
  },
})

export default defineConfig({
  root: here('.'),
  publicDir: false,
  resolve: { alias: [{ find: /^lit$/, replacement: here('../connect-form/lit-templates.ts') }] },
  plugins: [files()],
  build: {
    outDir: here('../../dist/widget/playground'),
    emptyOutDir: true,
    target: 'es2022',
    minify: 'oxc',
    lib: { entry: here('./playground.ts'), formats: ['es'], fileName: () => 'playground.js' },
    rolldownOptions: { output: { codeSplitting: false, minify: true } },
  },
})
