/** `npm run bench:scale`: what a page of connections costs in a small environment and in a large one. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { amount, commandLine, wholeNumber } from '../../worker/tools/command-line.ts'
import { build } from '../stack/build.ts'
import { scratchDirectory } from '../stack/scratch.ts'
import { startStack } from '../stack/stack.ts'
import type { Stack } from '../stack/stack-options.ts'
import { seedAccounts, seedOperator } from './account-seed.ts'

const HELP = `npm run bench:scale -- [--short] [--small N] [--large N] [--pairs N] [--tolerance RATIO] [--help]

Writes connections into two local environments, a small and a large one, and asks both in turn for the
first page, one in the middle, and the last page of each list that an operator looks at, and what the
dashboard asks, of overrides, too. Prints medians and their ratio, and exits 1 when one is above the tolerance.

  --small N          (default 1000)      --large N  (default 1000000; with --short 50000)
  --pairs N          requests to each for one figure (default 200; with --short 60)
  --tolerance RATIO  (default 1.3)  a busy machine needs more pairs rather than more tolerance
`
const typed = commandLine(HELP, {
  short: { type: 'boolean' },
  small: { type: 'string' },
  large: { type: 'string' },
  pairs: { type: 'string' },
  tolerance: { type: 'string' },
})
const { values } = typed
const isShort = values.short === true
const smallSize = wholeNumber(typed, 'small', values.small, 1000)
const largeSize = wholeNumber(typed, 'large', values.large, isShort ? 50_000 : 1_000_000)
const pairs = wholeNumber(typed, 'pairs', values.pairs, isShort ? 60 : 200)
const tolerance = amount(typed, 'tolerance', values.tolerance, 1.3)

/** What operators look for. Each finds more than two pages in either environment, or the same few rows. */
const SEARCHES: readonly (readonly [name: string, query: Readonly<Record<string, string>>])[] = [
  ['all', {}],
  ['all, oldest first', { order: 'asc' }],
  ['provider', { provider: 'provider-4' }],
  ['user', { user_id: 'user_100' }],
  ['user, provider', { user_id: 'user_100', provider: 'provider-2' }],
  ['organization', { organization_id: 'org_10' }],
  ['large organization', { organization_id: 'org_big' }],
  ['large organization, provider', { organization_id: 'org_big', provider: 'provider-0' }],
  ['shared connections', { connection_owner: 'organization' }],
  ['connected', { state: 'connected' }],
  ['to reauthorize', { state: 'needs_reauthorization' }],
  ['to reauthorize, provider', { state: 'needs_reauthorization', provider: 'provider-3' }],
  ['failing', { last_error_class: 'retry' }],
  ['failing, provider', { last_error_class: 'retry', provider: 'provider-11' }],
  ['API keys', { auth_method: 'api_key' }],
  ['account at a provider', { account_identifier: 'account-100' }],
  ['will need their user', { needs_user_before: '2030-01-01T00:00:00Z' }],
  [
    'will need their user, provider',
    { needs_user_before: '2030-01-01T00:00:00Z', provider: 'provider-1' },
  ],
  ['nothing', { account_identifier: 'nobody' }],
]

/** What the dashboard asks, under `/operator/environments/{id}`. */
const DASHBOARD: readonly (readonly [name: string, path: string])[] = [
  ['overview', '/overview'],
  ['providers', '/integrations?limit=100'],
  ['search: the beginning of a user', '/connected_accounts?search=user_1&limit=20'],
  ['search: the beginning of all users', '/connected_accounts?search=user&limit=20'],
  ['search: an organization', '/connected_accounts?search=org_big&limit=20'],
  [
    'search: users to reauthorize',
    '/connected_accounts?search=user&state=needs_reauthorization&limit=20',
  ],
  ['overrides', '/organization_overrides?limit=20'],
  ['overrides of a provider', '/organization_overrides?provider=sandbox&limit=20'],
  ['overrides of an organization', '/organization_overrides?organization_id=org_10&limit=20'],
  ['one connection', `/connected_accounts/data_installation_${'100'.padStart(26, '0')}`],
]

type Listed = {
  readonly data: readonly { readonly id: string }[]
  readonly list_metadata: { readonly before: string | null; readonly after: string | null }
}
type Query = Readonly<Record<string, string>>
type Place = { readonly stack: Stack; readonly cookie: string }
type Row = {
  readonly search: string
  readonly page: string
  readonly rows: number
  readonly smallMs: number
  readonly largeMs: number
  readonly ratio: number
}

// Local D1 syncs a file for each read: on a disk that is all one would measure.
const directory = scratchDirectory('scale')
const stacks: Place[] = []
let compared: readonly Row[] = []
try {
  await build((line) => console.log(line))
  for (const count of [smallSize, largeSize]) stacks.push(await stackWith(count))
  compared = await compareAll(stacks)
} finally {
  for (const { stack } of stacks) await stack.stop()
  await rm(directory, { recursive: true, force: true })
}
console.table(
  compared.map(({ search, page, rows, smallMs, largeMs, ratio }) => ({
    search,
    page,
    rows,
    [`${smallSize}, ms`]: smallMs.toFixed(2),
    [`${largeSize}, ms`]: largeMs.toFixed(2),
    ratio: ratio.toFixed(2),
  })),
)
const worst = compared.toSorted((one, other) => other.ratio - one.ratio)[0]
console.log(
  `worst ratio ${worst?.ratio.toFixed(2)} (${worst?.search}, ${worst?.page}); bar ${tolerance}`,
)
process.exit(compared.length > 0 && compared.every(({ ratio }) => ratio <= tolerance) ? 0 : 1)

