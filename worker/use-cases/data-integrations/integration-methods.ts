/** How connections of an integration will prove themselves, and whether it has a client for it. */
import type { AuthMethod, DataIntegration } from '../../domain/integration.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import type { Credentials } from './plan-client.ts'

export type MethodFailure =
  | {
      readonly kind: 'auth_method_not_offered'
      readonly slug: string
      readonly offered: readonly AuthMethod[]
    }
  | { readonly kind: 'credentials_required' }
  | { readonly kind: 'credentials_not_applicable' }
  | { readonly kind: 'provider_url_required'; readonly field: 'authorization_url' | 'token_url' }

/** What was asked for needs another way of connecting than this integration or connection has. */
export type AuthMethodMismatch = {
  readonly kind: 'auth_method_mismatch'
  readonly slug: string
  readonly wanted: AuthMethod
  /** What the connection that is there uses; absent when the integration does not offer it at all. */
  readonly existing?: AuthMethod
}

/** @param wanted what the caller named; OAuth where nothing was named and the provider speaks it */
export function chooseMethods(
  definition: ProviderDefinition,
  wanted: readonly AuthMethod[] | undefined,
): Result<readonly AuthMethod[], MethodFailure> {
  const offered = definition.authMethods
  const [first] = offered
  const otherwise = offered.includes('oauth') || first === undefined ? 'oauth' : first
  const chosen = [...new Set(wanted ?? [otherwise])]
  const missing = chosen.find((method) => !offered.includes(method))
  if (missing === undefined) return ok(chosen)
  // Of a provider that somebody describes, it is the description that lacks something.
  if (definition.verified === 'operator' && missing !== 'api_key') {
    const hasToken = definition.oauth !== undefined
    return fail({
      kind: 'provider_url_required',
      field: hasToken ? 'authorization_url' : 'token_url',
    })
  }
  return fail({ kind: 'auth_method_not_offered', slug: definition.slug, offered })
}

/** An OAuth client goes with OAuth, and with nothing else: other secrets are each connection's own. */
export function checkCredentials(
  methods: readonly AuthMethod[],
  credentials: Credentials | undefined,
  current: DataIntegration['credentialsType'] | undefined,
): Result<DataIntegration['credentialsType'], MethodFailure> {
  if (!methods.includes('oauth')) {
    return credentials === undefined ? ok('none') : fail({ kind: 'credentials_not_applicable' })
  }
  const type = credentials?.type ?? current
  return type === undefined ? fail({ kind: 'credentials_required' }) : ok(type)
}
