/** The built-in providers. Adding one is a file in `pages/` and a line in `pages/all.ts`. */
import { fail } from '../kit/result.ts'
import type { Result } from '../kit/result.ts'
import type { ProviderDefinition, StringRecord } from './definition.ts'
import * as pages from './pages/all.ts'
import { fillVariables } from './variables.ts'
import type { InvalidVariable } from './variables.ts'

/** Sorted by slug. URLs may still hold `{name}` parts: `findProvider` gives the definition for use. */
export const CATALOGUE: readonly ProviderDefinition[] = Object.values<ProviderDefinition>(
  pages,
).toSorted((one, other) => (one.slug < other.slug ? -1 : 1))

const BY_SLUG: ReadonlyMap<string, ProviderDefinition> = new Map(
  CATALOGUE.map((entry) => [entry.slug, entry]),
)

/** The provider of that slug with every variable at its default, or undefined. */
export function findProvider(slug: string): ProviderDefinition | undefined {
  const found = configureProvider(slug, {})
  return found.ok ? found.value : undefined
}

/**
 * The provider of that slug for an operator's own values, e.g. `{ tenant: 'contoso.com' }`.
 *
 * @returns the definition without placeholders, or why there is none
 */
export function configureProvider(
  slug: string,
  values: StringRecord,
): Result<ProviderDefinition, InvalidVariable | { readonly kind: 'unknown_provider' }> {
  const definition = BY_SLUG.get(slug)
  return definition === undefined
    ? fail({ kind: 'unknown_provider' })
    : fillVariables(definition, values)
}
