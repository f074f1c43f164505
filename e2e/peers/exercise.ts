/** One server from the first consent to the last revocation, and what was seen on the way. */
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { connectByHttp } from '../support/http-browser.ts'
import type { PipesApi, VendAnswer } from '../support/pipes-api.ts'
import type { Client, Conduct, Endpoints, Peer, RunningPeer } from './peer.ts'
import type { Tap } from './tap.ts'

const CALLERS = 20
const USER = 'ada'
const REVOCATION_MS = 10_000

export type Stage = {
  readonly peer: Peer
  readonly running: RunningPeer
  readonly endpoints: Endpoints
  readonly tap: Tap
  readonly pipes: PipesApi
  readonly client: Client
}

/** @returns the redirect URI to register at the server */
export async function defineIntegration(
  pipes: PipesApi,
  peer: Peer,
  origin: string,
  tap: Tap,
  client: Client,
): Promise<string> {
  const endpoints = peer.endpoints(origin)
  const issuer = peer.issuer?.(origin)
  const response = await pipes.call('POST', '/data-integrations', {
    provider: peer.slug,
    enabled: true,
    scopes: peer.scopes,
    credentials: { type: 'custom', client_id: client.id, client_secret: client.secret },
    custom_provider: {
      name: peer.name,
      authorization_url: endpoints.authorization,
      token_url: tap.tokenUrl,
      ...(endpoints.revocation === undefined ? {} : { revocation_url: tap.revocationUrl }),
      ...(issuer === undefined ? {} : { issuer }),
      ...(peer.authorizationParameters === undefined
        ? {}
        : { additional_authorization_parameters: peer.authorizationParameters }),
    },
  })
  if (response.status !== 201) throw new Error(await response.text())
  return ((await response.json()) as { readonly redirect_uri: string }).redirect_uri
}

export async function exercise(stage: Stage): Promise<Conduct> {
  const { peer, tap, pipes } = stage
  tap.sayLifetime(1)
  const connected = await connect(stage)
  await pause(1100)
  tap.sayLifetime(3600)
  const before = refreshes(tap).length
  const tokens = await Promise.all(
    Array.from({ length: CALLERS }, () => pipes.accessToken(peer.slug, USER)),
  )
  const calls = refreshes(tap).length - before
  const raced = `${CALLERS} → ${calls}, ${new Set(tokens).size} token`

  const replayed = await replay(stage, refreshes(tap).at(-1)?.spent)
  const afterReplay = await forceRefresh(stage, tokens[0] ?? '')
  const reconnected = await connect(stage)

  const account = `/user_management/users/${USER}/connected_accounts/${peer.slug}`
  const held = tap.exchanges.findLast(({ issued }) => issued !== undefined)?.issued
  await pipes.call('DELETE', account)
  const revoked = await revocationOf(stage)
  const afterRevocation = await replay(stage, held)
  const { token } = await pipes.standing(peer.slug, USER)
  return {
    connected,
    raced,
    replayed,
    afterReplay,
    reconnected,
    revoked,
    afterRevocation,
    end: token,
  }
}

const refreshes = (tap: Tap) =>
  tap.exchanges.filter(({ grantType }) => grantType === 'refresh_token')

async function connect({ peer, running, pipes }: Stage): Promise<string> {
  if (running.consent === undefined) await connectByHttp(pipes, peer.slug, USER)
  else await connectBy(running.consent, pipes, peer.slug)
  return String((await pipes.account(peer.slug, USER))['state'])
}

/** With the steps of a browser, one request each. */
async function connectBy(
  consent: NonNullable<RunningPeer['consent']>,
  pipes: PipesApi,
  slug: string,
): Promise<void> {
  const opened = await fetch(await pipes.authorize(slug, USER), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ confirmed: true }),
  })
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { location } = (await opened.json()) as { readonly location: string }
  const finished = await fetch(await consent(location), { headers: { cookie } })
  if (finished.status !== 200) throw new Error(`${finished.status}: ${await finished.text()}`)
}

/** Somebody else has the refresh token, and spends it past us. */
async function replay(stage: Stage, refreshToken: string | undefined): Promise<string> {
  const newest = stage.tap.exchanges.findLast(({ issued }) => issued !== undefined)?.issued
  const response = await fetch(stage.endpoints.token, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken ?? '',
      client_id: stage.client.id,
      client_secret: stage.client.secret,
    }),
  })
  const text = await response.text()
  const answer = isJson(text)
    ? (JSON.parse(text) as { readonly error?: string; readonly refresh_token?: string })
    : {}
  if (!response.ok) return `${response.status} ${answer.error ?? 'without a code'}`
  return `${response.status} ${answer.refresh_token === newest ? 'the same pair' : 'another pair'}`
}

/** The backend reports the current token as rejected: one refresh, whatever its expiry. */
async function forceRefresh({ peer, pipes }: Stage, accessToken: string): Promise<string> {
  const response = await pipes.call('POST', `/data-integrations/${peer.slug}/token/rejected`, {
    user_id: USER,
    access_token_sha256: createHash('sha256').update(accessToken).digest('hex'),
  })
  const body = (await response.json()) as VendAnswer | { readonly code: string }
  if ('code' in body) return body.code
  return body.active ? 'active' : body.error
}

/** Revocation runs behind the answer to the backend. */
async function revocationOf({ endpoints, tap }: Stage): Promise<string> {
  if (endpoints.revocation === undefined) return 'none to be had'
  const end = Date.now() + REVOCATION_MS
  while (tap.revocations.length === 0 && Date.now() < end) await pause(50)
  return String(tap.revocations.at(-1) ?? 'never asked')
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
