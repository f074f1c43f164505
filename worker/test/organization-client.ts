/** An integration for which each organization brings its own OAuth client, and the clients that they bring. */
import { randomToken } from '../kit/digest.ts'
import { newId, systemRandom } from '../kit/ids.ts'
import { rowsOf } from './faults.ts'
import type { Harness, TestProvider } from './harness.ts'
import { registerClient, type OutsideClient } from './outside.ts'
import { expectJson } from './wire.ts'

export type Configuration = {
  readonly id: string
  readonly slug: string
  readonly enabled: boolean
  readonly scopes: readonly string[] | null
  readonly credentials?: {
    readonly has_credentials: boolean
    readonly client_id: string | null
    readonly client_secret_last_four: string | null
    readonly redirect_uri: string
  }
  readonly disabled_source: 'developer' | 'organization' | null
  readonly has_override: boolean
}

const configurationPath = (organization: string, slug: string, query = ''): string =>
  `/organizations/${organization}/data_integration_configurations/${slug}${query}`

export const configure = (
  h: Harness,
  organization: string,
  change: Record<string, unknown>,
  at: { readonly slug?: string; readonly query?: string } = {},
): Promise<Response> =>
  h.api('PUT', configurationPath(organization, at.slug ?? 'strict', at.query), change)

export type BroughtClient = OutsideClient & {
  readonly clientSecret: string
  readonly clientVersionId: string
}

/** An organization enters its own client, which the strict provider knows. */
export async function bringClient(
  h: Harness,
  provider: Pick<TestProvider, 'redirectUri' | 'integrationId'>,
  organization: string,
  query = '',
): Promise<BroughtClient> {
  const clientId = newId(`outside-${organization}`, Date.now())
  const clientSecret = `canary-organization-secret-${randomToken(systemRandom)}`
  const { redirectUri, integrationId } = provider
  const outside = await registerClient({ clientId, clientSecret, redirectUri })
  const change = { client_id: clientId, client_secret: clientSecret }
  await expectJson(await configure(h, organization, change, { query }), 200)
  const [row] = await rowsOf<{ client_version_id: string }>(
    'SELECT client_version_id FROM organization_overrides WHERE organization_id = ? AND data_integration_id = ?',
    organization,
    integrationId,
  )
  return { ...outside, clientSecret, clientVersionId: row?.client_version_id ?? '' }
}

/** GitHub, with the organizations' own clients unless told. */
export const createOpen = async (h: Harness, body: Record<string, unknown> = {}) =>
  expectJson<{ id: string; redirect_uri: string }>(
    await h.api('POST', '/data-integrations', {
      provider: 'github',
      enabled: true,
      credentials: { type: 'organization' },
      ...body,
    }),
    201,
  )

/** Sets something over it. */
export const putter =
  (h: Harness) =>
  (change: Record<string, unknown>, organization = 'org_1', query = ''): Promise<Response> =>
    configure(h, organization, change, { slug: 'github', query })

export const listConfigurations = async (h: Harness, organization = 'org_1', query = '') =>
  expectJson<{
    data: Configuration[]
    list_metadata: { before: string | null; after: string | null }
  }>(
    await h.api('GET', `/organizations/${organization}/data_integration_configurations${query}`),
    200,
  )
