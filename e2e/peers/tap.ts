/**
 * Stands between the Worker and a server's token and revocation endpoints, passes everything on, and
 * notes it. It changes one thing: how long an access token is said to live, so that nobody has to wait.
 */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Endpoints } from './peer.ts'

export type Exchange = {
  readonly grantType: string
  readonly status: number
  /** The refresh token that was spent. */
  readonly spent: string | undefined
  /** The refresh token that was issued. */
  readonly issued: string | undefined
}

export type Tap = {
  readonly tokenUrl: string
  readonly revocationUrl: string
  readonly exchanges: readonly Exchange[]
  /** The status of each revocation. */
  readonly revocations: readonly number[]
  /** @param seconds what access tokens are said to live from now on; undefined: what the server says */
  readonly sayLifetime: (seconds: number | undefined) => void
  readonly close: () => Promise<void>
}

/** @param atPort 0: any that is free */
export async function startTap(
  endpoints: Pick<Endpoints, 'token' | 'revocation'>,
  atPort = 0,
): Promise<Tap> {
  const exchanges: Exchange[] = []
  const revocations: number[] = []
  let lifetimeSeconds: number | undefined

  const server = createServer((request, answer) => {
    const isToken = request.url === '/token'
    const target = isToken ? endpoints.token : endpoints.revocation
    void (async () => {
      const form = await bodyOf(request)
      const response = await fetch(target ?? '', {
        method: 'POST',
        headers: forwarded(request),
        body: form,
      })
      let body = await response.text()
      if (isToken) {
        const tokens = tokensOf(body)
        exchanges.push({
          grantType: form.get('grant_type') ?? '',
          status: response.status,
          spent: form.get('refresh_token') ?? undefined,
          issued: tokens?.refresh_token,
        })
        if (tokens?.access_token !== undefined && lifetimeSeconds !== undefined) {
          body = JSON.stringify({ ...tokens, expires_in: lifetimeSeconds })
        }
      } else {
        revocations.push(response.status)
      }
      const type = response.headers.get('content-type') ?? 'application/json'
      answer.writeHead(response.status, { 'content-type': type }).end(body)
    })().catch((error: unknown) => {
      answer.writeHead(502).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(atPort, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return {
    tokenUrl: `${origin}/token`,
    revocationUrl: `${origin}/revoke`,
    exchanges,
    revocations,
    sayLifetime: (seconds) => {
      lifetimeSeconds = seconds
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

type Tokens = { readonly access_token?: string; readonly refresh_token?: string }

/** Not every refusal is JSON. */
function tokensOf(body: string): Tokens | undefined {
  try {
    return JSON.parse(body) as Tokens
  } catch {
    return undefined
  }
}

function forwarded({ headers }: IncomingMessage): Record<string, string> {
  const { authorization, accept } = headers
  return {
    'content-type': 'application/x-www-form-urlencoded',
    ...(accept === undefined ? {} : { accept }),
    ...(authorization === undefined ? {} : { authorization }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}
