/**
 * What tests stand on: one environment with its key, spoken to over HTTP as a backend, a page and a
 * browser speak to it, and the strict provider outside.
 *
 *     const h = await seedEnvironment({ kind: 'sandbox' })
 *     const provider = await h.createProvider()
 *     const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
 *     const answer = await h.vend(account)
 */
import { env } from 'cloudflare:workers'
import { randomToken } from '../kit/digest.ts'
import { newId, systemRandom } from '../kit/ids.ts'
import { integrationBySlug } from '../storage/data-integrations.ts'
import { openDatabase } from '../storage/database.ts'
import { ask } from './ask.ts'
import {
  insertEnvironment,
  installConnection,
  type Connection,
  type NewConnection,
} from './builders.ts'
import { connectThrough, type ConnectWalk } from './connect-walk.ts'
import { outsideOrigin, registerClient, type OutsideClient } from './outside.ts'
import { expectJson, jsonRequest, PAGE_ORIGIN, readVend, type Vend } from './wire.ts'

const SCOPES = ['openid', 'offline_access', 'email'] as const

/** An integration of ours with the strict provider behind it. */
export type TestProvider = OutsideClient & {
  readonly slug: string
  readonly integrationId: string
  readonly clientVersionId: string | null
  readonly clientSecret: string
  readonly redirectUri: string
}

export type TestAccount = Connection & {
  readonly accessToken: string
  readonly refreshToken: string
}

export type Harness = Awaited<ReturnType<typeof seedEnvironment>>

export async function seedEnvironment(options: Parameters<typeof insertEnvironment>[0] = {}) {
  const environment = await insertEnvironment(options)
  let isolateEnv: Env | undefined

  const send = (request: Request): Promise<Response> => ask(request, isolateEnv)

  /** As a backend: with the environment's key. */
  const api = (
    method: string,
    path: string,
    body?: unknown,
    init: { readonly headers?: Record<string, string>; readonly signal?: AbortSignal } = {},
  ): Promise<Response> =>
    send(
      jsonRequest(method, path, body, init, {
        authorization: `Bearer ${environment.apiKey}`,
      }),
    )

  const widgetToken = async (userId: string, organizationId?: string): Promise<string> => {
    const response = await api('POST', '/widgets/token', {
      user_id: userId,
      ...(organizationId === undefined ? {} : { organization_id: organizationId }),
    })
    return (await expectJson<{ token: string }>(response, 201)).token
  }

  /** As a page: with a user's widget session and an Origin header (null: without one). */
  const widget = async (
    method: string,
    path: string,
    body: unknown,
    as: {
      readonly token?: string
      readonly user?: string
      readonly origin?: string | null
    } = {},
  ): Promise<Response> => {
    const token = as.token ?? (await widgetToken(as.user ?? 'user_1'))
    const origin = as.origin === undefined ? PAGE_ORIGIN : as.origin
    return send(
      jsonRequest(
        method,
        `/_widgets${path}`,
        body,
        {},
        {
          authorization: `Bearer ${token}`,
          ...(origin === null ? {} : { origin }),
        },
      ),
    )
  }

  /** Creates a custom provider over REST and makes its client known to the strict provider. */
  const createProvider = async (
    custom: {
      readonly slug?: string
      readonly ownership?: 'user' | 'organization'
      readonly clientSecret?: string
      readonly ttl?: { readonly access?: number; readonly refresh?: number }
      readonly customProvider?: Record<string, unknown>
      /** Whose OAuth client; one of the developer's own unless told. */
      readonly credentials?: { readonly type: 'organization' }
    } = {},
  ): Promise<TestProvider> => {
    const clientId = newId('outside', Date.now())
    const slug = custom.slug ?? 'strict'
    const ownership = custom.ownership ?? 'user'
    const clientSecret = custom.clientSecret ?? `canary-client-secret-${randomToken(systemRandom)}`
    const origin = outsideOrigin()
    const response = await api('POST', '/data-integrations', {
      provider: slug,
      ownership,
      enabled: true,
      scopes: SCOPES,
      credentials: custom.credentials ?? {
        type: 'custom',
        client_id: clientId,
        client_secret: clientSecret,
      },
      custom_provider: {
        name: 'Strict',
        authorization_url: `${origin}/auth`,
        token_url: `${origin}/token`,
        revocation_url: `${origin}/token/revocation`,
        userinfo_url: `${origin}/me`,
        issuer: origin,
        additional_authorization_parameters: { prompt: 'consent' },
        ...custom.customProvider,
      },
    })
    const made = await expectJson<{ id: string; redirect_uri: string }>(response, 201)
    const redirectUri = made.redirect_uri
    const outside = await registerClient({ clientId, clientSecret, redirectUri, ttl: custom.ttl })
    const row = await integrationBySlug(openDatabase(env.DB), environment.id, slug, ownership)
    const clientVersionId = row?.integration.clientVersionId ?? null
    return { ...outside, slug, integrationId: made.id, clientVersionId, clientSecret, redirectUri }
  }

  /**
   * A connection whose tokens are real at the provider, installed without the walk through pages.
   * The refresh token is good whatever `expiresInSeconds` says about the access token.
   */
  const connectedAccount = async (
    provider: TestProvider,
    account: Partial<
      Pick<
        NewConnection,
        | 'userId'
        | 'organizationId'
        | 'expiresInSeconds'
        | 'lifetimeSeconds'
        | 'intent'
        | 'accountDisplayName'
        | 'keyring'
      >
    > & { readonly providerAccount?: string; readonly hasRefreshToken?: boolean } = {},
  ): Promise<TestAccount> => {
    const userId = account.userId ?? 'user_1'
    const providerAccount = account.providerAccount ?? `provider-${userId}`
    const tokens = await provider.mint(providerAccount, SCOPES.join(' '))
    const connection = await installConnection({
      environment,
      integrationId: provider.integrationId,
      slug: provider.slug,
      clientVersionId: provider.clientVersionId,
      userId,
      organizationId: account.organizationId,
      accessToken: tokens.access_token,
      refreshToken: account.hasRefreshToken === false ? null : tokens.refresh_token,
      expiresInSeconds: account.expiresInSeconds === undefined ? 3600 : account.expiresInSeconds,
      lifetimeSeconds: account.lifetimeSeconds,
      scopes: SCOPES,
      accountIdentifier: providerAccount,
      accountDisplayName: account.accountDisplayName,
      intent: account.intent,
      keyring: account.keyring,
    })
    return { ...connection, accessToken: tokens.access_token, refreshToken: tokens.refresh_token }
  }

  /** @param more members of the body: which of an owner's connections is meant */
  const vend = async (
    account: { readonly slug: string; readonly userId: string },
    init: { readonly signal?: AbortSignal } = {},
    more: Record<string, unknown> = {},
  ): Promise<Vend> => {
    const body = { user_id: account.userId, ...more }
    return readVend(await api('POST', `/data-integrations/${account.slug}/token`, body, init))
  }

  return {
    environment,
    /** The next requests meet an isolate that knows nothing yet, perhaps configured in another way. */
    restartIsolate: (changes: Partial<Env> = {}): void => {
      isolateEnv = { ...env, ...changes }
    },
    /** As somebody who brings everything along. */
    send: (path: string, init: RequestInit): Promise<Response> =>
      send(new Request(`${env.PUBLIC_URL}${path}`, { redirect: 'manual', ...init })),
    api,
    widget,
    widgetToken,
    createProvider,
    connectedAccount,
    vend,
    connectThrough: (provider: TestProvider, walk: ConnectWalk = {}) =>
      connectThrough({ widget, widgetToken }, provider, walk),
  }
}
