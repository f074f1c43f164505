/**
 * What all of Microsoft's products share. `{tenant}` is who may sign in: anybody (`common`), one kind of
 * account, or one directory. Every refresh gives a new refresh token and leaves the old one alive. The
 * issuer depends on the user's own directory, so a callback's `iss` cannot be foretold. There is no
 * revocation of one token. What it says about a failure in words changes; only `error` counts.
 */
import type { ConfigField, OAuthProvider, Scopes } from './definition.ts'
import type { OAuthDraft, ProviderInput, ProviderPage } from './define-provider.ts'

export type MicrosoftProduct = Pick<OAuthProvider, 'slug' | 'name' | 'category'> & {
  readonly docsUrl: string
  /** What stands before its scopes, where that is not Graph; Graph's own account is no business of such a token. */
  readonly resource?: string
  /** Beside the tenant. */
  readonly configFields?: readonly ConfigField[]
  readonly userinfo?: OAuthDraft['userinfo']
  /** Of the id token, where nothing else tells whose account it is. */
  readonly claims?: readonly string[]
  readonly scopes: Pick<Scopes, 'default' | 'available'> &
    Partial<Pick<Scopes, 'implies' | 'required'>>
}

/** The choices that every Microsoft product offers. */
export const MICROSOFT_IDENTITY_SCOPES = [
  { value: 'offline_access', description: 'Keep access while the user is away' },
  { value: 'User.Read', description: 'Read the signed-in user’s profile' },
]

export const microsoftPage =
  (product: () => MicrosoftProduct): ProviderPage =>
  () =>
    microsoftProduct(product())

const microsoftProduct = ({
  scopes,
  resource,
  configFields = [],
  userinfo,
  claims,
  ...product
}: MicrosoftProduct): ProviderInput => ({
  ...product,
  verified: 'recall',
  configFields: [
    ...configFields,
    {
      key: 'tenant',
      label: 'Directory (tenant)',
      description: 'Who may sign in: anybody, one kind of account, or one directory.',
      example: 'contoso.onmicrosoft.com',
      required: false,
      scope: 'integration',
      default: 'common',
      pattern:
        'common|organizations|consumers|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61})(?:\\.[a-zA-Z0-9-]{1,63}){1,4}',
    },
  ],
  oauth: {
    authorizationUrl: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize',
    authorizationParams: { response_mode: 'query' },
    token: { url: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token' },
    scopes: {
      ...scopes,
      required: ['offline_access', ...(scopes.required ?? [])],
      // They shape the answer and are not listed in it.
      notEchoed: ['offline_access', 'openid', 'profile', 'email'],
      optionalPrefixes: [resource ?? 'https://graph.microsoft.com/'],
      caseInsensitive: true,
    },
    // AADSTS90094: the permission takes an administrator; AADSTS65001: nobody has consented, and this user may not.
    adminDenials: ['consent_required', 'AADSTS90094', 'AADSTS65001'],
    response: {
      errorMap: { consent_required: 'interaction_required' },
      ...(claims === undefined ? {} : { claims }),
    },
    refresh: {
      rotates: 'always',
      graceSeconds: 7_776_000,
      reuseKills: false,
      idleDays: 90,
    },
    ...accountOf(resource === undefined ? GRAPH_ACCOUNT : userinfo),
  },
})

const GRAPH_ACCOUNT: OAuthDraft['userinfo'] = {
  url: 'https://graph.microsoft.com/v1.0/me',
  idPaths: ['id'],
  // `mail` is null for an account without a mailbox.
  labelPaths: ['mail', 'userPrincipalName', 'displayName'],
}

const accountOf = (userinfo: OAuthDraft['userinfo']): Pick<OAuthDraft, 'userinfo'> =>
  userinfo === undefined ? {} : { userinfo }
