/** `npm run fuzz:refresh`: rotates refresh tokens in a world that breaks, and counts what is lost. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { commandLine, wholeNumber } from '../../worker/tools/command-line.ts'
import { build } from '../stack/build.ts'
import { scratchDirectory } from '../stack/scratch.ts'
import { runVariant, type Variant, type Verdict } from './run-variant.ts'

const HELP = `npm run fuzz:refresh -- [--rotations N] [--accounts N] [--seed N] [--only NAME] [--short] [--help]

Twenty callers at once on every account, tokens that live for a second, a provider that ends the whole
grant when a refresh token is used twice, and faults: objects killed in the middle, a D1 that fails, a
provider that answers 503, exchangers that die when one sink has the answer, answers that are cut off.

  --rotations N  of each variant of ours, over all accounts (default 10000)
  --accounts N   (default 100)
  --seed N       of all chance; printed, so that a run can be had again (default: from the clock)
  --only NAME    variants with this in their name
  --short        some seconds, for npm test

Exits 1 when an account is lost outside of the window that nobody can close (the provider has rotated,
and its answer reached no sink), when a dead token was vended, or when the naive way of refreshing
survives the same: then the harness does not bite.
`
const typed = commandLine(HELP, {
  rotations: { type: 'string' },
  accounts: { type: 'string' },
  seed: { type: 'string' },
  only: { type: 'string', default: '' },
  short: { type: 'boolean' },
})
const { values } = typed
const isShort = values.short === true
const size = {
  rotations: wholeNumber(typed, 'rotations', values.rotations, isShort ? 60 : 10_000),
  accounts: wholeNumber(typed, 'accounts', values.accounts, isShort ? 20 : 100),
  seed: wholeNumber(typed, 'seed', values.seed, Date.now() % 1_000_000),
}
const { only } = values
const calm = { d1: 0, kills: 0, oneSink: 0 }
const VARIANTS: readonly Variant[] = [
  {
    name: 'naive, no faults',
    isShort: true,
    isNaive: true,
    callers: 20,
    chaos: calm,
    unavailable: 0,
    cutAfter: 0,
  },
  {
    name: 'naive, one caller, D1 fails 30 %, provider 503 10 %',
    isNaive: true,
    callers: 1,
    chaos: { ...calm, d1: 0.3 },
    unavailable: 0.1,
    cutAfter: 0,
  },
  { name: 'ours, no faults', callers: 20, chaos: calm, unavailable: 0, cutAfter: 0 },
  {
    name: 'ours, kills, D1 30 %, 503 10 %, one sink 10 %',
    isShort: true,
    callers: 20,
    chaos: { d1: 0.3, kills: 2, oneSink: 0.1 },
    unavailable: 0.1,
    cutAfter: 0,
  },
  {
    name: 'ours, kills, D1 away, 503 10 %',
    callers: 20,
    chaos: { d1: 1, kills: 2, oneSink: 0 },
    unavailable: 0.1,
    cutAfter: 0,
  },
  {
    name: 'ours, kills, D1 30 %, answers cut 1 %',
    callers: 20,
    chaos: { d1: 0.3, kills: 2, oneSink: 0.1 },
    unavailable: 0.05,
    cutAfter: 0.01,
  },
]

const chosen = VARIANTS.filter(
  ({ name, isShort: isInShort }) => name.includes(only) && (!isShort || isInShort === true),
)
if (chosen.length === 0) typed.refuse(`No variant has "${only}" in its name.`)
console.log(`seed ${size.seed}, ${size.rotations} rotations over ${size.accounts} accounts`)
const directory = scratchDirectory('fuzz')
const verdicts: Verdict[] = []
try {
  if (!isShort) await build((line) => console.log(line))
  for (const [index, variant] of chosen.entries()) {
    console.log(`${variant.name} …`)
    // The naive way is over after few rotations; it needs no ten thousand to show that.
    const rotations =
      variant.isNaive === true ? Math.min(size.rotations, size.accounts * 10) : size.rotations
    verdicts.push(await runVariant(variant, { ...size, rotations }, join(directory, `${index}`)))
  }
} finally {
  await rm(directory, { recursive: true, force: true })
}
console.table(
  verdicts.map(({ name, accounts, lostOutside, lostInside, wrongTokens, ...rest }) => ({
    variant: name,
    ...rest,
    'dead tokens vended': wrongTokens,
    'lost inside': `${lostInside}/${accounts}`,
    'lost outside': `${lostOutside}/${accounts}`,
  })),
)
const failures = verdicts.flatMap((verdict) => problemsOf(verdict))
for (const failure of failures) console.error(failure)
process.exit(failures.length === 0 ? 0 : 1)

function problemsOf({ name, lostOutside, accounts, wrongTokens, exchanges }: Verdict): string[] {
  if (name.startsWith('naive')) {
    return lostOutside * 2 < accounts ? [`${name}: survives, so this harness proves nothing`] : []
  }
  return [
    ...(lostOutside > 0 ? [`${name}: ${lostOutside} accounts lost, seed ${size.seed}`] : []),
    ...(wrongTokens > 0 ? [`${name}: ${wrongTokens} dead tokens vended, seed ${size.seed}`] : []),
    ...(exchanges === 0 ? [`${name}: nothing was refreshed`] : []),
  ]
}
