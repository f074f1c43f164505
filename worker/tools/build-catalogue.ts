/**
 * Writes the module that a bundle of the Worker has in place of `providers/pages/all.ts` (`[alias]` of wrangler.toml):
 * the same pages, each as a text that is parsed when somebody asks for it. Part of `npm run build`.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { PAGES } from '../providers/pages/all.ts'

const OUT = new URL('../../dist/catalogue/', import.meta.url)

const texts = Object.entries(PAGES).map(
  ([slug, page]) => `  ${JSON.stringify(slug)}: ${JSON.stringify(JSON.stringify(page()))},\n`,
)

await mkdir(OUT, { recursive: true })
await writeFile(
  new URL('provider-pages.js', OUT),
  `// Made of worker/providers/pages by worker/tools/build-catalogue.ts.
const texts = {
${texts.join('')}}

export const PAGES = Object.fromEntries(
  Object.entries(texts).map(([slug, text]) => [slug, () => JSON.parse(text)]),
)
`,
)
