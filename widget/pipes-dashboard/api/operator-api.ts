/** The operator's API as typed calls; the shapes are the contract's own (`worker/contract/operator`). */
import type {
  AccountPage,
  AuditList,
  Catalogue,
  CatalogueProvider,
  ExportedFile,
  IssuerCheck,
  NewInvitation,
  OperatorAccount,
  OperatorAccountList,
  OperatorEnvironment,
  OperatorEnvironmentList,
  OperatorIntegration,
  OperatorIntegrationList,
  OperatorKeyList,
  OperatorList,
  OperatorNewKey,
  OrganizationOverrideList,
  Overview,
  RefreshedAccount,
} from '../../../worker/contract/operator/answers.ts'
import { ok } from '../../api/result.ts'
import type { Answer, Send } from './request.ts'

/** What a search for connections may name; empty texts are left out. */
export type AccountSearch = {
  readonly search: string
  readonly provider: string
  readonly state: string
  /** A time: whose user is needed earlier. */
  readonly needs_user_before: string
}

export type Between = { readonly after: string; readonly before: string }

/** Overrides of a provider's root, of an organization, or all. */
export type OverrideFilter = {
  readonly provider: string
  readonly ownership: string
  readonly organization_id: string
}

export type Changes = Readonly<Record<string, unknown>>

