/**
 * Fills the `{key}` parts of a provider's addresses. A value that could leave its place would send a
 * client's secret to somebody else's server. So, whatever its pattern allows: in a host with a fixed end
 * it is labels of a name and nothing else; alone it is a public host's name; in a path it is one segment.
 */
import { checkPublicUrl } from '../kit/public-url.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import type {
  ConfigField,
  OAuthDefinition,
  ProviderDefinition,
  StringRecord,
} from './definition.ts'

export type ConfigUnfit = { readonly kind: 'config_unfit'; readonly key: string }

// `{client_id}` is filled in by whoever gives a token back.
const PLACEHOLDER = /\{(?!client_id\})([a-z][a-z0-9_]*)\}/g
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Puts in what is known and leaves the rest, so that an integration's values can be filled in before a
 * connection's own.
 *
 * @param values by config field; those that stand in no address are passed over
 * @returns `config_unfit` with the first key whose value does not fit where it stands
 */
export function fillConfig(
  definition: ProviderDefinition,
  values: StringRecord,
): Result<ProviderDefinition, ConfigUnfit> {
  const { oauth, configFields } = definition
  if (oauth === undefined || configFields.length === 0) return ok(definition)
  for (const url of urlsOf(oauth)) {
    for (const [, key = ''] of url.matchAll(PLACEHOLDER)) {
      const value = valueOf(values, key)
      const field = configFields.find((one) => one.key === key)
      if (value !== undefined && !fitsIn(url, key, value, field))
        return fail({ kind: 'config_unfit', key })
    }
  }
  const put = (url: string): string =>
    url.replaceAll(PLACEHOLDER, (whole, key: string) => valueOf(values, key) ?? whole)
  return ok({ ...definition, oauth: mapTexts(mapUrls(oauth, put), put) })
}

/** What is no address may name config fields, too: there a value is only a text, encoded when it is sent. */
function mapTexts(oauth: OAuthDefinition, put: (text: string) => string): OAuthDefinition {
  const { scopes, authorizationParams, redirectName } = oauth
  return {
    ...oauth,
    ...(redirectName === undefined ? {} : { redirectName: put(redirectName) }),
    authorizationParams: Object.fromEntries(
      Object.entries(authorizationParams).map(([name, value]) => [name, put(value)]),
    ),
    scopes: {
      ...scopes,
      default: scopes.default.map(put),
      required: scopes.required.map(put),
      available: scopes.available.map(({ value, description }) => ({
        value: put(value),
        description,
      })),
    },
  }
}

/** The key of a part that nobody has filled in. */
export function unfilledKey({ oauth }: ProviderDefinition): string | undefined {
  if (oauth === undefined) return undefined
  for (const url of urlsOf(oauth)) {
    const [first] = url.matchAll(PLACEHOLDER)
    if (first !== undefined) return first[1]
  }
  return undefined
}

/** Why an address cannot be filled in safely; undefined when it can. */
export function templateProblem(
  url: string,
  fields: readonly ConfigField[],
):
  | 'field_undeclared'
  | 'field_not_alone_or_fixed'
  | 'host_field_not_operators'
  | 'token_field_in_host'
  | undefined {
  const authority = authorityOf(url)
  // What a token answer tells is a segment of a path, and no place to send a token to.
  if (authority.includes('{token:')) return 'token_field_in_host'
  for (const [placeholder, key = ''] of url.matchAll(PLACEHOLDER)) {
    const field = fields.find((one) => one.key === key)
    if (field === undefined) return 'field_undeclared'
    if (!authority.includes('{')) continue
    if (isClosedList(field)) continue
    if (authority === placeholder) {
      if (field.scope !== 'integration') return 'host_field_not_operators'
    } else if (authority.includes(placeholder) && !hasFixedEnd(authority, placeholder)) {
      return 'field_not_alone_or_fixed'
    }
  }
  return undefined
}

