/**
 * Everything that a definition claims, tried at the server that the documentation describes. One of our
 * fields that is wrong shows in an answer, in a complaint, or in what a grant does in the following years.
 */
import { secret } from '../../kit/secret.ts'
import { fetchIdentity } from '../../oauth/identity.ts'
import type { TokenFailure } from '../../oauth/token-failure.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import { missingScopes } from '../../providers/missing-scopes.ts'
import type { Documented, Meaning } from '../documented/kit/documented.ts'
import { walkConfig } from './walk-config.ts'
import { walkRefresh } from './walk-refresh.ts'
import { walkRevocation } from './walk-revocation.ts'
import { expect, same, tokensOf, WalkFailed, Walker } from './walker.ts'

/** @returns the first thing in which the definition and the documentation differ */
export async function firstDifference(
  definition: ProviderDefinition,
  documented: Documented,
): Promise<string | undefined> {
  try {
    await walk(definition, documented)
    return undefined
  } catch (error) {
    if (error instanceof WalkFailed) return error.message
    // A definition that our own code cannot work with differs, too.
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }
}

async function walk(given: ProviderDefinition, documented: Documented): Promise<void> {
  walkMethods(given, documented)
  walkConfig(given, documented)
  const start = () => new Walker(given, documented)
  await walkConnection(start())
  await walkScopes(start())
  await walkRefusals(start())
  await walkIdentity(start())
  await walkRefresh(start)
  await walkRevocation(start)
  if (documented.token.clientCredentials === true) await walkClientCredentials(start())
}

function walkMethods({ authMethods }: ProviderDefinition, documented: Documented): void {
  const { keys, token } = documented
  same('ways to prove oneself', authMethods.toSorted(), [
    ...(keys === true ? ['api_key'] : []),
    ...(token.clientCredentials === true ? ['client_credentials'] : []),
    'oauth',
  ])
}

/** Consent, callback and exchange, and what the answer told. */
async function walkConnection(walker: Walker): Promise<void> {
  const { documented, definition } = walker
  const { life } = documented
  const tokens = await walker.connect()
  const ends = life.access === undefined ? undefined : walker.now + life.access * 1000
  same('the token’s end', tokens.expiresAt, ends)
  if (life.toldOfRefresh !== undefined) {
    const told = walker.now + life.toldOfRefresh * 1000
    same('the refresh token’s end', tokens.refreshTokenExpiresAt, told)
  }
  const renews = life.refresh !== 'none' || documented.token.renews !== undefined
  same('a refresh token', tokens.refreshToken !== undefined, renews)
  same('kept from the answer', sorted(tokens.metadata), sorted(documented.tells ?? {}))
  const { scopes } = definition.oauth
  same('missing scopes', missingScopes(definition, scopes.default, tokens.scopes), [])
}

const sorted = (record: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1))

/** All that an operator can choose, and what is included or listed otherwise. */
async function walkScopes(walker: Walker): Promise<void> {
  const { scopes } = walker.definition.oauth
  const offered = scopes.available.map(({ value }) => value)
  const implied = Object.entries(scopes.implies).flatMap(([one, more]) => [one, ...more])
  const all = [...new Set([...scopes.default, ...offered, ...implied])]
  const tokens = await walker.connect(all)
  same('missing of all scopes', missingScopes(walker.definition, all, tokens.scopes), [])
  if (scopes.required.length > 0) {
    const least = await walker.connect(['openid'])
    expect(least.refreshToken !== undefined, 'no refresh token without choosing it')
  }
  for (const { asked, listed, lacks } of walker.documented.partial ?? []) {
    const { scopes: told } = await walker.connect(asked, { listed })
    same(`missing with ${listed.join(' ')}`, missingScopes(walker.definition, asked, told), lacks)
  }
  compareScopes(walker, all)
  const { scopes: rule } = walker.documented.authorize
  const isNeeded = rule !== 'no parameter' && rule.atLeastOne === true
  same('scopes must be chosen', scopes.mandatory, isNeeded)
}