const part = encodeURIComponent
const queryOf = (values: Readonly<Record<string, string>>): string => {
  const given = Object.entries(values).filter(([, value]) => value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** An integration is named by slug and root: a provider's users and its organizations are set up apart. */
export type IntegrationName = Pick<OperatorIntegration, 'slug' | 'ownership'>

/** Calls about one environment. */
export const environmentApi = (send: Send, id: string) => {
  const base = `/environments/${part(id)}`
  const ofAccount = (account: string): string => `${base}/connected_accounts/${part(account)}`
  const ofIntegration = ({ slug, ownership }: IntegrationName): string =>
    `${base}/integrations/${part(slug)}${ownership === 'organization' ? '/organization' : ''}`
  return {
    overview: (): Answer<Overview> => send('GET', `${base}/overview`),
    update: (changes: Changes, ifMatch: string): Answer<OperatorEnvironment> =>
      send('PUT', base, changes, { ifMatch }),
    /** @param jwksUri null: the issuer is asked where its keys are */
    checkIssuer: (issuer: string, jwksUri: string | null): Answer<IssuerCheck> =>
      send('POST', `${base}/check-issuer`, { issuer, jwks_uri: jwksUri }),
    exportConnections: (format: 'csv' | 'json'): Answer<ExportedFile> =>
      send('POST', `${base}/exports/connections`, { format }),

    /** @param custom of no provider in the catalogue: the redirect URI that it will have */
    provider: (slug: string, { custom = false } = {}): Answer<CatalogueProvider> =>
      send('GET', `${base}/catalogue/${part(slug)}${custom ? '?custom=true' : ''}`),
    /** @param url an issuer, or its discovery document */
    discover: (url: string): Answer<Discovered> => send('POST', `${base}/discover`, { url }),
    /** All of them; there are seldom more than one page. */
    integrations: async (): Answer<OperatorIntegrationList> => {
      const all: OperatorIntegrationList['data'] = []
      for (let after: string | null = ''; ;) {
        const query = queryOf({ limit: '100', after })
        const answer = await send<OperatorIntegrationList>('GET', `${base}/integrations${query}`)
        if (!answer.ok) return answer
        all.push(...answer.value.data)
        after = answer.value.list_metadata.after
        if (after === null) return ok({ ...answer.value, data: all })
      }
    },
    integration: (name: IntegrationName): Answer<OperatorIntegration> =>
      send('GET', ofIntegration(name)),
    createIntegration: (body: Changes): Answer<OperatorIntegration> =>
      send('POST', `${base}/integrations`, body),
    updateIntegration: (
      name: IntegrationName,
      changes: Changes,
      ifMatch: string,
    ): Answer<OperatorIntegration> => send('PUT', ofIntegration(name), changes, { ifMatch }),
    deleteIntegration: (name: IntegrationName, ifMatch: string): Answer<null> =>
      send('DELETE', ofIntegration(name), undefined, { ifMatch }),
    checkIntegration: (name: IntegrationName): Answer<IntegrationCheck> =>
      send('POST', `${ofIntegration(name)}/check`),
    copyIntegrations: (from: string): Answer<CopiedIntegrations> =>
      send('POST', `${base}/integrations/copy`, { from_environment_id: from }),

    /** @param between two cursors of the same search; empty: from its beginning, to its end */
    accounts: (search: AccountSearch, between: Between): Answer<OperatorAccountList> =>
      send('GET', `${base}/connected_accounts${queryOf({ limit: '100', ...search, ...between })}`),
    /** @param of which; empty texts do not narrow */
    overrides: (of: OverrideFilter, between: Between): Answer<OrganizationOverrideList> =>
      send('GET', `${base}/organization_overrides${queryOf({ limit: '20', ...of, ...between })}`),
    account: (one: string): Answer<AccountPage> => send('GET', ofAccount(one)),
    refreshAccount: (one: string): Answer<RefreshedAccount> =>
      send('POST', `${ofAccount(one)}/refresh`),
    markAccount: (one: string): Answer<AccountPage> =>
      send('POST', `${ofAccount(one)}/mark-for-reauthorization`),
    disconnectAccount: (one: string): Answer<AccountPage> => send('DELETE', ofAccount(one)),

    keys: (): Answer<OperatorKeyList> => send('GET', `${base}/api_keys?limit=100`),
    createKey: (body: Changes): Answer<OperatorNewKey> => send('POST', `${base}/api_keys`, body),
    revokeKey: (one: string): Answer<unknown> => send('DELETE', `${base}/api_keys/${part(one)}`),

    playground: (userId: string): Answer<{ readonly token: string }> =>
      send('POST', `${base}/playground`, { user_id: userId }),
  }
}

export type EnvironmentApi = ReturnType<typeof environmentApi>

/** Calls about the deployment, and about whoever is signed in. */
export const operatorApi = (send: Send) => ({
  environments: (): Answer<OperatorEnvironmentList> => send('GET', '/environments'),
  createEnvironment: (body: Changes): Answer<OperatorEnvironment> =>
    send('POST', '/environments', body),
  catalogue: (): Answer<Catalogue> => send('GET', '/catalogue'),
  account: (): Answer<OperatorAccount> => send('GET', '/account'),
  endSession: (id: string): Answer<null> => send('DELETE', `/sessions/${part(id)}`),
  endAllSessions: (): Answer<null> => send('POST', '/sessions/end-all'),
  renamePasskey: (id: string, name: string): Answer<unknown> =>
    send('PUT', `/passkeys/${part(id)}`, { name }),
  deletePasskey: (id: string): Answer<null> => send('DELETE', `/passkeys/${part(id)}`),
  people: (): Answer<OperatorList> => send('GET', '/operators'),
  invite: (body: Changes): Answer<NewInvitation> => send('POST', '/invitations', body),
  changeRole: (id: string, role: string): Answer<unknown> =>
    send('PUT', `/operators/${part(id)}`, { role }),
  removeOperator: (id: string): Answer<null> => send('DELETE', `/operators/${part(id)}`),
  withdraw: (id: string): Answer<null> => send('DELETE', `/invitations/${part(id)}`),
  audit: (after: string): Answer<AuditList> =>
    send('GET', `/audit${queryOf({ limit: '50', after })}`),
  exportAudit: (format: 'csv' | 'json'): Answer<ExportedFile> =>
    send('POST', '/exports/audit', { format }),
  keyRing: (): Answer<KeyRing> => send('GET', '/vault_keys'),
  /** @param after of the answer before; null: from the beginning */
  rewrap: (kid: string, after: string | null): Answer<KeyRewrap> =>
    send('POST', `/vault_keys/${part(kid)}/rewrap${queryOf({ after: after ?? '' })}`),
  checkKey: (kid: string, after: string | null): Answer<KeyCheck> =>
    send('GET', `/vault_keys/${part(kid)}/check${queryOf({ after: after ?? '' })}`),
  retireKey: (kid: string): Answer<unknown> => send('POST', `/vault_keys/${part(kid)}/retire`),
})

export type OperatorApi = ReturnType<typeof operatorApi>

type Finding = {
  readonly verdict: 'ok' | 'wrong' | 'cannot_tell'
  readonly code: string
  readonly message: string
}

/** What the doctor says: `worker/contract/answers/integration-check.ts`. */
export type IntegrationCheck = {
  readonly findings: Readonly<Record<'client' | 'redirect_uri' | 'scopes' | 'endpoints', Finding>>
  readonly checked_at: string
}

/** What an issuer says of itself (OpenID Connect Discovery 1.0, RFC 8414). */
export type Discovered = {
  readonly issuer: string
  readonly authorization_url: string | null
  readonly token_url: string | null
  readonly revocation_url: string | null
  readonly userinfo_url: string | null
  readonly pkce_enabled: boolean
  readonly authenticate_via: 'request_body' | 'basic_auth_header'
}

export type CopiedIntegrations = {
  readonly copied: readonly string[]
  readonly skipped: readonly { readonly slug: string; readonly code: string }[]
}

/** Some of a walk through what a key wraps; `after` is null at its end. */
export type KeyRewrap = {
  readonly moved: { readonly rows: number; readonly objects: number }
  readonly failed: number
  readonly remaining: { readonly rows: number; readonly objects: number }
  readonly after: string | null
}

export type KeyCheck = {
  readonly checked: number
  readonly broken: number
  readonly after: string | null
}

/** The key ring and what each key wraps: `vaultKeyList` of `worker/contract/answers/access.ts`. */
export type KeyRing = {
  readonly data: readonly {
    readonly id: string
    readonly active: boolean
    readonly rows: number
    readonly objects: number
  }[]
}
