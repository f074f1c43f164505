/** Builds dist/widget/dashboard: modules of which a page loads what it needs, one stylesheet, and the icons. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { minifyTemplates, shared } from '../vite.config.ts'
import { drawIcons } from './icons/sheet.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Web Awesome's icons come from here: the strict page has neither `data:` nor a foreign host. */
const iconSheet = (): Plugin => ({
  name: 'icon-sheet',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'icons.svg', source: drawIcons() })
    const mark = readFileSync(here('./icons/mark.svg'))
    this.emitFile({ type: 'asset', fileName: 'mark.svg', source: mark })
  },
})

export default defineConfig({
  root: here('..'),
  publicDir: false,
  base: '/dashboard/assets/',
  plugins: [minifyTemplates(), iconSheet()],
  build: {
    ...shared,
    outDir: here('../../dist/widget/dashboard'),
    emptyOutDir: true,
    sourcemap: false,
    // `npm run size` reads in it what the first screen loads.
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    rolldownOptions: {
      input: here('./dashboard.define.ts'),
      output: {
        entryFileNames: 'dashboard.js',
        // Web Awesome's own chunks have a dot in their names.
        chunkFileNames: ({ name }) => `${name.replaceAll(/[^\w-]/g, '-')}-[hash].js`,
        assetFileNames: 'dashboard[extname]',
      },
    },
  },
})
