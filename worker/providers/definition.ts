/**
 * How a provider speaks OAuth, as plain data: no functions, nothing that JSON cannot carry, so that a
 * built-in provider and one that an operator described at run time are the same kind of thing. What is
 * odd about a provider is a field here; `worker/oauth` reads the fields and knows no provider's name.
 */
import type { Category } from '../domain/category.ts'
import type { AuthMethod } from '../domain/integration.ts'

export type ProviderDefinition = {
  readonly slug: string
  readonly name: string
  /** The provider's own page about its OAuth; absent where an operator described the provider. */
  readonly docsUrl?: string
  /** What kind of product it is; absent where an operator described the provider. */
  readonly category?: Category
  /** Other names that people look for, spelled as slugs. A request names the slug. */
  readonly aliases?: readonly string[]
  /** Where the facts come from: the provider's documentation, memory, or the operator's own words. */
  readonly verified: 'docs' | 'recall' | 'operator'
  readonly authMethods: readonly AuthMethod[]
  /** `{key}` parts of the URLs, e.g. Microsoft's `{tenant}`, and whatever else a connection has to say. */
  readonly configFields: readonly ConfigField[]
  /** Served by this deployment itself, to a client that it derives; for sandbox environments only. */
  readonly builtIn?: true
  /** Why nobody can set it up any more, or yet. What was set up before goes on as long as it can. */
  readonly notOffered?: NotOffered
  /** Absent where accounts prove themselves by an API key alone. */
  readonly oauth?: OAuthDefinition
}

export type NotOffered = {
  /** `retired`: the provider ended it. `unsupported`: it asks for something that is not done here. */
  readonly kind: 'retired' | 'unsupported'
  /** For developers: what it lacks, or since when it is gone. */
  readonly reason: string
  /** The slug that takes its place. */
  readonly successor?: string
}

/** Something that a connection has to say beside its credentials. */
export type ConfigField = {
  readonly key: string
  readonly label: string
  readonly required: boolean
  /** `integration`: set by whoever sets it up. `installation`: asked of whoever connects, unless it is set already. */
  readonly scope: 'integration' | 'installation'
  readonly description?: string
  readonly example?: string
  /** The whole value must match. */
  readonly pattern?: string
  readonly patternFlags?: 'i'
  /** The lowest comes first. */
  readonly order?: number
  /** Holds where nothing is set: then as it is at that time. */
  readonly default?: string
}

/** A provider that speaks OAuth, be it only to clients (RFC 6749 §4.4). */
export type OAuthProvider = ProviderDefinition & { readonly oauth: OAuthDefinition }

export const speaksOAuth = (definition: ProviderDefinition): definition is OAuthProvider =>
  definition.oauth !== undefined

export type OAuthDefinition = Pkce & {
  /** Absent where there are only clients' own tokens. */
  readonly authorizationUrl?: string
  /** A page of a single-page app: it reads its parameters behind `#` and this path (Apollo does). */
  readonly authorizationFragment?: string
  /** May name config fields, as addresses do (Amazon's `application_id`). */
  readonly authorizationParams: StringRecord
  /** As `rename`, for the address alone. */
  readonly authorizationRename?: StringRecord
  /** Our parameters that the address goes without, because this provider's has none of them. */
  readonly authorizationOmits?: readonly string[]
  /** What stands for our redirect URI where a provider knows it by a name of its own (eBay). */
  readonly redirectName?: string
  /** A parameter that must be new each time. Nobody compares it later: id tokens are dropped. */
  readonly nonceParam?: string
  /** A parameter of RFC 6749 → what this provider calls it, in its address and at its endpoints. */
  readonly rename?: StringRecord
  /**
   * The issuer identifier (RFC 8414), when it is certain. Unknown: `iss` of a callback is not judged,
   * and each integration's own redirect URI is the defence against mix-up (RFC 9700 §4.4.2.2).
   */
  readonly issuer?: string
  /** `required`: a callback without `iss` is refused (RFC 9207). Means nothing without `issuer`. */
  readonly callbackIssuer: 'required' | 'optional'
  /** What a callback calls a user's no, beside `access_denied`. */
  readonly denials?: readonly string[]
  /**
   * What a callback says where the provider's administrator has to allow the app before a user can: its `error`, or
   * words of its `error_description`.
   */
  readonly adminDenials?: readonly string[]
  readonly callback?: CallbackShape
  readonly token: TokenEndpoint
  readonly upgrade?: TokenUpgrade
  readonly scopes: Scopes
  readonly response: TokenResponseShape
  readonly refresh: RefreshBehaviour
  readonly revocation?: Revocation
  readonly userinfo?: Userinfo
}

/** Who goes without PKCE says why (RFC 9700 §2.1.1 asks for it everywhere). */
export type Pkce = { readonly pkce: true } | { readonly pkce: false; readonly noPkceReason: string }

