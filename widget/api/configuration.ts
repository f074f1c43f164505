/** What an organization sets over a provider, as the Worker tells it (contract/widget.md §4). Nothing in it is trusted. */
import { askedFields, integrationOf, type AuthMethod, type Integration } from './integration.ts'
import { asArray, asLabel, asObject, asString, type Json } from './read.ts'

/** Whose connections: each member's own, or the one that the organization shares. */
export type Place = 'members' | 'shared'

export type OwnClient = {
  /** Null: none was entered yet. */
  readonly clientId: string | null
  readonly lastFour: string | null
  /** To be registered at the provider. */
  readonly redirectUri: string
}

export type Configuration = {
  readonly place: Place
  readonly slug: string
  readonly name: string
  readonly description: string | null
  readonly iconUrl: string | null
  readonly methods: readonly AuthMethod[]
  /** Null: it is switched on. */
  readonly disabledBy: 'developer' | 'organization' | null
  readonly scopes: readonly string[]
  readonly defaultScopes: readonly string[]
  /** What the provider is known to have. */
  readonly availableScopes: readonly string[]
  /** In plain words, by scope, as far as they are known. */
  readonly scopeWords: ReadonlyMap<string, string>
  /** Null: the OAuth client is the developer's, or there is no OAuth. */
  readonly client: OwnClient | null
  /** The organization can set something beside its client; what, the dialog reads. */
  readonly asks: boolean
  readonly raw: Json
  readonly shared: Shared | null
}

/** The connection that an organization shares, and what can be done about it. */
export type Shared = {
  readonly integration: Integration
  readonly canConfigure: boolean
  readonly canConnect: boolean
  readonly canUpdateCredentials: boolean
  readonly canReauthorize: boolean
  readonly canDisconnect: boolean
}

/** @param value an item of `GET …/configurations` */
export const configurationOf = (value: unknown, apiOrigin: string): Configuration | null =>
  settingsOf(value, asObject(value), apiOrigin, null)

/** @param value an item of `GET …/organization` */
export const sharedConfigurationOf = (value: unknown, apiOrigin: string): Configuration | null => {
  const row = asObject(value)
  const integration = integrationOf(value, apiOrigin)
  const can = asObject(row?.['capabilities'])
  if (integration === null) return null
  return settingsOf(value, asObject(row?.['configuration']), apiOrigin, {
    integration,
    canConfigure: can?.['canConfigure'] === true,
    canConnect: can?.['canConnect'] === true,
    canUpdateCredentials: can?.['canUpdateCredentials'] === true,
    canReauthorize: can?.['canReauthorize'] === true,
    canDisconnect: can?.['canDisconnect'] === true,
  })
}

const settingsOf = (
  value: unknown,
  settings: Json | null,
  apiOrigin: string,
  shared: Shared | null,
): Configuration | null => {
  const provider = integrationOf(value, apiOrigin)
  if (provider === null || settings === null) return null
  const { slug, name, description, iconUrl, methods } = provider
  const byDeveloper = settings['disabledSource'] === 'developer'
  return {
    place: shared === null ? 'members' : 'shared',
    slug,
    name,
    description,
    iconUrl,
    methods,
    disabledBy: settings['enabled'] === true ? null : byDeveloper ? 'developer' : 'organization',
    scopes: textsOf(settings['scopes']),
    defaultScopes: textsOf(settings['defaultScopes']),
    availableScopes: textsOf(settings['availableScopes']),
    scopeWords: new Map(
      Object.entries(asObject(settings['scopeDescriptions']) ?? {}).flatMap(([scope, words]) => {
        const text = asLabel(words, 200)
        return text === null ? [] : [[scope, text] as const]
      }),
    ),
    client: methods.includes('oauth') ? clientOf(asObject(settings['credentials'])) : null,
    // Over a client of the developer's an organization sets nothing of it.
    asks:
      isOwn(asObject(settings['credentials'])) && askedFields(settings, 'integration').length > 0,
    raw: settings,
    shared,
  }
}

const isOwn = (credentials: Json | null): boolean =>
  credentials?.['credentialsType'] === 'organization'

const clientOf = (credentials: Json | null): OwnClient | null =>
  isOwn(credentials)
    ? {
        clientId: asLabel(credentials?.['client_id'], 512),
        lastFour: asLabel(credentials?.['redactedClientSecret'], 4),
        redirectUri: asLabel(credentials?.['redirectUri'], 2048) ?? '',
      }
    : null

/** As they are: scopes go back to the Worker. Each once. */
const textsOf = (value: unknown): readonly string[] => [
  ...new Set(asArray(value).flatMap((text) => asString(text) ?? [])),
]

/** Somebody has to enter a client first. */
export const needsSetup = ({ methods, client }: Configuration): boolean =>
  client !== null && client.clientId === null && String(methods) === 'oauth'

/** There is something to set beside the switch. */
export const hasSettings = ({ methods, client, asks, shared }: Configuration): boolean =>
  shared?.canConfigure !== false && (client !== null || asks || methods.includes('oauth'))
