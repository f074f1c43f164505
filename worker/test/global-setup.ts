/**
 * The scripted world outside: oidc-provider, which nobody here wrote and which ends a grant when a
 * refresh token comes twice, behind a front that breaks on demand. Everything that the Worker sends
 * arrives here, whatever host it was meant for; what is not for the provider is refused and counted.
 *
 * Faults wait in a queue for each client and grant type; a request takes one. `hold` keeps a request,
 * before or after the provider has worked, until it is released, so that no test has to sleep.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import type { TestProject } from 'vitest/node'
import { DocumentWorld } from './documents.ts'
import { answerWithoutEnd, isEndless, type EndlessAnswer } from './endless-answers.ts'
import { held, holdOf } from './holds.ts'
import { ProviderWorld } from './provider-world.ts'
import { quieten } from './quieten.ts'
import { textOf } from './text-of.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** `host:port` of the world outside. */
    outside: string
  }
}

/** As in `worker/test/outside.ts`, which speaks to the controls from inside of the Worker. */
type Fault =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  | { kind: 'cut_before' }
  | { kind: 'cut_after' }
  | { kind: 'delay'; ms: number }
  | { kind: 'hold_before'; name: string }
  | { kind: 'hold_after'; name: string }
  | EndlessAnswer

type ClientWorld = {
  ttl: { access: number; refresh: number }
  faults: Map<string, Fault[]>
  tokenRequests: Record<string, number>
  revocations: string[]
  /** Every access and refresh token that was handed out or minted. */
  tokens: string[]
  /** The code verifiers that we sent. */
  verifiers: string[]
  reuses: number
  grants: Map<string, string>
}

const worlds = new Map<string, ClientWorld>()
const documents = new DocumentWorld()
const providers = new ProviderWorld()
const blocked: string[] = []

function worldOf(clientId: string): ClientWorld {
  const known = worlds.get(clientId)
  if (known !== undefined) return known
  const made: ClientWorld = {
    ttl: { access: 3600, refresh: 86_400 },
    faults: new Map(),
    tokenRequests: {},
    revocations: [],
    tokens: [],
    verifiers: [],
    reuses: 0,
    grants: new Map(),
  }
  worlds.set(clientId, made)
  return made
}

export async function setup(project: TestProject): Promise<() => void> {
  quieten()
  let provider: Provider | undefined
  let answer: ReturnType<Provider['callback']> | undefined
  const server = createServer((req, res) => {
    if (`http://${req.headers.host}` === provider?.issuer) return void answer?.(req, res)
    if (providers.isOpen) return void providers.serve(req, res)
    blocked.push(`${req.method} ${req.headers.host}${req.url}`)
    return res.writeHead(599).end('blocked')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const outside = `127.0.0.1:${(server.address() as AddressInfo).port}`
  provider = strictProvider(`http://${outside}`)
  provider.use(front(provider))
  answer = provider.callback()
  project.provide('outside', outside)
  return () => {
    server.closeAllConnections()
    server.close()
  }
}

function strictProvider(issuer: string): Provider {
  const made = new Provider(issuer, {
    clients: [],
    scopes: ['openid', 'offline_access', 'email', 'repo'],
    features: Object.fromEntries(
      ['devInteractions', 'revocation', 'clientCredentials'].map((one) => [one, { enabled: true }]),
    ),
    pkce: { required: () => true },
    clockTolerance: 0,
    rotateRefreshToken: true,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    ttl: {
      AccessToken: (_ctx, _token, client) => worldOf(client.clientId).ttl.access,
      ClientCredentials: (_ctx, _token, client) => worldOf(client.clientId).ttl.access,
      RefreshToken: (_ctx, _token, client) => worldOf(client.clientId).ttl.refresh,
      Grant: 86_400,
      Interaction: 600,
      Session: 600,
      IdToken: 600,
    },
    cookies: { keys: ['test'] },
    claims: { openid: ['sub'], email: ['email'] },
    findAccount: async (_ctx, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, email: `${id}@provider.example` }),
    }),
  })
  made.on('grant.success', (ctx) => {
    const { Grant: grant, Client: client } = ctx.oidc.entities
    if (grant && client) worldOf(client.clientId).grants.set(grant.jti, grant.accountId ?? '')
  })
  made.on('grant.error', (ctx, error) => {
    const { Client: client } = ctx.oidc.entities
    const isReuse = String(error.error_detail).includes('already used')
    if (client && isReuse) worldOf(client.clientId).reuses += 1
  })
  return made
}

type Middleware = Parameters<Provider['use']>[0]

