/**
 * Why a mutant that survives is the same definition to its provider: each rule with what must hold for it.
 * A survivor that no rule knows fails the run.
 */
import { findProvider } from '../../providers/catalogue.ts'
import type { OAuthDefinition } from '../../providers/definition.ts'
import type { Documented } from '../../test/documented/kit/documented.ts'
import type { Mutant } from './mutants.ts'

type Rule = {
  readonly reason: string
  readonly path: RegExp
  readonly change?: RegExp
  readonly holds?: (server: Documented, page: OAuthDefinition) => boolean
}

const RULES: readonly Rule[] = [
  {
    reason: 'Where a picture lies is seen when somebody looks at it, and costs no connection.',
    path: /^oauth\.userinfo\.picture\./,
  },
  {
    reason: 'What is asked for by default is ours to choose; the account’s call does not need it.',
    path: /^oauth\.scopes\.default$/,
    change: /^without/,
  },
  {
    reason: 'There is no refresh token and nothing to refresh.',
    path: /^oauth\.(?:refresh\.|token\.refreshParams$)/,
    holds: ({ life, token }) => life.refresh === 'none' && token.renews === undefined,
  },
  {
    reason: 'Both tokens are sent, in whichever order.',
    path: /^oauth\.revocation\.tokens$/,
    change: /another order/,
    holds: (_, { revocation }) => revocation?.grantWide === false,
  },
  {
    reason: 'Either token ends the grant.',
    path: /^oauth\.revocation\.tokens$/,
    change: /^without|another order/,
    holds: ({ revoke }) => revoke?.ends !== 'token' && revoke?.takes.length === 2,
  },
  {
    reason: 'There is no other token than this one.',
    path: /^oauth\.revocation\.tokens$/,
    change: /^with refresh/,
    holds: (_, { revocation, refresh }) =>
      revocation?.grantWide === true || refresh.by !== undefined,
  },
  {
    reason: 'A default speaks for whoever says nothing, so nobody is asked.',
    path: /^configFields\.\d+\.required$/,
    holds: ({ config }) => config?.otherwise !== undefined,
  },
  {
    reason: 'A whole host is judged as one (fill-config.ts), whatever its pattern lets through.',
    path: /^configFields\.\d+\.pattern$/,
    change: /\.\*/,
    holds: (_, { token }) =>
      token.url.startsWith('https://{domain}/') || token.url.startsWith('https://{host}/'),
  },
  {
    reason: 'No documented answer lists scopes.',
    path: /^oauth\.response\.scopeSeparator$/,
    holds: ({ token }) =>
      !JSON.stringify(
        token.answer({ access: 'a', scopes: ['one', 'two'], grant: 'code', at: 0 }),
      ).includes('two'),
  },
  {
    reason: 'There is one scope: nothing to join.',
    path: /^oauth\.scopes\.(?:separator|caseInsensitive)$/,
    holds: (_, { scopes }) => new Set(scopes.available.map(({ value }) => value)).size === 1,
  },
  {
    reason: 'The provider always sends its issuer, as far as anybody knows; we do not insist.',
    path: /^oauth\.callbackIssuer$/,
    change: /required/,
    holds: ({ authorize }) => authorize.iss !== undefined,
  },
  {
    reason: 'Asked for whatever an operator chooses; the default asks for it anyway.',
    path: /^oauth\.scopes\.required$/,
    holds: (_, { scopes }) => scopes.required.every((one) => scopes.default.includes(one)),
  },
  {
    reason: 'A code that nobody knows means as much, or another one of the same meaning.',
    path: /^oauth\.response\.errorMap(?:$|\.(?:consent_required|invalid_grant_type)$)/,
    change: /redirect|consent_required|→ invalid_(?:grant|client)$/,
  },
  {
    reason: 'Its failures carry no code.',
    path: /^oauth\.response\.errorPath$/,
    holds: ({ failures }) =>
      failures.means?.grant === 'unclear' && failures.means.client === 'unclear',
  },
]

/** @returns the first rule that fits at every server which the mutant met */
export function reasonOf(
  { slug, path, change }: Mutant,
  servers: readonly Documented[],
): string | undefined {
  const page = findProvider(slug)?.oauth
  if (page === undefined) return undefined
  return RULES.find(
    (rule) =>
      rule.path.test(path) &&
      (rule.change?.test(change) ?? true) &&
      servers.every((server) => rule.holds?.(server, page) ?? true),
  )?.reason
}
