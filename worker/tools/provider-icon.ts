/** `npm run provider:icon -- slug NAME`: an icon from an openly licensed package. See --help. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commandLine } from './command-line.ts'
import { iconFile, type Collection } from './providers/icon.ts'

const HELP = `npm run provider:icon -- SLUG NAME --from FOLDER [--disc]

Writes worker/providers/icons/SLUG.svg from the drawing NAME of an icon collection. The packages are no dependency:

  npm pack @iconify-json/logos@1.2.19 && tar xzf iconify-json-logos-1.2.19.tgz     (in colour)
  npm pack @iconify-json/simple-icons@1.2.102 && tar xzf …                         (in one colour, made grey)

  --from FOLDER  where its icons.json is, e.g. package
  --disc         a white disc behind: for dark marks
  --help         this text

Both are CC0-1.0. Look at the result on light and on dark, and keep worker/providers/icons/README.md true.
`

const { values, positionals, refuse } = commandLine(
  HELP,
  { from: { type: 'string' }, disc: { type: 'boolean', default: false } },
  2,
)
const [slug, name] = positionals

if (slug === undefined || name === undefined) refuse('SLUG and NAME are needed.')
else if (values.from === undefined) refuse('--from is needed.')
else write(slug, name, values.from)

function write(provider: string, drawing: string, folder: string): void {
  if (!/^[a-z0-9-]+$/.test(provider))
    return stop('A slug has lower-case letters, digits and hyphens.\n')
  const collection = JSON.parse(readFileSync(join(folder, 'icons.json'), 'utf8')) as Collection
  const made = iconFile(collection, drawing, values.disc)
  if ('problem' in made) return stop(`${made.problem}\n`)
  const path = `worker/providers/icons/${provider}.svg`
  writeFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), made.svg)
  process.stdout.write(`${path}\n`)
}

function stop(words: string): void {
  process.stderr.write(words)
  process.exitCode = 1
}