/** Stands before the provider: the controls, the counting, the faults. */
const front =
  (provider: Provider): Middleware =>
  async (ctx, next) => {
    if (/^\/(?:documents|cdn-cgi)\//.test(ctx.path)) return documents.answer(ctx)
    if (ctx.method !== 'POST') return next()
    const body = await textOf(ctx.req)
    Object.assign(ctx.req, { body })
    if (ctx.path.startsWith('/_control/')) {
      const input = JSON.parse(body) as Record<string, unknown>
      const out = await control(provider, ctx.path.slice('/_control/'.length), input)
      ctx.body = JSON.stringify(out ?? null)
      return undefined
    }
    const form = new URLSearchParams(body)
    const world = worldOf(form.get('client_id') ?? '')
    if (ctx.path === '/token/revocation') {
      world.revocations.push(form.get('token') ?? '')
      return faulty(ctx, next, world.faults.get('revocation')?.shift())
    }
    return ctx.path === '/token' ? atTokenEndpoint(ctx, next, world, form) : next()
  }

async function atTokenEndpoint(
  ctx: Parameters<Middleware>[0],
  next: Parameters<Middleware>[1],
  world: ClientWorld,
  form: URLSearchParams,
): Promise<void> {
  const grantType = form.get('grant_type') ?? ''
  world.tokenRequests[grantType] = (world.tokenRequests[grantType] ?? 0) + 1
  if (form.has('code_verifier')) world.verifiers.push(form.get('code_verifier') ?? '')
  return faulty(ctx, next, world.faults.get(grantType)?.shift(), () => {
    const given = ctx.body as { access_token?: string; refresh_token?: string }
    world.tokens.push(...[given.access_token, given.refresh_token].flatMap((one) => one ?? []))
  })
}

/** Answers as the provider does, but for the fault that is next. */
async function faulty(
  ctx: Parameters<Middleware>[0],
  next: Parameters<Middleware>[1],
  fault: Fault | undefined,
  answered: () => void = () => undefined,
): Promise<void> {
  if (fault?.kind === 'status') {
    ctx.status = fault.status
    ctx.set(fault.headers ?? {})
    ctx.body = fault.body ?? ''
    return
  }
  if (fault !== undefined && isEndless(fault)) {
    ctx.respond = false
    return answerWithoutEnd(ctx, fault)
  }
  if (fault?.kind === 'cut_before') return cut(ctx)
  if (fault?.kind === 'hold_before') await held(fault.name)
  if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms))
  await next()
  answered()
  if (fault?.kind === 'hold_after') await held(fault.name)
  if (fault?.kind === 'cut_after') cut(ctx)
}

/** The line goes dead in the middle: no answer, not even a wrong one. */
function cut(ctx: Parameters<Middleware>[0]): void {
  ctx.respond = false
  ctx.req.socket.destroy()
}

async function control(
  provider: Provider,
  name: string,
  input: Record<string, unknown>,
): Promise<unknown> {
  if (name.startsWith('provider_')) return providers.control(name, input)
  const clientId = String(input['client_id'])
  const world = worldOf(clientId)
  switch (name) {
    case 'client': {
      Object.assign(world.ttl, input['ttl'])
      const metadata = {
        client_id: clientId,
        client_secret: input['client_secret'],
        redirect_uris: input['redirect_uris'],
        application_type: 'native',
        grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
      }
      const { adapter } = provider.Client as unknown as {
        adapter: { upsert: (id: string, payload: object) => Promise<void> }
      }
      return adapter.upsert(clientId, metadata)
    }
    case 'fault': {
      const grantType = String(input['grant_type'])
      const queue = world.faults.get(grantType) ?? []
      world.faults.set(grantType, [...queue, ...(input['faults'] as Fault[])])
      return undefined
    }
    case 'reached':
      return holdOf(String(input['name'])).reached.promise
    case 'release':
      return holdOf(String(input['name'])).released.open()
    case 'seen':
      return { ...world, blocked }
    case 'revoke_grants':
      return revokeGrants(provider, world, String(input['account']))
    case 'is_alive':
      return (await provider.AccessToken.find(String(input['token']))) !== undefined
    case 'mint':
      return mint(provider, world, clientId, String(input['account']), String(input['scope']))
    default:
      return documents.control(name, input)
  }
}

/** As a user does on the provider's own page of connected apps. */
async function revokeGrants(provider: Provider, world: ClientWorld, account: string) {
  for (const [grantId, owner] of world.grants) {
    if (owner !== account) continue
    await provider.AccessToken.revokeByGrantId(grantId)
    await provider.RefreshToken.revokeByGrantId(grantId)
    await (await provider.Grant.find(grantId))?.destroy()
  }
}

/** A grant with its tokens, as a consent would have made it, in one step. */
async function mint(
  provider: Provider,
  world: ClientWorld,
  clientId: string,
  accountId: string,
  scope: string,
) {
  const client = await provider.Client.find(clientId)
  if (client === undefined) throw new Error(`no such client: ${clientId}`)
  const grant = new provider.Grant({ accountId, clientId })
  grant.addOIDCScope(scope)
  const grantId = await grant.save()
  const of = { accountId, client, grantId, scope, gty: 'authorization_code' } as never
  const access = await new provider.AccessToken(of).save()
  const refresh = await new provider.RefreshToken(of).save()
  world.grants.set(grantId, accountId)
  world.tokens.push(access, refresh)
  return { access_token: access, refresh_token: refresh }
}
