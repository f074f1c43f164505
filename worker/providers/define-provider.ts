/** Fills in what the specifications take for granted, so that a provider's page holds only its own. */
import type {
  OAuthDefinition,
  OAuthProvider,
  Pkce,
  ProviderDefinition,
  RefreshBehaviour,
  Revocation,
  Scopes,
  TokenEndpoint,
  TokenResponseShape,
  Userinfo,
} from './definition.ts'

/** A definition in which everything with a default may be left out. */
export type ProviderDraft = Pick<ProviderDefinition, 'slug' | 'name' | 'docsUrl' | 'verified'> &
  Partial<
    Pick<
      ProviderDefinition,
      'aliases' | 'authMethods' | 'builtIn' | 'category' | 'configFields' | 'notOffered'
    >
  >

export type OAuthDraft = Partial<Pkce> &
  Partial<
    Pick<
      OAuthDefinition,
      | 'adminDenials'
      | 'authorizationFragment'
      | 'authorizationOmits'
      | 'authorizationParams'
      | 'authorizationRename'
      | 'authorizationUrl'
      | 'callback'
      | 'callbackIssuer'
      | 'denials'
      | 'issuer'
      | 'nonceParam'
      | 'redirectName'
      | 'rename'
      | 'upgrade'
    >
  > & {
    readonly token: Partial<TokenEndpoint> & Pick<TokenEndpoint, 'url'>
    readonly scopes?: Partial<Scopes>
    readonly response?: Partial<TokenResponseShape>
    readonly refresh?: Partial<RefreshBehaviour>
    readonly revocation?: Partial<Revocation> & Pick<Revocation, 'url'>
    readonly userinfo?: Partial<Userinfo> & Pick<Userinfo, 'idPaths' | 'labelPaths'>
  }

/** What a page says; it names the type, so that a misspelt field is refused. */
export type ProviderInput = ProviderDraft & { readonly oauth: OAuthDraft }
/** A provider whose accounts prove themselves by an API key and nothing else. */
export type KeyInput = ProviderDraft

/** A page of the catalogue: its entry is made when somebody asks for it. Plain data, which may travel as JSON. */
export type ProviderPage = () => ProviderDraft & { readonly oauth?: OAuthDraft }

export const providerPage = (draft: () => ProviderInput): ProviderPage => draft
export const keyPage = (draft: () => KeyInput): ProviderPage => draft

/** @returns the whole definition; defaults are those of RFC 6749, 7009 and 7636. */
export const defineProvider = (draft: ProviderInput): OAuthProvider => ({
  authMethods: ['oauth'],
  configFields: [],
  ...draft,
  oauth: completeOAuth(draft.oauth),
})

/** A provider of keys alone, whole. */
export const defineKeyProvider = (draft: KeyInput): ProviderDefinition => ({
  authMethods: ['api_key'],
  configFields: [],
  ...draft,
})

/** What a page comes to. */
export function definitionOf(page: ProviderPage): ProviderDefinition {
  const { oauth, ...draft } = page()
  return oauth === undefined ? defineKeyProvider(draft) : defineProvider({ ...draft, oauth })
}

function completeOAuth(draft: OAuthDraft): OAuthDefinition {
  const { pkce: _pkce, noPkceReason: _reason, ...rest } = { noPkceReason: '', ...draft }
  const { revocation, userinfo, ...fixed } = rest
  return {
    authorizationParams: {},
    callbackIssuer: 'optional',
    ...fixed,
    ...pkceOf(draft),
    token: {
      clientAuthentication: 'post',
      bodyFormat: 'form',
      params: {},
      refreshParams: {},
      headers: {},
      ...draft.token,
    },
    scopes: { ...NO_SCOPES, ...draft.scopes },
    response: {
      scopeSeparator: ' ',
      keep: [],
      errorPath: 'error',
      errorMap: {},
      ...draft.response,
    },
    refresh: { ...CAUTIOUS_REFRESH, ...draft.refresh },
    ...(revocation === undefined ? {} : { revocation: { ...RFC_7009, ...revocation } }),
    ...(userinfo === undefined ? {} : { userinfo: { ...PLAIN_USERINFO, ...userinfo } }),
  }
}

const pkceOf = (draft: OAuthDraft): Pkce =>
  draft.pkce === false && draft.noPkceReason !== undefined
    ? { pkce: false, noPkceReason: draft.noPkceReason }
    : { pkce: true }

const NO_SCOPES: Scopes = {
  default: [],
  available: [],
  separator: ' ',
  param: 'scope',
  required: [],
  mandatory: false,
  aliases: {},
  implies: {},
  notEchoed: [],
  optionalPrefixes: [],
  caseInsensitive: false,
}

// About a provider that nobody described we assume what costs least when it is wrong: that a refresh
// token is spent by using it, and that using it twice ends the grant (RFC 9700 §4.14.2).
const CAUTIOUS_REFRESH: RefreshBehaviour = {
  rotates: 'unknown',
  graceSeconds: 0,
  reuseKills: true,
  killsOldAccessToken: false,
}

const RFC_7009: Omit<Revocation, 'url'> = {
  method: 'POST',
  auth: 'client_post',
  format: 'form',
  tokenParam: 'token',
  headers: {},
  tokens: ['refresh', 'access'],
  grantWide: false,
}

const PLAIN_USERINFO: Pick<Userinfo, 'method' | 'headers'> = { method: 'GET', headers: {} }
