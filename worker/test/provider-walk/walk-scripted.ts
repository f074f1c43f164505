/**
 * The engine and one of our pages, at a server that is made of the page: what the page says can be spoken,
 * understood when it succeeds, when the user says no, and when the grant is over.
 */
import type { Egress } from '../../kit/safe-fetch.ts'
import { secret } from '../../kit/secret.ts'
import { buildAuthorizationUrl } from '../../oauth/authorization-url.ts'
import { readAuthorizationResponse } from '../../oauth/authorization-response.ts'
import { fetchIdentity } from '../../oauth/identity.ts'
import { createPkcePair } from '../../oauth/pkce.ts'
import { revokeToken } from '../../oauth/revocation.ts'
import { exchangeCode, refreshTokens } from '../../oauth/token-client.ts'
import type { OAuthProvider } from '../../providers/definition.ts'
import { ScriptedProvider } from '../scripted-provider.ts'
import { expect, same, WalkFailed } from './walker.ts'

const CLIENT = {
  id: 'client-1.~_x',
  secret: 's3cret-4.~_y',
  redirectUri: 'https://pipes.example/callback',
}
const STATE = 'state-1'

/** @returns what went wrong first; undefined when nothing did */
export async function scriptedTrouble(definition: OAuthProvider): Promise<string | undefined> {
  try {
    await walk(definition)
    return undefined
  } catch (error) {
    return error instanceof WalkFailed ? error.message : String(error)
  }
}

async function walk(definition: OAuthProvider): Promise<void> {
  const provider = new ScriptedProvider(definition, CLIENT)
  const egress = egressTo(provider)
  const us = { clientId: CLIENT.id, clientSecret: secret(CLIENT.secret) }
  const now = Date.now()
  const { codeVerifier, codeChallenge } = await createPkcePair()
  const { href } = buildAuthorizationUrl(definition, {
    clientId: CLIENT.id,
    redirectUri: CLIENT.redirectUri,
    state: STATE,
    scopes: definition.oauth.scopes.default,
    codeChallenge,
  })
  const read = (refuses: boolean) =>
    readAuthorizationResponse(definition, CLIENT.id, provider.consent(href, refuses), STATE)

  const refused = read(true)
  same('a refusal', !refused.ok && refused.failure.kind, 'access_denied')
  const came = read(false)
  if (!came.ok) throw new WalkFailed(`the callback is refused: ${came.failure.kind}`)
  const exchange = { ...came.value, codeVerifier, redirectUri: CLIENT.redirectUri, now }
  const bought = await exchangeCode(egress, definition, us, exchange)
  if (!bought.ok) throw new WalkFailed(`no token: ${bought.failure.code}`)
  const { accessToken, refreshToken, metadata } = bought.value
  expect(refreshToken !== undefined, 'no refresh token')

  const { userinfo, revocation } = definition.oauth
  const { identifier } = await fetchIdentity(egress, definition, accessToken, metadata)
  same('an account', identifier !== undefined, userinfo !== undefined)
  const refresh = () => refreshTokens(egress, definition, us, refreshToken, now)
  const again = await refresh()
  expect(again.ok, 'no refresh')
  const { outcome } = await revokeToken(egress, definition, us, {
    ...bought.value,
    account: identifier,
    now,
  })
  same('a revocation', outcome, revocation === undefined ? 'not_supported' : 'revoked')
  provider.endGrants()
  const late = await refresh()
  same('an ended grant', !late.ok && late.failure.kind, 'needs_reauthorization')
  expect(provider.complaints.length === 0, provider.complaints.join('; '))
}

const egressTo =
  (provider: ScriptedProvider): Egress =>
  async ({ url, method, headers, body }) => {
    const request = new Request(url, { method, headers, ...(body === undefined ? {} : { body }) })
    const { status, body: told } = await provider.answer(request)
    return { status, headers: new Headers(), text: told === undefined ? '' : JSON.stringify(told) }
  }
