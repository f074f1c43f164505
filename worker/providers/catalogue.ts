/** The built-in providers. Adding one is a file in `pages/` and a line in `pages/all.ts`. */
import type { ProviderDefinition } from './definition.ts'
import * as pages from './pages/all.ts'

/** Sorted by slug. Addresses may hold `{key}` parts: `fillConfig` puts a connection's values there. */
export const CATALOGUE: readonly ProviderDefinition[] = Object.values<ProviderDefinition>(
  pages,
).toSorted((one, other) => (one.slug < other.slug ? -1 : 1))

const BY_SLUG: ReadonlyMap<string, ProviderDefinition> = new Map(
  CATALOGUE.map((entry) => [entry.slug, entry]),
)

export const findProvider = (slug: string): ProviderDefinition | undefined => BY_SLUG.get(slug)

const BY_ALIAS: ReadonlyMap<string, string> = new Map(
  CATALOGUE.flatMap(({ slug, aliases = [] }) => aliases.map((alias) => [alias, slug])),
)

/** What a request means by a slug: `twitter` is `x`. Any other name stands for itself. */
export const canonicalSlug = (slug: string): string => BY_ALIAS.get(slug) ?? slug