/** What a provider tells in the address that it sends the browser back to, beside code and state. */
export type CallbackShape = {
  /** The parameter that carries the code. */
  readonly code?: string
  /** Kept as metadata under these names. The browser brought them: texts, never a host or a proof. */
  readonly keep?: readonly string[]
  /** Repeated in the code exchange, which is refused without them (BigCommerce's `context`). */
  readonly echo?: readonly string[]
  /** Holds the granted scopes, which the token answer then lacks (Strava's `scope`). */
  readonly scope?: string
  /**
   * A config field → where its value is told, for this connection from now on: the parameter, and the text around
   * `{value}` in it. Only what fits the field counts, and no field that is a whole host may be told.
   */
  readonly config?: Readonly<Record<string, { readonly param: string; readonly as: string }>>
}

/** The code buys a token of an hour, which is traded at once for one of weeks (Instagram). By GET. */
export type TokenUpgrade = {
  readonly url: string
  readonly grantType: string
  readonly tokenParam: string
}

export type TokenEndpoint = {
  readonly url: string
  /** Where refreshing happens, if not at `url`. */
  readonly refreshUrl?: string
  /** `GET` puts the refresh into the query; no code is ever exchanged that way. */
  readonly refreshMethod?: 'GET'
  /** `basic_rfc6749` form-encodes id and secret first (RFC 6749 §2.3.1); many servers do not decode. */
  readonly clientAuthentication: 'post' | 'basic_raw' | 'basic_rfc6749' | 'none'
  readonly bodyFormat: 'form' | 'json'
  /** Extra members of the code exchange, and of the refresh. */
  readonly params: StringRecord
  readonly refreshParams: StringRecord
  readonly headers: StringRecord
}

export type Scopes = {
  readonly default: readonly string[]
  readonly available: readonly ScopeChoice[]
  readonly separator: string
  /** Name of the authorization parameter that carries them. */
  readonly param: string
  /** Always asked for, whatever the operator chose. */
  readonly required: readonly string[]
  /** The operator must choose at least one. */
  readonly mandatory: boolean
  /** A requested scope → what the provider calls it when it lists the granted ones. */
  readonly aliases: StringRecord
  /** A granted scope → the scopes that it includes. */
  readonly implies: Readonly<Record<string, readonly string[]>>
  /** Granted silently: asked for, and never listed. */
  readonly notEchoed: readonly string[]
  /** Prefixes that a granted scope may carry or lack: `https://graph.microsoft.com/`. */
  readonly optionalPrefixes: readonly string[]
  readonly caseInsensitive: boolean
}

type ScopeChoice = { readonly value: string; readonly description: string }

/** What RFC 6749 §5.2 and its relatives call a failure; `errorMap` translates into these. */
type CanonicalError =
  | 'invalid_grant'
  | 'invalid_client'
  | 'invalid_scope'
  | 'invalid_request'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'interaction_required'
  | 'temporarily_unavailable'
  | 'server_error'

/** Paths are member names joined by dots. */
export type TokenResponseShape = {
  /** Member that holds the tokens. A refresh may answer at the top level instead (Slack does). */
  readonly root?: string
  /** An exchange may answer at the top level, too: there is no other token in it. */
  readonly rootOptional?: true
  /** A member of RFC 6749 §5.1 → what it is called here, beside the access token. */
  readonly members?: StringRecord
  /** Members that hold a time, not a lifetime: seconds since 1970, or a date of ISO 8601. */
  readonly expiresAt?: string
  readonly refreshExpiresAt?: string
  /** Between the granted scopes, besides white space. */
  readonly scopeSeparator: string
  /** Members kept as metadata, under their path with `_` for `.`. Never a token. */
  readonly keep: readonly string[]
  /**
   * Claims of the id token, kept as metadata under their names. It came from the token endpoint itself, so nobody
   * verifies its signature (OpenID Connect Core §3.1.3.7); they are labels, and prove nothing.
   */
  readonly claims?: readonly string[]
  /** For providers that expire tokens and do not say when. */
  readonly defaultLifetimeSeconds?: number
  /** Member that is `false` when a 200 is a failure; with `okValue`: is anything else. */
  readonly okPath?: string
  readonly okValue?: string
  readonly errorPath: string
  readonly errorMap: Readonly<Record<string, CanonicalError>>
}

export type RefreshBehaviour = {
  /**
   * What renews an access token. Absent: its refresh token (RFC 6749 §6). `access_token`: itself, as long
   * as it lives, under a grant type and a member of the provider's own (Meta's `fb_exchange_token`).
   * `client_credentials`: the client alone (RFC 6749 §4.4).
   */
  readonly by?:
    | {
        readonly kind: 'access_token'
        readonly grantType: string
        readonly tokenParam: string
        /** The token alone is sent, without the client. */
        readonly bare?: true
      }
    | { readonly kind: 'client_credentials' }
  readonly rotates: 'always' | 'never' | 'sometimes' | 'unknown'
  /** How long a spent refresh token is still answered. */
  readonly graceSeconds: number
  /** Spending one twice ends the whole grant, live access tokens included. */
  readonly reuseKills: boolean
  /** Unused this long, it dies. */
  readonly idleDays?: number
  /** So long after the consent the grant ends, however often it was refreshed. */
  readonly absoluteDays?: number
  /** With more than this left an access token may not be refreshed yet (Exact Online refuses). */
  readonly latestSeconds?: number
  readonly killsOldAccessToken: boolean
}