async function stackWith(count: number): Promise<Place> {
  const options = {
    directory: join(directory, String(count)),
    ports: { worker: 0 },
    emulators: [],
    customerApp: false,
    rateLimit: '0/60',
    logLevel: 'silent',
    build: 'never',
  } as const
  const empty = await startStack(options)
  await empty.stop()
  const startedAt = performance.now()
  await seedAccounts(empty.stateDirectory, empty.environmentId, count)
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.log(`${count} connections written in ${seconds} s`)
  const cookie = await seedOperator(empty.stateDirectory)
  return { stack: await startStack(options), cookie }
}

async function compareAll([small, large]: readonly Place[]): Promise<readonly Row[]> {
  if (small === undefined || large === undefined) throw new Error('two environments are compared')
  const found = await compareLists(small.stack, large.stack)
  for (const [search, path] of DASHBOARD) {
    const figures = await compare(
      () => askDashboard(small, path),
      () => askDashboard(large, path),
    )
    found.push({ search, page: 'dashboard', ...figures })
  }
  return found
}

async function compareLists(small: Stack, large: Stack): Promise<Row[]> {
  const found: Row[] = []
  for (const [search, query] of SEARCHES) {
    const ofSmall = await pagesOf(small, query, Infinity)
    // The environments are alike, so half of the list is where it would be expected.
    const ofLarge = await pagesOf(large, query, (ofSmall.rows * largeSize) / smallSize / 2)
    for (const [page, smallQuery] of ofSmall.pages) {
      const largeQuery = ofLarge.pages.get(page)
      if (largeQuery === undefined) continue
      found.push({
        search,
        page,
        ...(await compare(
          () => rowsOf(small, smallQuery),
          () => rowsOf(large, largeQuery),
        )),
      })
    }
  }
  return found
}

/**
 * The first, the middle and the last page of a list, as a caller would come there.
 *
 * @param far how many rows are walked through
 */
async function pagesOf(
  stack: Stack,
  query: Query,
  far: number,
): Promise<{ readonly pages: ReadonlyMap<string, Query>; readonly rows: number }> {
  const pages = new Map([['first', query]])
  const first = await list(stack, query)
  let rows = first.data.length
  const cursors: string[] = []
  for (let after = first.list_metadata.after; after !== null && rows < far;) {
    cursors.push(after)
    const next = await list(stack, { ...query, limit: '100', after })
    rows += next.data.length
    after = next.list_metadata.after
  }
  const middle = far === Infinity ? cursors[Math.floor(cursors.length / 2)] : cursors.at(-1)
  if (middle === undefined) return { pages, rows }
  pages.set('middle', { ...query, after: middle })
  const natural = query['order'] ?? ('needs_user_before' in query ? 'asc' : 'desc')
  const reversed = { ...query, order: natural === 'asc' ? 'desc' : 'asc' }
  // Eleven from the other end: behind the last of them the last ten are left.
  const end = (await list(stack, { ...reversed, limit: '11' })).list_metadata.after
  if (end !== null) pages.set('last', { ...query, order: natural, after: end })
  return { pages, rows }
}

/** @param small, large ask, and say how many rows came */
async function compare(
  small: () => Promise<number>,
  large: () => Promise<number>,
): Promise<Omit<Row, 'search' | 'page'>> {
  const [rows, others] = [await small(), await large()]
  if (rows !== others) throw new Error(`pages of ${rows} and ${others} rows tell nothing`)
  const samples: { readonly smallMs: number; readonly largeMs: number }[] = []
  for (let pair = 0; pair < pairs; pair += 1) {
    // The order within a pair changes, so that neither is always the one behind the other.
    const isTurned = pair % 2 === 1
    const first = await timed(isTurned ? large : small)
    const second = await timed(isTurned ? small : large)
    samples.push({ smallMs: isTurned ? second : first, largeMs: isTurned ? first : second })
  }
  return {
    rows,
    smallMs: median(samples.map(({ smallMs }) => smallMs)),
    largeMs: median(samples.map(({ largeMs }) => largeMs)),
    // Of each pair: what else the machine does meets both.
    ratio: median(samples.map(({ smallMs, largeMs }) => largeMs / smallMs)),
  }
}

async function timed(ask: () => Promise<number>): Promise<number> {
  const startedAt = performance.now()
  await ask()
  return performance.now() - startedAt
}

async function rowsOf(stack: Stack, query: Query): Promise<number> {
  return (await list(stack, query)).data.length
}

/** @returns how many rows a list has; 1 for a page about one thing */
async function askDashboard({ stack, cookie }: Place, path: string): Promise<number> {
  const url = `${stack.url}/operator/environments/${stack.environmentId}${path}`
  const response = await fetch(url, { headers: { cookie } })
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
  const { data } = (await response.json()) as { readonly data?: readonly unknown[] }
  return data?.length ?? 1
}

async function list(stack: Stack, query: Query): Promise<Listed> {
  const response = await fetch(
    `${stack.url}/connected_accounts?${new URLSearchParams(query).toString()}`,
    { headers: { authorization: `Bearer ${stack.apiKey}` } },
  )
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
  return (await response.json()) as Listed
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
