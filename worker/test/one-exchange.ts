/** One callback, exchange or refresh of a catalogue's provider, against scripted answers. */
import { secret } from '../kit/secret.ts'
import type { EgressAnswer } from '../kit/safe-fetch.ts'
import { readAuthorizationResponse } from '../oauth/authorization-response.ts'
import { scriptedEgress } from '../oauth/scripted-egress.ts'
import { exchangeCode, refreshTokens } from '../oauth/token-client.ts'
import { readyProvider } from './providers.ts'

export const CLIENT = { clientId: 'c', clientSecret: secret('s') }
export const NOW = 1_760_000_000_000

export function ready(slug: string) {
  const definition = readyProvider(slug)
  if (definition === undefined) throw new Error(`no provider ${slug}`)
  return definition
}

/** A callback with this query, and the exchange of its code. */
export async function connect(slug: string, query: string, ...told: readonly EgressAnswer[]) {
  const definition = ready(slug)
  const url = new URL(`https://pipes.example/callback?state=st&${query}`)
  const read = readAuthorizationResponse(definition, CLIENT.clientId, url, 'st')
  if (!read.ok) throw new Error(read.failure.kind)
  const { egress, requests } = scriptedEgress(...told)
  const outcome = await exchangeCode(egress, definition, CLIENT, {
    ...read.value,
    redirectUri: 'https://pipes.example/callback',
    codeVerifier: secret('v'),
    now: NOW,
  })
  return { requests, outcome, ...(outcome.ok ? { tokens: outcome.value } : {}) }
}

export async function refresh(slug: string, told: EgressAnswer) {
  const { egress, requests } = scriptedEgress(told)
  const outcome = await refreshTokens(egress, ready(slug), CLIENT, secret('r'), NOW)
  return { requests, outcome }
}