/** The address with harmless values, to be judged like every other. */
export const sampleOf = (url: string): string =>
  url
    // What a token answer tells is a segment of a path, judged when it is there (`oauth/identity.ts`).
    .replaceAll(/\{token:[a-z_]+\}/g, 'x')
    .replace(/^https:\/\/\{[a-z0-9_]+\}(?=[/?#]|$)/, 'https://host.example')
    .replaceAll(PLACEHOLDER, 'x')

/** A pattern that spells out each value that it takes: whoever wrote it chose every host. */
export const isClosedList = ({ pattern, patternFlags }: ConfigField): boolean =>
  patternFlags === undefined &&
  pattern !== undefined &&
  /^(?:[a-z0-9-]|\\\.)+(?:\|(?:[a-z0-9-]|\\\.)+)*$/.test(pattern)

/** Whether somebody types a whole host: then no client but his own may be sent there. */
export const hasTypedHost = (definition: ProviderDefinition): boolean =>
  typedHosts(definition).size > 0

/** The fields that are a whole host. */
export const typedHosts = ({ oauth, configFields }: ProviderDefinition): ReadonlySet<string> =>
  new Set(
    (oauth === undefined ? [] : urlsOf(oauth)).flatMap((url) => {
      const [, key] = /^\{([a-z0-9_]+)\}$/.exec(authorityOf(url)) ?? []
      const field = configFields.find((one) => one.key === key)
      return key === undefined || (field !== undefined && isClosedList(field)) ? [] : [key]
    }),
  )

export const authorityOf = (url: string): string => /^https?:\/\/([^/?#]*)/.exec(url)?.[1] ?? ''

const valueOf = (values: StringRecord, key: string): string | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined

function fitsIn(url: string, key: string, value: string, field: ConfigField | undefined): boolean {
  const authority = authorityOf(url)
  const placeholder = `{${key}}`
  if (!authority.includes(placeholder)) return fitsSegment(value)
  if (field !== undefined && isClosedList(field)) return isListed(field, value)
  if (authority === placeholder) {
    // Nothing but the operator's word says whose host this is.
    return field?.scope === 'integration' && isPublicHost(value)
  }
  // The end of the name is the provider's own, so the host is, too.
  const labels = value.split('.')
  const mayHaveMore = field?.pattern !== undefined
  return hasFixedEnd(authority, placeholder) && (mayHaveMore || labels.length === 1)
    ? labels.every((label) => LABEL.test(label))
    : false
}

const isListed = ({ pattern = '' }: ConfigField, value: string): boolean =>
  pattern.replaceAll('\\.', '.').split('|').includes(value)

const hasFixedEnd = (authority: string, placeholder: string): boolean =>
  /^\.[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(
    authority.slice(authority.lastIndexOf(placeholder) + placeholder.length),
  )

const isPublicHost = (host: string): boolean =>
  checkPublicUrl(`https://${host}`, { loopbackOrigins: [] }).ok && !host.includes('/')

// Dots alone are navigation, not a name: `..` would climb out of the segment.
const fitsSegment = (value: string): boolean =>
  !/^\.*$/.test(value) && encodeURIComponent(value) === value

function urlsOf(oauth: OAuthDefinition): readonly string[] {
  const urls: string[] = []
  mapUrls(oauth, (url) => {
    urls.push(url)
    return url
  })
  return urls
}

function mapUrls(oauth: OAuthDefinition, put: (url: string) => string): OAuthDefinition {
  const { authorizationUrl, issuer, revocation, upgrade, userinfo } = oauth
  const { refreshUrl } = oauth.token
  return {
    ...oauth,
    ...(authorizationUrl === undefined ? {} : { authorizationUrl: put(authorizationUrl) }),
    ...(issuer === undefined ? {} : { issuer: put(issuer) }),
    token: {
      ...oauth.token,
      url: put(oauth.token.url),
      ...(refreshUrl === undefined ? {} : { refreshUrl: put(refreshUrl) }),
    },
    ...(revocation === undefined
      ? {}
      : {
          revocation: {
            ...revocation,
            url: put(revocation.url),
            ...(revocation.nonceUrl === undefined ? {} : { nonceUrl: put(revocation.nonceUrl) }),
          },
        }),
    ...(upgrade === undefined ? {} : { upgrade: { ...upgrade, url: put(upgrade.url) } }),
    ...(userinfo?.url === undefined ? {} : { userinfo: { ...userinfo, url: put(userinfo.url) } }),
  }
}
