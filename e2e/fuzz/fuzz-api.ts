/** `npm run fuzz:api`: asks the built Worker what nobody asks, and holds every answer against its document. */
import { rm } from 'node:fs/promises'
import { commandLine, wholeNumber } from '../../worker/tools/command-line.ts'
import * as fc from 'fast-check'
import { build } from '../stack/build.ts'
import { installed, noteRan } from '../stack/ran.ts'
import { scratchDirectory } from '../stack/scratch.ts'
import { readDocument, type Operation } from './api/document.ts'
import { problemWith } from './api/judge.ts'
import { plainDraft } from './api/plain-request.ts'
import { draftOf, type Draft } from './api/requests.ts'
import { startApiWorld } from './api/world.ts'

const HELP = `npm run fuzz:api -- [--requests N] [--seed N] [--only OPERATION] [--short] [--help]

Requests made of the schemas in openapi.json: as they should be, nearly, and hostile. No answer may be a 5xx,
have a status, a code or a field that the document does not name, hold a secret, or end the connection; and
no secret may be in the log.

  --requests N  over all operations (default 5000)
  --seed N      of all chance; printed, so that a run can be had again (default: from the clock)
  --only NAME   operations with this in their name
  --short       some seconds, for npm test
`
const typed = commandLine(HELP, {
  requests: { type: 'string' },
  seed: { type: 'string' },
  only: { type: 'string', default: '' },
  short: { type: 'boolean' },
})
const { values } = typed
const isShort = values.short === true
const requests = wholeNumber(typed, 'requests', values.requests, isShort ? 800 : 5000)
const seed = wholeNumber(typed, 'seed', values.seed, (Date.now() % 1_000_000) + 1)
console.log(`seed ${seed}, ${requests} requests`)

/** After these the world is furnished again, so that the next ones meet something. */
const TAKES_AWAY = /^(?:delete|createDisconnectJob)/
/** They need more than one request can bring: a browser's consent, or a second key in the ring. */
const WITHOUT_SUCCESS = new Set([
  'completeDataIntegrationAuthorization',
  'completeAttempt',
  // A token that a trusted issuer has signed.
  'exchangeToken',
  'rewrapVaultKey',
  'retireVaultKey',
  // The integration and the redirect of one attempt: chance seldom brings them together.
  'getAuthorizationStatus',
])

if (!isShort) await build((line) => console.log(line))
const document = await readDocument()
const operations = document.operations.filter(({ id }) => id.includes(values.only))
if (operations.length === 0) typed.refuse(`No operation has "${values.only}" in its name.`)
const directory = scratchDirectory('fuzz-api')
const world = await startApiWorld(directory)
const counts = new Map<string, Map<number, number>>()
const problems: string[] = []
let closed = 0
try {
  const each = Math.max(1, Math.ceil(requests / operations.length))
  const rounds = Math.min(each, 10)
  for (let round = 0; round < rounds; round += 1) {
    await world.furnish()
    for (const [index, operation] of operations.entries()) {
      if (index > 0 && TAKES_AWAY.test(operations[index - 1]?.id ?? '')) await world.furnish()
      const first = round === 0 ? [plainDraft(operation)] : []
      await ask(operation, Math.ceil(each / rounds), seed + round * 1000 + index, first)
    }
  }
  const leak = world.log.find((line) => line.includes('canary-'))
  if (leak !== undefined) problems.push(`a secret in the log: ${leak.slice(0, 500)}`)
  const opened = world.line.opened()
  if (opened > closed + 1)
    problems.push(`${opened} connections, where ${closed + 1} were to be expected`)
} finally {
  await world.close()
  await rm(directory, { recursive: true, force: true })
}
print()
for (const problem of problems) console.error(problem)
noteRan(`${installed('fast-check')}: ${requests} requests to ${operations.length} operations`)
process.exit(problems.length === 0 ? 0 : 1)

async function ask(
  operation: Operation,
  numRuns: number,
  ofRound: number,
  first: readonly Draft[],
): Promise<void> {
  const counted = counts.get(operation.id) ?? new Map<number, number>()
  counts.set(operation.id, counted)
  const property = fc.asyncProperty(draftOf(operation), async (draft) => {
    const { reply, isElsewhere } = await world.send(operation, draft)
    counted.set(reply.status, (counted.get(reply.status) ?? 0) + 1)
    if (reply.headers['connection'] === 'close') closed += 1
    const problem = problemWith(document, operation, reply, { isElsewhere })
    if (problem !== undefined) throw new Error(problem)
  })
  const outcome = await fc.check(property, {
    seed: ofRound,
    numRuns: numRuns + first.length,
    examples: first.map((draft): [Draft] => [draft]),
    // A library's idea of edges in one round, and what is usual in the next.
    unbiased: ofRound % 2 === 0,
  })
  if (!outcome.failed) return
  const [draft] = outcome.counterexample ?? []
  const message = outcome.errorInstance instanceof Error ? outcome.errorInstance.message : ''
  const body =
    draft?.body === undefined ? '' : ` ${new TextDecoder().decode(draft.body).slice(0, 600)}`
  problems.push(
    `${operation.id}: ${message}\n  seed ${ofRound}, ${JSON.stringify({ ...draft, body: undefined })}${body}`,
  )
}

function print(): void {
  const statuses = [...new Set([...counts.values()].flatMap((counted) => [...counted.keys()]))]
  const columns = statuses.toSorted((a, b) => a - b)
  const row = (name: string, cells: readonly (number | string)[]): void =>
    console.log(name.padEnd(40) + cells.map((cell) => String(cell).padStart(6)).join(''))
  row('operation', columns)
  for (const [id, counted] of counts)
    row(
      id,
      columns.map((status) => counted.get(status) ?? ''),
    )
  const sums = columns.map((status) =>
    [...counts.values()].reduce((sum, counted) => sum + (counted.get(status) ?? 0), 0),
  )
  row('all', sums)
  const never = [...counts].filter(([, counted]) =>
    [...counted.keys()].every((status) => status >= 300),
  )
  const missed = never.map(([id]) => id).filter((id) => !WITHOUT_SUCCESS.has(id))
  if (missed.length === 0) return
  console.log(`Never a success: ${missed.join(', ')}`)
  // A call that was only ever refused was hardly looked at; some seconds are too short to say.
  if (!isShort) problems.push(`these calls never had a success, seed ${seed}`)
}
