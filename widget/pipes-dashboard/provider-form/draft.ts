/** What an operator is typing about a provider, and the body that it becomes. No element knows the wire. */
import type {
  CatalogueProvider,
  OperatorIntegration,
} from '../../../worker/contract/operator/answers.ts'
import type { Changes } from '../api/operator-api.ts'

type AuthMethod = OperatorIntegration['auth_methods'][number]
export type Ownership = OperatorIntegration['ownership']
export type CredentialsType = 'shared' | 'custom' | 'organization'

export type Draft = {
  readonly ownership: Ownership
  readonly methods: ReadonlySet<AuthMethod>
  readonly credentials: CredentialsType
  readonly clientId: string
  readonly clientSecret: string
  readonly scopes: ReadonlySet<string>
  /** Scopes that the catalogue does not describe, as they are typed. */
  readonly otherScopes: string
  readonly config: Readonly<Record<string, string>>
  readonly description: string
  readonly firstKey: FirstKey
}

/** Somebody's API key that is stored together with the provider. */
export type FirstKey = {
  readonly userId: string
  readonly organizationId: string
  readonly secret: string
}

const NO_KEY: FirstKey = { userId: '', organizationId: '', secret: '' }

/** The draft of a provider that is not set up yet. */
export function newDraft(provider: CatalogueProvider): Draft {
  const [first] = provider.auth_methods
  const isOAuth = provider.auth_methods.includes('oauth')
  return {
    ownership: provider.taken.includes('user') ? 'organization' : 'user',
    methods: new Set(isOAuth ? ['oauth'] : first === undefined ? [] : [first]),
    credentials: provider.shared_offered ? 'shared' : 'custom',
    clientId: '',
    clientSecret: '',
    ...scopesOf(provider, provider.scopes.default),
    config: Object.fromEntries(
      fieldsToFill(provider).map(({ key, default: usual }) => [key, usual ?? '']),
    ),
    description: '',
    firstKey: NO_KEY,
  }
}

/** The draft of one that is. */
export function draftOf(provider: CatalogueProvider, integration: OperatorIntegration): Draft {
  const { credentials, scopes, ownership, auth_methods: methods } = integration
  return {
    ownership,
    methods: new Set(methods),
    credentials: credentials?.type ?? 'custom',
    clientId: credentials?.client_id ?? '',
    clientSecret: '',
    ...scopesOf(provider, scopes ?? provider.scopes.default),
    config: Object.fromEntries(
      fieldsToFill(provider).map(({ key, default: usual }) => [
        key,
        integration.config[key] ?? usual ?? '',
      ]),
    ),
    description: integration.description ?? '',
    firstKey: NO_KEY,
  }
}

/** What the operator answers once; the others are asked of each user. */
export const fieldsToFill = ({ config_fields: fields }: CatalogueProvider) =>
  fields.filter(({ scope }) => scope === 'integration')

function scopesOf(
  { scopes: { available } }: CatalogueProvider,
  wanted: readonly string[],
): Pick<Draft, 'scopes' | 'otherScopes'> {
  const known = new Set(available.map(({ value }) => value))
  return {
    scopes: new Set(wanted.filter((scope) => known.has(scope))),
    otherScopes: wanted.filter((scope) => !known.has(scope)).join(' '),
  }
}

const wantedScopes = ({ scopes, otherScopes }: Draft): string[] => [
  ...new Set([...scopes, ...otherScopes.split(/[\s,]+/).filter((scope) => scope !== '')]),
]

const hasOAuth = ({ methods }: Draft): boolean => methods.has('oauth')

/** Body of `POST …/integrations`. */
export function creation(provider: CatalogueProvider, draft: Draft): Changes {
  return {
    provider: provider.slug,
    redirect_key: provider.redirect_key,
    ownership: draft.ownership,
    enabled: true,
    auth_methods: [...draft.methods],
    ...settings(provider, draft),
    ...(hasOAuth(draft) && provider.needs_client ? { credentials: clientOf(draft) } : {}),
    ...keyOf(draft),
  }
}

/**
 * Body of `PUT …/integrations/{slug}`: what differs, and the secret only where one was typed.
 *
 * @param opened as it was when the form was opened; what another operator has set since then stays
 */
export function change(
  provider: CatalogueProvider,
  opened: OperatorIntegration,
  draft: Draft,
): Changes {
  const isSameClient =
    opened.credentials?.type === draft.credentials &&
    (opened.credentials.client_id ?? '') === draft.clientId.trim() &&
    draft.clientSecret === ''
  return {
    ...differing(settings(provider, draftOf(provider, opened)), settings(provider, draft)),
    ...(opened.credentials === null || isSameClient ? {} : { credentials: clientOf(draft) }),
    ...keyOf(draft),
  }
}

/** The members of `now` that are not as they were. */
export const differing = (before: Changes, now: Changes): Changes =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([key, value]) => JSON.stringify(before[key]) !== JSON.stringify(value),
    ),
  )

function settings(provider: CatalogueProvider, draft: Draft): Changes {
  const scopes = wantedScopes(draft)
  const config = Object.entries(draft.config).filter(([, value]) => value.trim() !== '')
  const isDefault = sameSet(scopes, provider.scopes.default)
  return {
    description: draft.description.trim() === '' ? null : draft.description.trim(),
    // Null follows the catalogue, whatever a later version of it says.
    ...(hasOAuth(draft) ? { scopes: isDefault ? null : scopes } : {}),
    ...(fieldsToFill(provider).length === 0
      ? {}
      : { config: Object.fromEntries(config.map(([key, value]) => [key, value.trim()])) }),
  }
}

/** Half of it goes out, too: the server says what is missing. */
function keyOf({ methods, firstKey }: Draft): Changes {
  const { userId, organizationId, secret } = firstKey
  const isEmpty = (userId + organizationId + secret).trim() === ''
  if (!methods.has('api_key') || isEmpty) return {}
  return {
    api_key: {
      user_id: userId.trim(),
      ...(organizationId.trim() === '' ? {} : { organization_id: organizationId.trim() }),
      secret: secret.trim(),
    },
  }
}

function clientOf({ credentials: type, clientId, clientSecret }: Draft): Changes {
  if (type !== 'custom') return { type }
  return {
    type,
    client_id: clientId.trim(),
    ...(clientSecret === '' ? {} : { client_secret: clientSecret.trim() }),
  }
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value) => other.includes(value))
