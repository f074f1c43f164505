/**
 * A provider of the catalogue as somebody would describe it by the API: the `custom_provider` of a request, to start
 * from. Only what differs from what the API assumes is in it.
 */
import type { CustomProviderBody } from '../../contract/data-integration.ts'
import { customSettings, NAMED_BY_PROVIDER } from '../../http/custom-provider-body.ts'
import { codeName, wireName, withNames } from '../../kit/wire-names.ts'
import { customProviderDefinition } from '../../providers/custom-provider.ts'
import type { OAuthDefinition, ProviderDefinition } from '../../providers/definition.ts'

const DATA = new Set(NAMED_BY_PROVIDER.flatMap((name) => [name, codeName(name)]))

export function customJson(entry: ProviderDefinition): Readonly<Record<string, unknown>> {
  const { name, docsUrl, category, aliases, configFields, oauth } = entry
  const flat = defined({
    name,
    docs_url: docsUrl,
    category,
    aliases,
    config_fields: configFields.length === 0 ? undefined : withNames(configFields, wireName, DATA),
    ...(oauth === undefined ? {} : flatOf(oauth)),
  })
  if (oauth === undefined) return flat
  const quirks = quirksOf(oauth, definitionOf(flat).oauth)
  return Object.keys(quirks).length === 0
    ? flat
    : { ...flat, oauth: withNames(quirks, wireName, DATA) }
}

/** What the API would make of it, if it took it. */
const definitionOf = (source: object): ProviderDefinition =>
  customProviderDefinition({
    ...customSettings(source as CustomProviderBody).input,
    slug: 'shown',
  })

/** What the contract of WorkOS Pipes has a field for, and our three addresses. */
const flatOf = (oauth: OAuthDefinition): Partial<CustomProviderBody> => ({
  ...defined({
    authorization_url: oauth.authorizationUrl,
    token_url: oauth.token.url,
    refresh_token_url: oauth.token.refreshUrl,
    issuer: oauth.issuer,
    revocation_url: oauth.revocation?.url,
    userinfo_url: oauth.userinfo?.url,
  }),
  ...(oauth.pkce ? {} : { pkce_enabled: false }),
  ...(oauth.scopes.separator === ' ' ? {} : { request_scope_separator: oauth.scopes.separator }),
  ...(oauth.scopes.mandatory ? { scopes_required: true } : {}),
  ...(oauth.token.bodyFormat === 'json' ? { token_body_content_type: 'application/json' } : {}),
  ...(Object.keys(oauth.authorizationParams).length === 0
    ? {}
    : { additional_authorization_parameters: { ...oauth.authorizationParams } }),
})

const SAID_ABOVE = new Set(['authorizationUrl', 'authorizationParams', 'issuer', 'pkce', 'url'])

/** Members that the API would assume otherwise, one level deep: as `oauth` of a request has them. */
function quirksOf(real: object, assumed: object = {}, depth = 0): Record<string, unknown> {
  const other = assumed as Readonly<Record<string, unknown>>
  // What the API would assume, and is not so.
  const gone = depth === 1 ? Object.keys(assumed).filter((name) => !Object.hasOwn(real, name)) : []
  return Object.fromEntries([
    ...gone.map((name) => [name, null] as const),
    ...Object.entries(real).flatMap(([name, value]: [string, unknown]) => {
      const isGroup = depth === 0 && isPlainObject(value) && !DATA.has(name)
      if (JSON.stringify(value) === JSON.stringify(other[name])) return []
      if (!isGroup) return SAID_ABOVE.has(name) ? [] : [[name, value]]
      // Another address is what this group is about: it is whole, or the same but for a few members.
      const isWhole = name === 'upgrade' || name === 'callback'
      return [[name, isWhole ? value : quirksOf(value, other[name] as object | undefined, 1)]]
    }),
  ])
}

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const defined = <const Members extends object>(members: Members) =>
  JSON.parse(JSON.stringify(members)) as Members
