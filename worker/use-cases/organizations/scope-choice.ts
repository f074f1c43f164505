/** Which scopes an organization may choose for its members. */
import type { DataIntegration } from '../../domain/integration.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'

export type ScopeFailure =
  | { readonly kind: 'scope_not_configured'; readonly slug: string; readonly scope: string }
  | { readonly kind: 'scopes_required'; readonly slug: string }

/**
 * With the developer's OAuth client those that the developer chose. With its own any that the provider is
 * known to have, and whatever it likes where no list of them is known (contract §5.15).
 *
 * @param scopes null: as the developer has them
 */
export function checkScopes(
  { slug, scopes: chosen, credentialsType }: DataIntegration,
  { oauth }: ProviderDefinition,
  scopes: readonly string[] | null,
): Result<null, ScopeFailure> {
  if (scopes === null) return ok(null)
  const [first] = scopes
  if (oauth === undefined) {
    return first === undefined
      ? ok(null)
      : fail({ kind: 'scope_not_configured', slug, scope: first })
  }
  const { default: defaults, available, required, mandatory } = oauth.scopes
  if (mandatory && scopes.length === 0) return fail({ kind: 'scopes_required', slug })
  const isWide = credentialsType === 'organization'
  if (isWide && available.length === 0) return ok(null)
  const offered = new Set([
    ...(chosen ?? defaults),
    ...required,
    ...(isWide ? [...defaults, ...available.map(({ value }) => value)] : []),
  ])
  const scope = scopes.find((one) => !offered.has(one))
  return scope === undefined ? ok(null) : fail({ kind: 'scope_not_configured', slug, scope })
}
