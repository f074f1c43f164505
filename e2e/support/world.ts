/** Everything a flow needs, started once for a worker of the test runner: the stack, and a strict provider beside it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startOidcProvider, type OidcProvider } from '../peers/oidc-provider.ts'
import { freePort } from '../stack/ports.ts'
import { startStack } from '../stack/stack.ts'
import type { Stack } from '../stack/stack-options.ts'
import { reserveOthers, type Reserved } from './other-emulators.ts'
import { pipesApi, type PipesApi } from './pipes-api.ts'

/** The strict provider, as an operator would add it: by address, with our own client. */
export const ACME_ID = { slug: 'acme-id', name: 'Acme ID' } as const

export type World = {
  readonly stack: Stack
  readonly pipes: PipesApi
  readonly oidc: OidcProvider
  /** Emulators that a flow may start. */
  readonly others: Reserved
  readonly close: () => Promise<void>
}

export async function startWorld(): Promise<World> {
  const directory = await mkdtemp(join(tmpdir(), 'pipes-flows-'))
  const oidcPort = await freePort(0, new Set())
  const oidcOrigin = `http://127.0.0.1:${oidcPort}`
  const others = await reserveOthers()
  const stack = await startStack({
    ports: { worker: 0, app: 0, emulators: 0 },
    directory,
    build: 'never',
    endpoints: others.endpoints,
    loopbackOrigins: [oidcOrigin, ...others.origins],
    // The provider's tokens live a second in these tests, and each is to be refreshed.
    timings: { minRefreshIntervalMs: 0 },
  })
  const pipes = pipesApi(stack.url, stack.apiKey)
  const client = { id: 'pipes-flows', secret: crypto.randomUUID() }
  const redirectUri = await createIntegration(pipes, oidcOrigin, client)
  const oidc = await startOidcProvider(oidcPort, { ...client, redirectUris: [redirectUri] })
  return {
    stack,
    pipes,
    oidc,
    others,
    close: async () => {
      await oidc.close()
      await stack.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function createIntegration(
  pipes: PipesApi,
  origin: string,
  client: { readonly id: string; readonly secret: string },
): Promise<string> {
  const response = await pipes.call('POST', '/data-integrations', {
    provider: ACME_ID.slug,
    enabled: true,
    description: 'Strict to the last letter.',
    scopes: ['openid', 'email', 'offline_access'],
    credentials: { type: 'custom', client_id: client.id, client_secret: client.secret },
    custom_provider: {
      name: ACME_ID.name,
      authorization_url: `${origin}/auth`,
      token_url: `${origin}/token`,
      revocation_url: `${origin}/token/revocation`,
      userinfo_url: `${origin}/me`,
      issuer: origin,
      additional_authorization_parameters: { prompt: 'consent' },
    },
  })
  if (response.status !== 201) throw new Error(await response.text())
  return ((await response.json()) as { readonly redirect_uri: string }).redirect_uri
}
