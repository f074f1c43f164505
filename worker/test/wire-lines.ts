/** Every request that a provider is sent, as a reviewer reads it: one line for where, the rest below. */
import type { EgressRequest } from '../kit/safe-fetch.ts'
import { secret } from '../kit/secret.ts'
import { buildAuthorizationUrl } from '../oauth/authorization-url.ts'
import { answer, scriptedEgress } from '../oauth/scripted-egress.ts'
import { revokeToken } from '../oauth/revocation.ts'
import { exchangeCode, refreshTokens } from '../oauth/token-client.ts'
import type { OAuthProvider } from '../providers/definition.ts'

const CLIENT = { clientId: 'client-1', clientSecret: secret('s3cret:+/%') }
const REDIRECT_URI = 'https://pipes.example/callback'
// Every shape at once.
const HELD = { access_token: 'at' }
const TOKEN = { ...HELD, authed_user: HELD, body: HELD, data: HELD, code: 0, status: 0 }

/** @param definition as a connection uses it */
export async function wireOf(definition: OAuthProvider): Promise<string> {
  const { authMethods } = definition
  return [
    ...(authMethods.includes('oauth') ? await usersLines(definition) : []),
    ...(authMethods.includes('client_credentials') ? await clientsLines(definition) : []),
  ].join('\n')
}

/** The address that the browser is sent to, the exchange, the refresh, giving back; headers and bodies decoded. */
async function usersLines(definition: OAuthProvider): Promise<string[]> {
  const url = buildAuthorizationUrl(definition, {
    clientId: CLIENT.clientId,
    redirectUri: REDIRECT_URI,
    state: 'state-1',
    scopes: definition.oauth.scopes.default,
    codeChallenge: 'challenge-1',
  })
  const { echo = [] } = definition.oauth.callback ?? {}
  const { egress, requests } = scriptedEgress(
    ...Array.from({ length: 5 }, () => answer(200, TOKEN)),
  )
  await exchangeCode(egress, definition, CLIENT, {
    code: secret('code-1'),
    redirectUri: REDIRECT_URI,
    codeVerifier: secret('verifier-1'),
    told: { echo: Object.fromEntries(echo.map((name) => [name, `${name}-1`])), metadata: {} },
    now: 0,
  })
  await refreshTokens(egress, definition, CLIENT, secret('refresh-1'), 0)
  const tokens = {
    accessToken: secret('access-1'),
    refreshToken: secret('refresh-1'),
    account: 'account-1',
    now: 0,
  }
  await revokeToken(egress, definition, CLIENT, tokens)
  const [page, fragment = ''] = url.href.split('#')
  const [path = '', query = ''] = (fragment === '' ? url.href : fragment).split('?')
  const address = fragment === '' ? path : `${page}#${path}`
  return [`GET ${address}`, shown(new URLSearchParams(query)), ...requests.flatMap(lines)]
}

/** A client's own token. */
async function clientsLines(definition: OAuthProvider): Promise<string[]> {
  const { oauth } = definition
  const refresh = { ...oauth.refresh, by: { kind: 'client_credentials' } } as const
  const { egress, requests } = scriptedEgress(answer(200, TOKEN))
  await refreshTokens(
    egress,
    { ...definition, oauth: { ...oauth, refresh } },
    CLIENT,
    secret(''),
    0,
  )
  return requests.flatMap(lines)
}

function lines({ method, url, headers, body = '' }: EgressRequest): string[] {
  const isJson = headers.get('content-type') === 'application/json'
  const shownBody = isJson ? `  ${body}` : shown(new URLSearchParams(body))
  return [
    `${method} ${url}`,
    ...[...headers].map(([name, value]) => `  ${name}: ${value}`),
    ...(method === 'GET' ? [] : [shownBody]),
  ]
}

const shown = (params: URLSearchParams): string =>
  `  ${[...params].map(([name, value]) => `${name}=${value}`).join(' & ')}`
