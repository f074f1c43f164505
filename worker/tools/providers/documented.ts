/** Everything that is known of a provider, gathered for its page and its file. */
import { existsSync, readFileSync } from 'node:fs'
import { CATALOGUE } from '../../providers/catalogue.ts'
import { categoryGroup, type CategoryGroup } from '../../providers/category-groups.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import { SETUP_GUIDES } from '../../providers/setup/all.ts'
import { KEY_PLACEMENTS } from '../../providers/setup/api-keys.ts'
import type { SetupGuide } from '../../providers/setup/guide.ts'
import type { KeyPlacement } from '../../providers/setup/key-placement.ts'
import {
  LEVELS,
  verificationOf,
  type Level,
  type Verification,
} from '../../providers/setup/verification.ts'
import { DOCUMENTED } from '../../test/documented/all.ts'

export type DocumentedProvider = {
  readonly entry: ProviderDefinition
  readonly group: CategoryGroup | null
  readonly guide: SetupGuide
  readonly key: KeyPlacement | undefined
  readonly verification: Verification
  /** What its page of data says of it, in words. */
  readonly notes: string
  readonly hasIcon: boolean
}

const servers = new Set(DOCUMENTED.flatMap(({ slugs }) => slugs))

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url)

/** In the order of the catalogue; without the provider inside of a deployment, which needs no client. */
export const documentedProviders = (): readonly DocumentedProvider[] =>
  CATALOGUE.filter(({ builtIn }) => builtIn !== true).map((entry) => ({
    entry,
    group: categoryGroup(entry.category),
    guide: guideOf(entry.slug),
    key: entry.authMethods.includes('api_key') ? KEY_PLACEMENTS[entry.slug] : undefined,
    verification: verificationOf(entry, servers.has(entry.slug)),
    notes: notesOf(entry),
    hasIcon: existsSync(at(`providers/icons/${entry.slug}.svg`)),
  }))

function guideOf(slug: string): SetupGuide {
  const guide = SETUP_GUIDES[slug]
  if (guide === undefined) throw new Error(`providers/setup/ has no guide for ${slug}`)
  return guide
}

/** The comment with which its page begins, without the name. */
function notesOf({ slug, name }: ProviderDefinition): string {
  const source = readFileSync(at(`providers/pages/${slug}.ts`), 'utf8')
  const [, comment = ''] = /^\/\*\*([\s\S]*?)\*\//.exec(source) ?? []
  const text = comment.replaceAll(/\s*\n \*\s?/g, ' ').trim()
  const [first = '', ...rest] = text.split('. ')
  return first.replace(/\.$/, '') === name || name.startsWith(first) ? rest.join('. ') : text
}

const LEVEL_NAMES = Object.keys(LEVELS) as readonly Level[]

/** How many there are of each level, the most trusted first. */
export const levelCounts = (
  providers: readonly DocumentedProvider[],
): readonly (readonly [Level, number])[] =>
  LEVEL_NAMES.toReversed().map(
    (level) =>
      [level, providers.filter(({ verification }) => verification.level === level).length] as const,
  )
