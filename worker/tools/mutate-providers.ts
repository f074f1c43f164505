/** `npm run providers:mutate`: how much the documented servers see. See --help. */
import { CATALOGUE, findProvider } from '../providers/catalogue.ts'
import type { ProviderDefinition } from '../providers/definition.ts'
import { DOCUMENTED } from '../test/documented/all.ts'
import type { Documented } from '../test/documented/kit/documented.ts'
import { readyProvider } from '../test/providers.ts'
import { scriptedTrouble } from '../test/provider-walk/walk-scripted.ts'
import { firstDifference } from '../test/provider-walk/walk.ts'
import { commandLine } from './command-line.ts'
import { reasonOf } from './mutate/equivalents.ts'
import { mutantsOf, type Mutant } from './mutate/mutants.ts'

const SHORT_STEP = 9
// A sample has its luck; the whole run has none.
const LEAST_KILLED = 0.95
const LEAST_OF_SAMPLE = 0.92

const HELP = `npm run providers:mutate -- [SLUG …] [--short]

Every field of every definition that a documented server answers for is changed in turn, and what nobody
notices is printed. The definitions themselves, and all others at servers made of their pages, go through first.

  SLUG     the mutants of this provider; several may be named
  --short  every ninth mutant
  --help   this text

Exits 1 when a definition and its server differ, when fewer mutants are noticed than have to be, or when nobody knows why.
`
const {
  values,
  positionals: named,
  refuse,
} = commandLine(HELP, { short: { type: 'boolean', default: false } }, Infinity)
const isShort = values.short
const stranger = named.find((slug) => !DOCUMENTED.some((one) => one.slugs.includes(slug)))
if (stranger !== undefined) refuse(`No documented server answers for "${stranger}".`)
const slugs = [...new Set(DOCUMENTED.flatMap((one) => one.slugs))].filter(
  (slug) => named.length === 0 || named.includes(slug),
)

const serversOf = (slug: string): readonly Documented[] =>
  DOCUMENTED.filter((one) => one.slugs.includes(slug))

/** The first server that sees a difference, and which. */
async function seen(slug: string, definition: ProviderDefinition): Promise<string | undefined> {
  for (const server of serversOf(slug)) {
    const difference = await firstDifference(definition, server)
    if (difference !== undefined) return difference
  }
  return undefined
}

let differing = 0
for (const slug of slugs) {
  const definition = findProvider(slug)
  const difference =
    definition === undefined ? 'not in the catalogue' : await seen(slug, definition)
  if (difference === undefined) continue
  differing += 1
  console.log(`DIFFERS  ${slug}: ${difference}`)
}
console.log(
  `${slugs.length} definitions of ${CATALOGUE.length} at ${DOCUMENTED.length} documented servers: ` +
    `${slugs.length - differing} agree, ${differing} differ`,
)

const others = CATALOGUE.flatMap(({ slug }) => {
  const ready = named.length > 0 || serversOf(slug).length > 0 ? undefined : readyProvider(slug)
  return ready?.oauth.authorizationUrl === undefined ? [] : [ready]
})
for (const definition of others) {
  const trouble = await scriptedTrouble(definition)
  if (trouble === undefined) continue
  differing += 1
  console.log(`FAILS  ${definition.slug}: ${trouble}`)
}
console.log(`${others.length} others at servers made of their pages`)

// Products at the server of another differ in their scopes alone: what would be noticed is known from the first.
const first = new Set(DOCUMENTED.map((one) => one.slugs[0]))
const all = slugs
  .filter((slug) => first.has(slug) || named.includes(slug))
  .flatMap((slug) => mutantsOf(findProvider(slug) as ProviderDefinition))
const tried = isShort ? all.filter((_, at) => at % SHORT_STEP === 0) : all
const survivors: Mutant[] = []
for (const mutant of tried)
  if ((await seen(mutant.slug, mutant.definition)) === undefined) survivors.push(mutant)

const unexplained = survivors.filter(
  (mutant) => reasonOf(mutant, serversOf(mutant.slug)) === undefined,
)
for (const [reason, group] of Map.groupBy(survivors, (mutant) =>
  reasonOf(mutant, serversOf(mutant.slug)),
)) {
  console.log(`\n${group.length} survive: ${reason ?? 'NOBODY KNOWS WHY'}`)
  for (const { slug, path, change } of group) console.log(`  ${slug}  ${path}  ${change}`)
}
const killed = tried.length - survivors.length
const share = killed / Math.max(tried.length, 1)
console.log(
  `\n${tried.length} mutants${isShort ? ` of ${all.length}` : ''}: ${killed} killed (${(share * 100).toFixed(1)} %), ` +
    `${survivors.length} survive, ${unexplained.length} of them without a reason`,
)
process.exitCode =
  differing > 0 || share < (isShort ? LEAST_OF_SAMPLE : LEAST_KILLED) || unexplained.length > 0
    ? 1
    : 0
