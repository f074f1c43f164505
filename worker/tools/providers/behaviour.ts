/** What an entry of the catalogue means for those who use it, as sentences. */
import {
  speaksOAuth,
  type OAuthProvider,
  type ProviderDefinition,
} from '../../providers/definition.ts'

/** How a token is had and kept. */
export function behaviourOf(entry: ProviderDefinition): readonly string[] {
  if (!speaksOAuth(entry)) return []
  return [
    ...(entry.authMethods.includes('oauth') ? [pkceOf(entry)] : []),
    clientOf(entry),
    ...lifetimesOf(entry),
    ...keptOf(entry),
    ...(entry.oauth.userinfo === undefined
      ? ['Whose account it is cannot be asked: connections have no label.']
      : []),
  ]
}

/** What becomes of the grant when somebody disconnects. */
export function disconnectOf(entry: ProviderDefinition): string {
  if (!speaksOAuth(entry)) {
    return 'The sealed key is erased. It stays valid at the provider until somebody deletes it there.'
  }
  const { revocation } = entry.oauth
  const erased = 'Nothing is vended from that moment, and what was sealed is erased.'
  if (revocation === undefined) {
    return `${erased} ${entry.name} has no call to end a token that we know of: the grant stays in the user’s settings there until it is removed or runs out.`
  }
  const token = revocation.tokens[0] === 'refresh' ? 'The refresh token' : 'The access token'
  const which = revocation.tokenless === true ? 'The account’s connection' : token
  const wide = revocation.grantWide
    ? ' That ends everything which this client holds for the account, so it waits until no other connection stands on it.'
    : ''
  return `${erased} ${which} is given back at ${hostOf(revocation.url)}, and tried for a day.${wide}`
}

const pkceOf = ({ oauth }: OAuthProvider): string =>
  oauth.pkce ? 'PKCE (S256) protects the code.' : `No PKCE: ${lower(oauth.noPkceReason)}`

const CLIENTS = {
  post: 'in the body of the request',
  basic_raw: 'as Basic, as it is',
  basic_rfc6749: 'as Basic, encoded as RFC 6749 wants it',
  none: '',
} as const

function clientOf({ oauth: { token } }: OAuthProvider): string {
  const body = token.bodyFormat === 'json' ? ' Token requests are JSON.' : ''
  return token.clientAuthentication === 'none'
    ? `The client is public: no secret is sent.${body}`
    : `The client proves itself ${CLIENTS[token.clientAuthentication]}.${body}`
}

function lifetimesOf({ oauth: { refresh, response } }: OAuthProvider): readonly string[] {
  const said: string[] = []
  const { by, idleDays, absoluteDays, graceSeconds, latestSeconds } = refresh
  if (response.defaultLifetimeSeconds !== undefined) {
    said.push(
      `Where the answer names no end, a token counts as good for ${spanOf(response.defaultLifetimeSeconds)}.`,
    )
  }
  if (by?.kind === 'access_token')
    said.push('There is no refresh token: an access token renews itself, as long as it lives.')
  else said.push(ROTATION[refresh.rotates])
  if (refresh.rotates !== 'never' && refresh.reuseKills) {
    said.push(
      'Using a refresh token twice is taken to end the whole grant; it is never sent twice without need.',
    )
  }
  if (graceSeconds > 0)
    said.push(`One that was used is still answered for ${spanOf(graceSeconds)}.`)
  if (idleDays !== undefined) said.push(`Unused for ${idleDays} days it ends; it is used in time.`)
  if (absoluteDays !== undefined)
    said.push(`${absoluteDays} days after the consent the user has to connect again.`)
  if (latestSeconds !== undefined && latestSeconds < 86_400) {
    said.push(`A token is refreshed in its last ${latestSeconds} seconds only: earlier is refused.`)
  }
  if (refresh.killsOldAccessToken) said.push('A refresh ends the access token before it at once.')
  return said
}

const ROTATION = {
  always: 'Each refresh gives a new refresh token.',
  never: 'The refresh token stays the same, where there is one.',
  sometimes: 'A refresh may give a new refresh token.',
  unknown: 'Whether a refresh gives a new refresh token is not known; both are handled.',
} as const

function keptOf({ oauth: { response, callback, userinfo } }: OAuthProvider): readonly string[] {
  const kept = [
    ...[...response.keep, ...(userinfo?.keep ?? [])].map((path) => path.replaceAll('.', '_')),
    ...(response.claims ?? []),
    ...(callback?.keep ?? []),
  ]
  if (kept.length === 0) return []
  const names = [...new Set(kept)].map((name) => `\`${name}\``).join(', ')
  return [`Vended with each token, as \`metadata\`: ${names}.`]
}

function spanOf(seconds: number): string {
  for (const [unit, size] of [
    ['days', 86_400],
    ['hours', 3600],
    ['minutes', 60],
  ] as const) {
    if (seconds >= 2 * size) return `${Math.round(seconds / size)} ${unit}`
  }
  return `${seconds} seconds`
}

const hostOf = (url: string): string => `\`${/^https:\/\/([^/?]+)/.exec(url)?.[1] ?? url}\``
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
