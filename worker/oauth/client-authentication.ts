/** How a client proves itself at the token endpoint (RFC 6749 §2.3.1), as the library's strategies. */
import { encodeBase64 } from '@oslojs/encoding'
import * as oauth from 'oauth4webapi'
import type { Secret } from '../kit/secret.ts'
import type { TokenEndpoint } from '../providers/definition.ts'

/** An OAuth client: ours at one provider. Without a secret it is a public client. */
export type OAuthClient = {
  readonly clientId: string
  readonly clientSecret?: Secret | undefined
}

/** @returns the strategy that a definition asks for; `none` whenever there is no secret to send */
export function clientAuthentication(
  method: TokenEndpoint['clientAuthentication'],
  client: OAuthClient,
): oauth.ClientAuth {
  const { clientSecret } = client
  if (clientSecret === undefined) return oauth.None()
  switch (method) {
    case 'post':
      return oauth.ClientSecretPost(clientSecret.reveal())
    case 'basic_rfc6749':
      return oauth.ClientSecretBasic(clientSecret.reveal())
    case 'basic_raw':
      return (_server, _client, _body, headers) => {
        headers.set('authorization', rawBasic(client.clientId, clientSecret))
      }
    case 'none':
      return oauth.None()
  }
}

/** Basic as RFC 7617 alone has it: many providers do not decode what RFC 6749 wants encoded. */
const rawBasic = (clientId: string, clientSecret: Secret): string =>
  `Basic ${encodeBase64(new TextEncoder().encode(`${clientId}:${clientSecret.reveal()}`))}`
