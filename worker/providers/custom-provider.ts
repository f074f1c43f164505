/** A provider as an operator describes it at run time: the same data as a catalogue entry, fewer knobs. */
import type { ConfigField, OAuthProvider, ProviderDefinition, StringRecord } from './definition.ts'
import { defineKeyProvider, defineProvider, type OAuthDraft } from './define-provider.ts'

export type CustomProviderInput = {
  readonly slug: string
  readonly name: string
  /** With `tokenUrl`: users can authorize. */
  readonly authorizationUrl?: string | undefined
  /** Alone: clients fetch their own tokens (RFC 6749 §4.4). Without either there are API keys only. */
  readonly tokenUrl?: string | undefined
  readonly refreshTokenUrl?: string | null | undefined
  readonly pkceEnabled?: boolean | undefined
  readonly requestScopeSeparator?: string | undefined
  readonly scopesRequired?: boolean | undefined
  readonly clientSecretRequired?: boolean | undefined
  readonly additionalAuthorizationParameters?: StringRecord | undefined
  readonly tokenBodyContentType?:
    | 'application/x-www-form-urlencoded'
    | 'application/json'
    | undefined
  readonly authenticateVia?: 'request_body' | 'basic_auth_header' | undefined
  /** Given, a callback's `iss` must be exactly this (RFC 9207). */
  readonly issuer?: string | undefined
  readonly revocationUrl?: string | undefined
  /** An OpenID Connect userinfo endpoint: `sub`, and `email`, `preferred_username` or `name`. */
  readonly userinfoUrl?: string | undefined
  /** What a connection has to say; `{key}` in an address is filled with it. */
  readonly configFields?: readonly ConfigField[] | undefined
}

/** @param input checked before: addresses are public, their `{key}` parts declared, names not empty */
export function customProviderDefinition(
  input: CustomProviderInput & { readonly tokenUrl: string },
): OAuthProvider
export function customProviderDefinition(input: CustomProviderInput): ProviderDefinition
export function customProviderDefinition(input: CustomProviderInput): ProviderDefinition {
  const { authorizationUrl, tokenUrl } = input
  const common = {
    slug: input.slug,
    name: input.name,
    verified: 'operator',
    configFields: input.configFields ?? [],
  } as const
  if (tokenUrl === undefined) return defineKeyProvider(common)
  return defineProvider({
    ...common,
    authMethods: [
      ...(authorizationUrl === undefined ? [] : (['oauth'] as const)),
      'client_credentials',
      'api_key',
    ],
    oauth: oauthOf(input, tokenUrl),
  })
}

function oauthOf(input: CustomProviderInput, tokenUrl: string): OAuthDraft {
  const { authorizationUrl } = input
  const separator = input.requestScopeSeparator ?? ' '
  return {
    ...(authorizationUrl === undefined ? {} : { authorizationUrl }),
    authorizationParams: input.additionalAuthorizationParameters ?? {},
    ...(input.issuer === undefined ? {} : { issuer: input.issuer }),
    ...((input.pkceEnabled ?? true)
      ? ({ pkce: true } as const)
      : ({ pkce: false, noPkceReason: 'The operator switched it off.' } as const)),
    token: {
      url: tokenUrl,
      ...(input.refreshTokenUrl == null ? {} : { refreshUrl: input.refreshTokenUrl }),
      clientAuthentication: clientAuthenticationOf(input),
      bodyFormat:
        input.tokenBodyContentType === 'application/json' ? ('json' as const) : ('form' as const),
    },
    scopes: { separator, mandatory: input.scopesRequired ?? false },
    // Who takes scopes joined by commas mostly lists them so, too; white space always separates.
    response: { scopeSeparator: separator },
    ...(input.revocationUrl === undefined
      ? {}
      : { revocation: revocationOf(input, input.revocationUrl) }),
    ...(input.userinfoUrl === undefined ? {} : { userinfo: userinfoAt(input.userinfoUrl) }),
  }
}

function clientAuthenticationOf(input: CustomProviderInput) {
  if (input.clientSecretRequired === false) return 'none'
  return input.authenticateVia === 'basic_auth_header' ? 'basic_rfc6749' : 'post'
}

const revocationOf = (input: CustomProviderInput, url: string) =>
  ({ url, auth: input.authenticateVia === 'basic_auth_header' ? 'basic' : 'client_post' }) as const

const userinfoAt = (url: string) => ({
  url,
  idPaths: ['sub', 'id'],
  labelPaths: ['email', 'preferred_username', 'name', 'login'],
})