export type Revocation = {
  /** May contain `{client_id}`. */
  readonly url: string
  /** `GET` puts everything into the query. */
  readonly method: 'POST' | 'DELETE' | 'GET'
  /**
   * `basic` is spelled as the token endpoint spells it, raw where that one uses no Basic; `client_id` is
   * the id without the secret; `client_header` has the secret in `authorization`, behind `scheme`. `signed` has a
   * nonce of `nonceUrl` and a signature by the secret in the body (`oauth/signed-revocation.ts`).
   */
  readonly auth:
    | 'none'
    | 'basic'
    | 'bearer'
    | 'client_post'
    | 'client_id'
    | 'client_header'
    | 'signed'
  /** The token stands in `authorization` as well, beside what `auth` says of the body. */
  readonly withBearer?: true
  readonly scheme?: string
  readonly nonceUrl?: string
  readonly format: 'form' | 'json'
  /** Member that carries the token; a bearer is not repeated in the body. */
  readonly tokenParam: string
  /** No token is sent: `params` name the account. */
  readonly tokenless?: true
  /** More members. `{account}` is the account's id as `userinfo` told it. */
  readonly params?: StringRecord
  /** As the definition's own, for this body. */
  readonly rename?: StringRecord
  readonly headers: StringRecord
  /** Which tokens it takes, best first. */
  readonly tokens: readonly ('refresh' | 'access')[]
  /** One call ends everything this client holds for the account, other connections included. */
  readonly grantWide: boolean
}

/**
 * Where an account's id and label come from. A path is read in the answer, or in the kept metadata
 * when it begins with `token:`; parts joined by `/` must all be there. The first that is there wins.
 */
export type Userinfo = {
  /** Absent: the metadata tells all. `{token:key}` is a segment that the metadata tells. */
  readonly url?: string
  /** The header that carries the token, and what stands before it; absent: RFC 6750. */
  readonly tokenHeader?: string
  readonly tokenScheme?: string
  readonly method: 'GET' | 'POST'
  readonly headers: StringRecord
  readonly body?: string
  readonly idPaths: readonly string[]
  readonly labelPaths: readonly string[]
  /** Where the account's picture lies; absent where the answer names no address. */
  readonly picture?: UserPicture
  /** Members of the answer kept as metadata, as `response.keep`: where the account's API is (Mailchimp's `dc`). */
  readonly keep?: readonly string[]
}

export type UserPicture = {
  /** The member that holds its address; or an https address, with members as `{id}` in its path. */
  readonly from: string
  /** What asks for a small one. */
  readonly params?: StringRecord
}

export type StringRecord = Readonly<Record<string, string>>

/** Other addresses for a provider, from the deployment's configuration: how an emulator is used. */
export type EndpointOverrides = {
  readonly authorizationUrl?: string
  readonly tokenUrl?: string
  readonly userinfoUrl?: string
  readonly revocationUrl?: string
  readonly issuer?: string
}

/**
 * Puts other endpoints in place. What stays unnamed beside a replaced one belongs to the real provider
 * and goes: its issuer does not vouch for a stand-in, and a stand-in's tokens are none of its business.
 */
export function withEndpoints(
  definition: OAuthProvider,
  overrides: EndpointOverrides,
): OAuthProvider {
  const { issuer, userinfo, revocation, upgrade, ...oauth } = definition.oauth
  const { refreshUrl, ...token } = oauth.token
  const keepsServer = overrides.authorizationUrl === undefined
  const keepsTokens = overrides.tokenUrl === undefined
  const nextIssuer = overrides.issuer ?? (keepsServer ? issuer : undefined)
  const userinfoUrl = overrides.userinfoUrl ?? (keepsTokens ? userinfo?.url : undefined)
  const revocationUrl = overrides.revocationUrl ?? (keepsTokens ? revocation?.url : undefined)

  return {
    ...definition,
    oauth: {
      ...oauth,
      ...(overrides.authorizationUrl === undefined
        ? {}
        : { authorizationUrl: overrides.authorizationUrl }),
      token: {
        ...token,
        url: overrides.tokenUrl ?? token.url,
        ...(keepsTokens && refreshUrl !== undefined ? { refreshUrl } : {}),
      },
      ...(keepsTokens && upgrade !== undefined ? { upgrade } : {}),
      ...(nextIssuer === undefined ? {} : { issuer: nextIssuer }),
      ...(userinfo && (keepsTokens || userinfoUrl !== undefined)
        ? { userinfo: { ...userinfo, ...(userinfoUrl === undefined ? {} : { url: userinfoUrl }) } }
        : {}),
      ...(revocation && revocationUrl !== undefined
        ? { revocation: { ...withoutNonce(revocation, overrides), url: revocationUrl } }
        : {}),
    },
  }
}

/** A stand-in's nonces are none of the real provider's business either. */
function withoutNonce(
  { nonceUrl, ...revocation }: Revocation,
  { revocationUrl }: EndpointOverrides,
): Revocation {
  return revocationUrl === undefined && nonceUrl !== undefined
    ? { ...revocation, nonceUrl }
    : revocation
}
