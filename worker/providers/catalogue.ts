/**
 * The built-in providers. Adding one is a file in `pages/` and its lines in `pages/all.ts`. An entry is made
 * when somebody asks for it: hundreds of them would be most of the Worker's start (`npm run bench:startup`).
 */
import { PAGES } from '#provider-pages'
import { definitionOf } from './define-provider.ts'
import type { ProviderDefinition } from './definition.ts'
import { OTHER_NAMES } from './other-names.ts'

const MADE = new Map<string, ProviderDefinition>() // allow-module-state: constants, each made once

/** @returns addresses may hold `{key}` parts: `fillConfig` puts a connection's values there */
export function findProvider(slug: string): ProviderDefinition | undefined {
  const known = MADE.get(slug)
  if (known !== undefined || !isSlugOfPage(slug)) return known
  const aliases = Object.hasOwn(OTHER_NAMES, slug) ? OTHER_NAMES[slug] : undefined
  const made = { ...definitionOf(PAGES[slug]), ...(aliases === undefined ? {} : { aliases }) }
  MADE.set(slug, made)
  return made
}

const isSlugOfPage = (slug: string): slug is keyof typeof PAGES => Object.hasOwn(PAGES, slug)

const BY_OTHER_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(OTHER_NAMES).flatMap(([slug, names]) => names.map((name) => [name, slug])),
)

/** What a request means by a slug: `twitter` is `x`. Any other name stands for itself. */
export const canonicalSlug = (slug: string): string => BY_OTHER_NAME.get(slug) ?? slug

/** All of them, sorted by slug, made the first time that somebody asks. */
export const allProviders = (): readonly ProviderDefinition[] =>
  Object.keys(PAGES)
    .toSorted()
    .flatMap((slug) => findProvider(slug) ?? [])

/**
 * The same for tests and tools. Nothing of the Worker names it, so that nobody waits for it at the start;
 * that the call is pure lets the bundler leave it out.
 */
export const CATALOGUE: readonly ProviderDefinition[] = /* @__PURE__ */ allProviders()
