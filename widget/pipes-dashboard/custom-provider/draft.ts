/** A provider that the operator describes: what is typed, and the bodies that it becomes. */
import type { OperatorIntegration } from '../../../worker/contract/operator/answers.ts'
import type { Changes } from '../api/operator-api.ts'
import { differing } from '../provider-form/draft.ts'
import { advancedText, readAdvanced, takeApart, takenBack } from './advanced.ts'

export type CustomDraft = {
  readonly slug: string
  readonly name: string
  readonly description: string
  readonly issuer: string
  readonly authorizationUrl: string
  readonly tokenUrl: string
  readonly revocationUrl: string
  readonly userinfoUrl: string
  readonly pkce: boolean
  readonly authenticateVia: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scopes: string
  /** JSON of what the form has no field for. */
  readonly advanced: string
}

export const newCustomDraft: CustomDraft = {
  slug: '',
  name: '',
  description: '',
  issuer: '',
  authorizationUrl: '',
  tokenUrl: '',
  revocationUrl: '',
  userinfoUrl: '',
  pkce: true,
  authenticateVia: 'request_body',
  clientId: '',
  clientSecret: '',
  scopes: '',
  advanced: '',
}

export function customDraftOf(integration: OperatorIntegration): CustomDraft {
  const definition = integration.custom_provider ?? {}
  const text = (name: string): string => {
    const value = definition[name]
    return typeof value === 'string' ? value : ''
  }
  return {
    slug: integration.slug,
    name: integration.name,
    description: integration.description ?? '',
    issuer: text('issuer'),
    authorizationUrl: text('authorization_url'),
    tokenUrl: text('token_url'),
    revocationUrl: text('revocation_url'),
    userinfoUrl: text('userinfo_url'),
    pkce: definition['pkce_enabled'] !== false,
    authenticateVia: text('authenticate_via') || 'request_body',
    clientId: integration.credentials?.client_id ?? '',
    clientSecret: '',
    scopes: (integration.scopes ?? []).join(' '),
    advanced: advancedText(definition),
  }
}

/** A description that was pasted, or taken from the catalogue: what has a field goes there. */
export function withDescription(draft: CustomDraft, description: Changes): CustomDraft {
  const { ofForm, rest } = takeApart(description)
  const text = (name: string, otherwise: string): string => {
    const value = ofForm[name]
    return typeof value === 'string' ? value : otherwise
  }
  return {
    ...draft,
    name: text('name', draft.name),
    issuer: text('issuer', draft.issuer),
    authorizationUrl: text('authorization_url', draft.authorizationUrl),
    tokenUrl: text('token_url', draft.tokenUrl),
    revocationUrl: text('revocation_url', draft.revocationUrl),
    userinfoUrl: text('userinfo_url', draft.userinfoUrl),
    authenticateVia: text('authenticate_via', draft.authenticateVia),
    pkce: typeof ofForm['pkce_enabled'] === 'boolean' ? ofForm['pkce_enabled'] : draft.pkce,
    advanced: advancedText(rest),
  }
}

/** "Acme ID" → "acme-id", as the address of the provider in the API. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)

/** Body of `POST …/integrations`. */
export const customCreation = (draft: CustomDraft, redirectKey: string): Changes => ({
  provider: draft.slug,
  redirect_key: redirectKey,
  enabled: true,
  ...settings(draft),
  custom_provider: definitionOf(draft),
  credentials: credentials(draft),
})

/**
 * Body of `PUT …/integrations/{slug}`: what differs, and the secret only where one was typed.
 *
 * @param opened as it was when the form was opened; what another operator has set since then stays
 */
export const customChange = (opened: OperatorIntegration, draft: CustomDraft): Changes => {
  const isSameClient =
    opened.credentials?.client_id === draft.clientId.trim() && draft.clientSecret === ''
  const before = customDraftOf(opened)
  const [was, is] = [definitionOf(before), definitionOf(draft)]
  const emptied = OPTIONAL.filter((name) => name in was && !(name in is))
  const definition = {
    ...differing(was, is),
    // What is only left out would stay.
    ...Object.fromEntries(emptied.map((name) => [name, null])),
    ...takenBack(advancedOf(before), advancedOf(draft)),
  }
  return {
    ...differing(settings(before), settings(draft)),
    ...(Object.keys(definition).length === 0 ? {} : { custom_provider: definition }),
    ...(isSameClient ? {} : { credentials: credentials(draft) }),
  }
}

function settings({ scopes: typed, description }: CustomDraft): Changes {
  const scopes = typed.split(/[\s,]+/).filter((scope) => scope !== '')
  return {
    description: description.trim() === '' ? null : description.trim(),
    scopes: scopes.length === 0 ? null : scopes,
  }
}

/** Addresses that may be taken away again. */
const OPTIONAL = ['issuer', 'revocation_url', 'userinfo_url'] as const

function definitionOf(draft: CustomDraft): Changes {
  const given = Object.entries({
    issuer: draft.issuer,
    authorization_url: draft.authorizationUrl,
    token_url: draft.tokenUrl,
    revocation_url: draft.revocationUrl,
    userinfo_url: draft.userinfoUrl,
  })
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([, value]) => value !== '')
  return {
    ...advancedOf(draft),
    name: draft.name.trim(),
    pkce_enabled: draft.pkce,
    authenticate_via: draft.authenticateVia,
    ...Object.fromEntries(given),
  }
}

/** Nothing where it cannot be read: the form says so before it sends anything. */
function advancedOf({ advanced }: CustomDraft): Changes {
  const read = readAdvanced(advanced)
  return 'said' in read ? read.said : {}
}

const credentials = ({ clientId, clientSecret }: CustomDraft): Changes => ({
  type: 'custom',
  client_id: clientId.trim(),
  ...(clientSecret === '' ? {} : { client_secret: clientSecret.trim() }),
})
