/**
 * The authorization request as a strict server reads it (RFC 6749 §4.1.1). Who asks and where the
 * answer goes comes first: until both are certain, a person is told and no browser is sent anywhere.
 */
import type { Environment } from '../../../domain/environment.ts'
import { fail, ok, type Result } from '../../../kit/result.ts'
import { findProvider } from '../../../providers/catalogue.ts'
import { SANDBOX_PATH } from '../../../sandbox-provider/origin.ts'
import { S256_CHALLENGE } from '../../../sandbox-provider/pkce.ts'
import { integrationBySlug } from '../../../storage/data-integrations.ts'
import { environmentById } from '../../../storage/environments.ts'
import { redirectUriOf } from '../../../use-cases/connect/attempt-integration.ts'
import type { Deps } from '../../../use-cases/deps.ts'

const SLUG = 'sandbox'

export type Scope = { readonly value: string; readonly description: string }

export type AuthorizationRequest = {
  readonly environment: Environment
  readonly redirectUri: string
  readonly codeChallenge: string
  readonly scopes: readonly Scope[]
  /** The address that tells the app what came of it. */
  readonly answer: (params: Readonly<Record<string, string>>) => string
}

export type NotAsked =
  | { readonly kind: 'not_known'; readonly why: string }
  | { readonly kind: 'told'; readonly location: string }

export async function readAuthorizationRequest(
  deps: Deps,
  params: URLSearchParams,
): Promise<Result<AuthorizationRequest, NotAsked>> {
  const names = [...params.keys()]
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  const redirectUri = params.get('redirect_uri') ?? ''
  const environment = await clientEnvironment(deps, params.get('client_id') ?? '')
  if (environment === undefined) return unknown('client_id names no client of this deployment')
  const uris = await redirectUrisOf(deps, environment.id)
  if (uris.length === 0) {
    return unknown('the environment has no sandbox integration that is switched on')
  }
  if (!uris.includes(redirectUri) || twice === 'redirect_uri') {
    return unknown('redirect_uri is not exactly the one of the integration')
  }

  const answer = answerTo(deps, redirectUri, params.get('state'))
  const no = (error: string, description: string) =>
    fail({ kind: 'told', location: answer({ error, error_description: description }) } as const)
  if (twice !== undefined) return no('invalid_request', `${twice} comes twice`)
  if (params.get('response_type') !== 'code') {
    return no('unsupported_response_type', 'response_type must be code')
  }
  const codeChallenge = params.get('code_challenge') ?? ''
  if (params.get('code_challenge_method') !== 'S256' || !S256_CHALLENGE.test(codeChallenge)) {
    return no('invalid_request', 'a code_challenge by S256 is needed')
  }
  const scopes = scopesIn(params.get('scope') ?? '')
  if (scopes === undefined) return no('invalid_scope', 'a scope is not known, or none is named')
  return ok({ environment, redirectUri, codeChallenge, scopes, answer })
}

/** Of the integration of users' own connections, and of that of shared ones. */
async function redirectUrisOf(deps: Deps, environmentId: string): Promise<readonly string[]> {
  const rows = await Promise.all(
    (['user', 'organization'] as const).map((ownership) =>
      integrationBySlug(deps.db, environmentId, SLUG, ownership),
    ),
  )
  return rows.flatMap((row) =>
    row === undefined || !row.integration.enabled || row.integration.isCustomProvider
      ? []
      : [redirectUriOf(deps, row.integration)],
  )
}

/** The environment whose client this is: the client's id is the environment's own. */
async function clientEnvironment(deps: Deps, clientId: string): Promise<Environment | undefined> {
  if (!/^environment_[0-9a-z]{26}$/.test(clientId)) return undefined
  const environment = await environmentById(deps.db, clientId)
  return environment?.kind === 'sandbox' ? environment : undefined
}

function scopesIn(text: string): readonly Scope[] | undefined {
  const offered = findProvider(SLUG)?.oauth?.scopes.available ?? []
  const wanted = [...new Set(text.split(' ').filter(Boolean))]
  const known = wanted.flatMap((value) => offered.filter((scope) => scope.value === value))
  return known.length > 0 && known.length === wanted.length ? known : undefined
}

const answerTo =
  (deps: Deps, redirectUri: string, state: string | null) =>
  (params: Readonly<Record<string, string>>): string => {
    const url = new URL(redirectUri)
    const mine = { ...(state === null ? {} : { state }), iss: deps.publicUrl + SANDBOX_PATH }
    for (const [name, value] of Object.entries({ ...params, ...mine })) {
      url.searchParams.set(name, value)
    }
    return url.href
  }

const unknown = (why: string) => fail({ kind: 'not_known', why } as const)
