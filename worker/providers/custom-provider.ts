/** A provider as an operator describes it at run time: whatever an entry of the catalogue can say. */
import type { Category } from '../domain/category.ts'
import type {
  ConfigField,
  OAuthDefinition,
  OAuthProvider,
  ProviderDefinition,
  Revocation,
  StringRecord,
  TokenEndpoint,
  TokenResponseShape,
  RefreshBehaviour,
  Scopes,
  Userinfo,
  UserPicture,
} from './definition.ts'
import { defineKeyProvider, defineProvider, type OAuthDraft } from './define-provider.ts'

/** The quirks. What the contract of WorkOS Pipes has a field for is said there. */
export type CustomOAuth = Partial<
  Pick<
    OAuthDefinition,
    | 'adminDenials'
    | 'authorizationFragment'
    | 'authorizationOmits'
    | 'authorizationRename'
    | 'callback'
    | 'callbackIssuer'
    | 'denials'
    | 'nonceParam'
    | 'redirectName'
    | 'rename'
    | 'upgrade'
  >
> & {
  readonly noPkceReason?: string
  readonly token?: Partial<Omit<TokenEndpoint, 'url' | 'refreshUrl' | 'bodyFormat'>>
  readonly scopes?: Partial<Omit<Scopes, 'separator' | 'mandatory'>>
  readonly response?: Partial<TokenResponseShape>
  readonly refresh?: Partial<RefreshBehaviour>
  readonly revocation?: Partial<Omit<Revocation, 'url'>>
  /** Null: there is no picture, not even where OpenID Connect has one. */
  readonly userinfo?: Partial<Omit<Userinfo, 'url' | 'picture'>> & {
    readonly picture?: UserPicture | null
  }
}

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
  readonly docsUrl?: string | undefined
  readonly category?: Category | undefined
  readonly aliases?: readonly string[] | undefined
  /** Wins over what follows from the fields above. */
  readonly oauth?: CustomOAuth | undefined
}

/** @param input checked before: addresses are public, their `{key}` parts declared, names not empty */
export function customProviderDefinition(
  input: CustomProviderInput & { readonly tokenUrl: string },
): OAuthProvider
export function customProviderDefinition(input: CustomProviderInput): ProviderDefinition
export function customProviderDefinition(input: CustomProviderInput): ProviderDefinition {
  const { authorizationUrl, tokenUrl, docsUrl, category, aliases } = input
  const common = {
    slug: input.slug,
    name: input.name,
    verified: 'operator',
    configFields: input.configFields ?? [],
    ...(docsUrl === undefined ? {} : { docsUrl }),
    ...(category === undefined ? {} : { category }),
    ...(aliases === undefined ? {} : { aliases }),
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
  const { authorizationUrl, issuer } = input
  const { noPkceReason, token, scopes, response, refresh, revocation, userinfo, ...rest } =
    input.oauth ?? {}
  const separator = input.requestScopeSeparator ?? ' '
  return {
    ...rest,
    ...(authorizationUrl === undefined ? {} : { authorizationUrl }),
    authorizationParams: input.additionalAuthorizationParameters ?? {},
    ...(issuer === undefined ? {} : { issuer }),
    ...((input.pkceEnabled ?? true)
      ? ({ pkce: true } as const)
      : { pkce: false, noPkceReason: noPkceReason ?? 'The operator switched it off.' }),
    token: {
      clientAuthentication: clientAuthenticationOf(input),
      ...token,
      url: tokenUrl,
      ...(input.refreshTokenUrl == null ? {} : { refreshUrl: input.refreshTokenUrl }),
      bodyFormat:
        input.tokenBodyContentType === 'application/json' ? ('json' as const) : ('form' as const),
    },
    scopes: { ...scopes, separator, mandatory: input.scopesRequired ?? false },
    // Who takes scopes joined by commas mostly lists them so, too; white space always separates.
    response: { scopeSeparator: separator, ...response },
    ...(refresh === undefined ? {} : { refresh }),
    ...(input.revocationUrl === undefined
      ? {}
      : { revocation: { ...revocationOf(input), ...revocation, url: input.revocationUrl } }),
    ...userinfoOf(input.userinfoUrl, userinfo),
  }
}

function clientAuthenticationOf(input: CustomProviderInput) {
  if (input.clientSecretRequired === false) return 'none'
  return input.authenticateVia === 'basic_auth_header' ? 'basic_rfc6749' : 'post'
}

const revocationOf = ({ authenticateVia }: CustomProviderInput) =>
  ({ auth: authenticateVia === 'basic_auth_header' ? 'basic' : 'client_post' }) as const

/** OpenID Connect's claims, and what is common elsewhere; without an address the metadata tells all. */
const userinfoOf = (
  url: string | undefined,
  said: CustomOAuth['userinfo'],
): Pick<OAuthDraft, 'userinfo'> => {
  if (url === undefined && said === undefined) return {}
  // Where nothing is asked, nothing tells of one.
  const { picture = url === undefined ? null : { from: 'picture' }, ...rest } = said ?? {}
  return {
    userinfo: {
      idPaths: ['sub', 'id'],
      labelPaths: ['email', 'preferred_username', 'name', 'login'],
      ...(picture === null ? {} : { picture }),
      ...rest,
      ...(url === undefined ? {} : { url }),
    },
  }
}
