/** `npm run providers:check -- --live`: have the providers' addresses moved? See --help. */
import { readFileSync } from 'node:fs'
import type { ProviderDefinition } from '../providers/definition.ts'
import { amount, commandLine, wholeNumber } from './command-line.ts'
import { askProviders, VERDICTS, type Asked, type Finding } from './providers/live-check.ts'

const HELP = `npm run providers:check -- --live [SLUG …]

Asks the providers of the catalogue, or those named, by at most two requests each: HEAD (else GET) of the
authorization page, and a POST of a code that nobody ever had to the token endpoint. Each address is asked
once, of one host one after the other, no redirect is followed, and the request says who is asking. Never run
by a test; it is for you, now and then, on a machine with the internet.

  --live              do it; without it nothing is sent
  --hosts N           hosts at once (4)
  --timeout SECONDS   for each request (10)
  --pause MS          between two requests to one host (500)
  --json              findings as JSON
  --catalogue FILE    other entries than ours, as JSON
  --help              this text

${Object.entries(VERDICTS)
  .map(([verdict, says]) => `  ${verdict.padEnd(12)} ${says}`)
  .join('\n')}

Ends with 1 if something moved, is gone or answers oddly.
`

const typed = commandLine(
  HELP,
  {
    live: { type: 'boolean', default: false },
    hosts: { type: 'string' },
    timeout: { type: 'string' },
    pause: { type: 'string' },
    json: { type: 'boolean', default: false },
    catalogue: { type: 'string' },
  },
  Infinity,
)
const { values, positionals, refuse } = typed
const rate = {
  hosts: Math.min(16, wholeNumber(typed, 'hosts', values.hosts, 4)),
  timeoutMs: wholeNumber(typed, 'timeout', values.timeout, 10) * 1000,
  pauseMs: amount(typed, 'pause', values.pause, 500),
}

async function check(): Promise<void> {
  const entries = await chosen()
  if (entries === undefined) return
  const asked = await askProviders(entries, {
    ...rate,
    say: (finding) => {
      if (!values.json && finding.verdict !== 'there') process.stdout.write(`${lineOf(finding)}\n`)
    },
  })
  process.stdout.write(values.json ? `${JSON.stringify(asked)}\n` : summaryOf(asked))
  const isDrift = ({ verdict }: Finding): boolean => ['moved', 'gone', 'odd'].includes(verdict)
  if (asked.findings.some(isDrift)) process.exitCode = 1
}

async function chosen(): Promise<readonly ProviderDefinition[] | undefined> {
  const all = values.catalogue === undefined ? await offered() : entriesOf(values.catalogue)
  const unknown = positionals.filter((slug) => !all.some((entry) => entry.slug === slug))
  if (unknown.length > 0) {
    stop(`There is no ${unknown.join(', ')} to ask.`)
    return undefined
  }
  return positionals.length === 0 ? all : all.filter(({ slug }) => positionals.includes(slug))
}

async function offered(): Promise<readonly ProviderDefinition[]> {
  const { CATALOGUE } = await import('../providers/catalogue.ts')
  return CATALOGUE.filter(({ builtIn, notOffered }) => builtIn !== true && notOffered === undefined)
}

const entriesOf = (file: string): readonly ProviderDefinition[] =>
  JSON.parse(readFileSync(file, 'utf8')) as readonly ProviderDefinition[]

const lineOf = ({ slug, endpoint, verdict, detail, url }: Finding): string =>
  `${verdict.padEnd(12)} ${slug.padEnd(26)} ${endpoint.padEnd(14)} ${detail}  ${url}`

function summaryOf({ findings, skipped }: Asked): string {
  const counts = Object.keys(VERDICTS)
    .map((verdict) => [verdict, findings.filter((one) => one.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${verdict}`)
  const left = skipped.map(([slug, key]) => `${slug} (${key})`).join(', ')
  return `${findings.length} endpoints: ${counts.join(', ') || 'none asked'}\n${left === '' ? '' : `Not asked, because a setting has no default: ${left}\n`}`
}

function stop(words: string): void {
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
}

if (values.live) await check()
else refuse('This sends requests to real servers. Say --live if you mean it.')
