import type { Environment } from '../../domain/environment.ts'
import { checkPublicUrl } from '../../kit/public-url.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import {
  customProviderDefinition,
  type CustomProviderInput,
} from '../../providers/custom-provider.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import { authorityOf, sampleOf, templateProblem, typedHosts } from '../../providers/fill-config.ts'
import type { CustomProvider } from '../../storage/data-integrations.ts'
import type { Deps } from '../deps.ts'

export type CustomProviderSettings = {
  readonly input: Omit<CustomProviderInput, 'slug'>
  /** As the operator sent it, to be shown again. */
  readonly source: Readonly<Record<string, unknown>>
}

type UrlFailure = {
  readonly kind: 'url_not_allowed'
  readonly field: string
  readonly reason: string
}

/**
 * A provider as the operator describes it, its addresses checked before anything is stored.
 *
 * @returns null when nothing was described
 */
export function customOf(
  deps: Deps,
  environment: Environment,
  slug: string,
  settings: CustomProviderSettings | undefined,
): Result<CustomProvider | null, UrlFailure> {
  if (settings === undefined) return ok(null)
  const definition = customProviderDefinition({ ...settings.input, slug })
  const { oauth, configFields } = definition
  const urls: readonly (readonly [string, string | undefined])[] = [
    ['authorization_url', oauth?.authorizationUrl],
    ['token_url', oauth?.token.url],
    ['refresh_token_url', oauth?.token.refreshUrl],
    ['revocation_url', oauth?.revocation?.url],
    ['userinfo_url', oauth?.userinfo?.url],
    ['issuer', oauth?.issuer],
    ['oauth.upgrade.url', oauth?.upgrade?.url],
    ['oauth.revocation.nonce_url', oauth?.revocation?.nonceUrl],
    ['docs_url', definition.docsUrl],
  ]
  for (const [field, url] of urls) {
    if (url === undefined) continue
    const problem = templateProblem(url, configFields)
    if (problem !== undefined) return fail({ kind: 'url_not_allowed', field, reason: problem })
    const checked = checkPublicUrl(sampleOf(url), deps.urlOptions(environment.kind))
    if (!checked.ok) {
      return fail({ kind: 'url_not_allowed', field, reason: checked.failure.reason })
    }
  }
  // A browser brings it: of a whole host it would choose where the client's secret goes.
  const told = Object.keys(oauth?.callback?.config ?? {})
  if (told.some((key) => typedHosts(definition).has(key))) {
    return fail({
      kind: 'url_not_allowed',
      field: 'oauth.callback.config',
      reason: 'host_field_not_operators',
    })
  }
  // RFC 8414 §2: an issuer has neither query nor fragment.
  if (oauth?.issuer?.includes('?') === true) {
    return fail({ kind: 'url_not_allowed', field: 'issuer', reason: 'query_present' })
  }
  return ok({ environmentId: environment.id, slug, definition, source: settings.source })
}

/** Whether a secret or a token would go to a host that did not get any before. */
export function hasNewHost(before: ProviderDefinition, after: ProviderDefinition): boolean {
  const known = hostsOf(before)
  return [...hostsOf(after)].some((host) => !known.has(host))
}

const hostsOf = ({ oauth }: ProviderDefinition): ReadonlySet<string> =>
  new Set(
    [
      oauth?.token.url,
      oauth?.token.refreshUrl,
      oauth?.upgrade?.url,
      oauth?.revocation?.url,
      oauth?.revocation?.nonceUrl,
      oauth?.userinfo?.url,
    ]
      .filter((url) => url !== undefined)
      .map(authorityOf),
  )

/** Whether an attempt that is under way would be answered by another server, or asked otherwise. */
export const isSameProtocol = (before: ProviderDefinition, after: ProviderDefinition): boolean =>
  JSON.stringify(before.oauth) === JSON.stringify(after.oauth)
