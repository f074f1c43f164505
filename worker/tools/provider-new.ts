/** `npm run provider:new -- slug`: a page of the catalogue from a few answers. See --help. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { commandLine } from './command-line.ts'
import { newPage, QUESTIONS, type AnswerName, type Answers } from './providers/new-provider.ts'

const HELP = `npm run provider:new -- SLUG [options]

Writes worker/providers/pages/SLUG.ts and its lines in pages/all.ts, and prints what is left to do.
What is not given as an option is asked; without a terminal it has to be given.

${QUESTIONS.map((one) => `  --${one.name.padEnd(11)} ${one.asks}${'otherwise' in one && one.otherwise !== '' ? ` (${one.otherwise})` : ''}`).join('\n')}
  --root DIR     the project's folder, if it is not this one
  --help         this text
`

const { values, positionals, refuse } = commandLine(
  HELP,
  {
    ...Object.fromEntries(QUESTIONS.map(({ name }) => [name, { type: 'string' } as const])),
    root: { type: 'string', default: fileURLToPath(new URL('../../', import.meta.url)) },
  },
  1,
)
const given = values as Readonly<Record<string, string | boolean | undefined>>

const [slug] = positionals
if (slug === undefined) refuse('A slug is needed.')
else write(slug, await answersOf())

async function answersOf(): Promise<Answers> {
  const terminal = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stdout })
    : undefined
  const answers: Partial<Record<AnswerName, string>> = {}
  for (const question of QUESTIONS) {
    const otherwise = 'otherwise' in question ? question.otherwise : undefined
    const told = given[question.name]
    const isOfOAuth = !['name', 'category', 'docs', 'authorize', 'console'].includes(question.name)
    const isMoot = isOfOAuth && answers.authorize === ''
    if (typeof told === 'string') answers[question.name] = told.trim()
    else if (isMoot || terminal === undefined) answers[question.name] = otherwise ?? ''
    else {
      const hint = otherwise === undefined || otherwise === '' ? '' : ` [${otherwise}]`
      const typed = (await terminal.question(`${question.asks}${hint}: `)).trim()
      answers[question.name] = typed === '' ? (otherwise ?? '') : typed
    }
  }
  terminal?.close()
  return answers as Answers
}

function write(name: string, answers: Answers): void {
  const page = newPage(name, answers)
  if ('problems' in page) return stop(page.problems.join('\n'))
  const root = resolve(String(given['root']))
  const path = join(root, page.path)
  if (existsSync(path)) return stop(`${page.path} is there already.`)
  const list = join(root, 'worker/providers/pages/all.ts')
  writeFileSync(path, page.text)
  writeFileSync(list, withPage(readFileSync(list, 'utf8'), name, page.constant))
  spawnSync(process.execPath, [join(root, 'node_modules/oxfmt/bin/oxfmt'), path], { cwd: root })
  process.stdout.write(`${page.path} is written. What is left:

1. Read it against the provider's documentation; then 'recall' may become 'docs'.
   Until there is an icon its slug stands in worker/providers/monograms.ts.
2. Put its guide into a file of worker/providers/setup/, and finish it:

${page.guide}

3. The laws, and the requests as they will be sent, to be read:

   npx vitest run -c worker/vitest.config.ts worker/providers
   npx vitest run -c worker/vitest.config.ts worker/oauth/wire.test.ts -u
`)
}

/** Both lists of `pages/all.ts` are sorted by slug. */
function withPage(text: string, name: string, constant: string): string {
  const entry = constant === name ? `  ${constant},` : `  '${name}': ${constant},`
  return insert(
    insert(text, `import { ${constant} } from './${name}.ts'`, /^import .*'\.\/(.*)\.ts'/),
    entry,
    /^ {2}'?([a-z0-9-]+)'?[,:]/,
  )
}

/** Puts a line before the first of its kind whose slug comes later, else after the last. */
function insert(text: string, line: string, kind: RegExp): string {
  const lines = text.split('\n')
  const slugOf = (one: string): string | undefined => kind.exec(one)?.[1]
  const later = lines.findIndex((one) => (slugOf(one) ?? '') > (slugOf(line) ?? ''))
  const place = later === -1 ? lines.findLastIndex((one) => kind.test(one)) + 1 : later
  return lines.toSpliced(place, 0, line).join('\n')
}

function stop(words: string): void {
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
}
