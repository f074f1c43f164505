/** A provider as an operator describes it at run time: the same data as a catalogue entry, fewer knobs. */
import type { ProviderDefinition, StringRecord } from './definition.ts'
import { defineProvider } from './define-provider.ts'

export type CustomProviderInput = {
  readonly slug: string
  readonly name: string
  readonly authorizationUrl: string
  readonly tokenUrl: string
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
}

/** @param input checked before: URLs are static and public, names are not empty */
export function customProviderDefinition(input: CustomProviderInput): ProviderDefinition {
  const separator = input.requestScopeSeparator ?? ' '
  return defineProvider({
    slug: input.slug,
    name: input.name,
    verified: 'operator',
    oauth: {
      authorizationUrl: input.authorizationUrl,
      authorizationParams: input.additionalAuthorizationParameters ?? {},
      ...(input.issuer === undefined ? {} : { issuer: input.issuer }),
      ...((input.pkceEnabled ?? true)
        ? { pkce: true }
        : { pkce: false, noPkceReason: 'The operator switched it off.' }),
      token: {
        url: input.tokenUrl,
        ...(input.refreshTokenUrl == null ? {} : { refreshUrl: input.refreshTokenUrl }),
        clientAuthentication: clientAuthenticationOf(input),
        bodyFormat: input.tokenBodyContentType === 'application/json' ? 'json' : 'form',
      },
      scopes: { separator, mandatory: input.scopesRequired ?? false },
      // Who takes scopes joined by commas mostly lists them so, too; white space always separates.
      response: { scopeSeparator: separator },
      ...(input.revocationUrl === undefined
        ? {}
        : { revocation: revocationOf(input, input.revocationUrl) }),
      ...(input.userinfoUrl === undefined ? {} : { userinfo: userinfoAt(input.userinfoUrl) }),
    },
  })
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
