/**
 * Which of the scopes we ask for a grant lacks. Providers rename scopes, fold one into another and leave
 * some unmentioned, so two lists of text cannot simply be subtracted.
 */
import type { ProviderDefinition, Scopes } from './definition.ts'

/**
 * @param requested what the integration asks for
 * @param granted what the provider listed; undefined when it listed nothing, which means "as requested"
 *   (RFC 6749 §5.1)
 * @returns the requested scopes that the grant lacks, in the order and spelling of `requested`
 */
export function missingScopes(
  definition: ProviderDefinition,
  requested: readonly string[],
  granted: readonly string[] | undefined,
): string[] {
  // Nearly always the provider repeats what was asked for, word by word.
  if (granted === undefined || requested.every((scope) => granted.includes(scope))) return []
  if (definition.oauth === undefined) return []
  const { scopes } = definition.oauth
  const held = heldBy(granted, scopes)
  const silent = new Set(scopes.notEchoed.map((scope) => keyOf(scope, scopes)))
  return [...new Set(requested)].filter((scope) => {
    const key = keyOf(scope, scopes)
    return !held.has(key) && !silent.has(key)
  })
}

/** Everything the granted scopes amount to, followed through `implies`. */
function heldBy(granted: readonly string[], scopes: Scopes): ReadonlySet<string> {
  const implied = new Map(
    Object.entries(scopes.implies).map(([scope, included]) => [keyOf(scope, scopes), included]),
  )
  const held = new Set<string>()
  const open = [...granted]
  for (let scope = open.pop(); scope !== undefined; scope = open.pop()) {
    const key = keyOf(scope, scopes)
    if (held.has(key)) continue
    held.add(key)
    open.push(...(implied.get(key) ?? []))
  }
  return held
}

/** One spelling for a scope, its alias, and its form with or without a known prefix. */
function keyOf(scope: string, scopes: Scopes): string {
  const named = Object.hasOwn(scopes.aliases, scope) ? (scopes.aliases[scope] ?? scope) : scope
  const cased = scopes.caseInsensitive ? named.toLowerCase() : named
  const prefix = scopes.optionalPrefixes.find((candidate) => cased.startsWith(candidate))
  return prefix === undefined ? cased : cased.slice(prefix.length)
}