/** Each scope against each that might be listed in its place. */
function compareScopes({ documented, definition }: Walker, all: readonly string[]): void {
  const { scopes } = documented.authorize
  if (scopes === 'no parameter') return
  const { named = {}, silent = [], includes = {}, caseless = false } = scopes
  const nameOf = (scope: string): string => named[scope] ?? scope
  const isIn = (asked: string, listed: string): boolean =>
    asked === listed || (includes[listed] ?? []).some((smaller) => isIn(asked, smaller))
  const lacks = (asked: string, listed: string): boolean =>
    missingScopes(definition, [asked], [listed]).length > 0
  const known = [...new Set([...all, ...Object.entries(includes).flat(2)])]
  for (const asked of known) {
    for (const listed of known.filter((one) => !silent.includes(one))) {
      const isHeld = silent.includes(asked) || isIn(asked, listed)
      same(`${listed} without ${asked}`, lacks(asked, nameOf(listed)), !isHeld)
    }
    const loud = asked === asked.toUpperCase() ? asked.toLowerCase() : asked.toUpperCase()
    const isSame = loud === asked || caseless || silent.includes(asked)
    same(`${loud} for ${asked}`, lacks(asked, loud), !isSame)
    same(`nothing for ${asked}`, lacks(asked, 'nothing'), !silent.includes(asked))
  }
}

const KINDS: Readonly<Record<Meaning, TokenFailure['kind']>> = {
  over: 'needs_reauthorization',
  client: 'configuration',
  later: 'retry',
  lost: 'unknown_outcome',
  unclear: 'suspect',
}

/** A user who says no, a spent code, a wrong secret, and the documented failures. */
async function walkRefusals(walker: Walker): Promise<void> {
  const { documented, definition } = walker
  const { failures, authorize } = documented
  const { code = 'over', grant = 'over', client = 'client' } = failures.means ?? {}
  const { refusals = [{ error: 'access_denied' }], adminRefusals = [] } = authorize
  for (const [kind, all] of [
    ['access_denied', refusals],
    ['admin_consent_required', adminRefusals],
  ] as const) {
    for (const refusal of all) {
      const refused = await walker.consent(definition.oauth.scopes.default, { refusal })
      same('a refusal', !refused.read.ok && refused.read.failure.kind, kind)
    }
  }

  await walkForgery(walker)

  const spent = await walker.exchange(secret('nobody-had-this-code'))
  walker.served.complaints.length = 0
  same('a spent code', 'failure' in spent && spent.failure.kind, KINDS[code])

  const { refreshToken } = await walker.connect()
  if (refreshToken === undefined) {
    const wrong = { ...walker.client, clientSecret: secret('wrong') }
    const outcome = await walker.exchange(secret('any'), secret('any'), wrong)
    same('a wrong secret', 'failure' in outcome && outcome.failure.kind, KINDS[client])
    return
  }
  const wrong = await walker.refresh(refreshToken, {
    ...walker.client,
    clientSecret: secret('wrong'),
  })
  same('a wrong secret', 'failure' in wrong && wrong.failure.kind, KINDS[client])
  walker.served.complaints.length = 0
  for (const [meaning, answer] of [...(failures.more ?? []), [grant, failures.grant] as const]) {
    walker.served.next.token.push(answer)
    const outcome = await walker.refresh(refreshToken)
    walker.content()
    const kind = 'failure' in outcome ? outcome.failure.kind : 'a token'
    same(`failure ${JSON.stringify(answer.body)}`, kind, KINDS[meaning])
  }
}

/** A callback that another server sent, or one that lost its sender. */
async function walkForgery(walker: Walker): Promise<void> {
  const { iss, issIsAlwaysThere } = walker.documented.authorize
  if (iss === undefined) return
  const { scopes } = walker.definition.oauth
  const forged = await walker.consent(scopes.default, { iss: 'https://attacker.example' })
  same('a forged issuer', forged.read.ok, false)
  if (issIsAlwaysThere !== true) return
  const silent = await walker.consent(scopes.default, { iss: null })
  same('no issuer', silent.read.ok, false)
}

async function walkIdentity(walker: Walker): Promise<void> {
  const { documented, definition, served } = walker
  const { accessToken, metadata } = await walker.connect()
  for (const [variant, { id, label, tells = {} }] of (
    documented.account?.answers ?? []
  ).entries()) {
    served.accountVariant = variant
    const found = await fetchIdentity(walker.egress, definition, accessToken, metadata)
    walker.content()
    same('the account', [found.identifier, found.displayName], [id, label])
    same('kept of the account', sorted(found.metadata ?? {}), sorted(tells))
  }
  if (documented.account === undefined) {
    const found = await fetchIdentity(walker.egress, definition, accessToken, metadata)
    walker.content()
    same('the account', found, {})
  }
}

async function walkClientCredentials(walker: Walker): Promise<void> {
  const { oauth } = walker.definition
  const by = { kind: 'client_credentials' } as const
  Object.assign(walker, {
    definition: { ...walker.definition, oauth: { ...oauth, refresh: { ...oauth.refresh, by } } },
  })
  tokensOf(await walker.refresh(secret('')))
  walker.content()
}
