/**
 * A revocation that is signed instead of proven by the client's secret, as Withings has it: a nonce is fetched, by a signed
 * request as well, and goes with an HMAC-SHA256 over action, client and nonce into the body. What is signed, and in which order,
 * is fixed there; everything else is data.
 */
import { hmacSha256Hex, importHmacKey } from '../kit/digest.ts'
import { utf8 } from '../kit/encoding.ts'
import type { Egress } from '../kit/safe-fetch.ts'
import type { Revocation } from '../providers/definition.ts'
import type { OAuthClient } from './client-authentication.ts'
import { parseJsonObject, textAt } from './member-path.ts'

/** @param params of the revocation, `action` among them; it gets the client, the nonce and the signature */
export async function signed(
  egress: Egress,
  { nonceUrl, url }: Revocation,
  client: OAuthClient,
  params: URLSearchParams,
  now: number,
): Promise<void> {
  const nonce = await fetchNonce(egress, nonceUrl ?? url, client, now)
  params.set('client_id', client.clientId)
  params.set('nonce', nonce)
  params.set(
    'signature',
    await signature(client, [params.get('action') ?? '', client.clientId, nonce]),
  )
}

async function fetchNonce(
  egress: Egress,
  url: string,
  client: OAuthClient,
  now: number,
): Promise<string> {
  const timestamp = String(Math.floor(now / 1000))
  const body = new URLSearchParams({
    action: 'getnonce',
    client_id: client.clientId,
    timestamp,
    signature: await signature(client, ['getnonce', client.clientId, timestamp]),
  })
  const headers = new Headers({
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  })
  const answer = await egress({ url, method: 'POST', headers, body: body.toString() })
  // Without one the revocation is refused, and tried again later.
  return textAt(parseJsonObject(answer.text) ?? {}, 'body.nonce') ?? ''
}

async function signature({ clientSecret }: OAuthClient, parts: readonly string[]): Promise<string> {
  const key = await importHmacKey(utf8(clientSecret?.reveal() ?? ''))
  return hmacSha256Hex(key, parts.join(','))
}
