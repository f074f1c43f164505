/** A provider outside of Pipes for measurements: consents at once, rotates, counts, and can be slow. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type BenchProvider = {
  readonly origin: string
  /** Refresh requests so far. */
  readonly refreshes: () => number
  /** A refresh token that was spent twice: the grant would be dead at a strict provider. */
  readonly reuses: () => number
  readonly set: (behaviour: {
    readonly delayMs?: number
    readonly lifetimeSeconds?: number
  }) => void
  readonly close: () => Promise<void>
}

export async function startProvider(): Promise<BenchProvider> {
  const live = new Set<string>()
  const spent = new Set<string>()
  let refreshes = 0
  let reuses = 0
  let delayMs = 0
  let lifetimeSeconds = 3600

  const issue = (): string => {
    const refreshToken = randomBytes(24).toString('base64url')
    live.add(refreshToken)
    return JSON.stringify({
      access_token: randomBytes(24).toString('base64url'),
      token_type: 'bearer',
      refresh_token: refreshToken,
      expires_in: lifetimeSeconds,
    })
  }
  const refresh = (token: string, answer: ServerResponse): void => {
    refreshes += 1
    if (spent.has(token)) reuses += 1
    const isLive = live.delete(token)
    if (isLive) spent.add(token)
    const body = isLive ? issue() : JSON.stringify({ error: 'invalid_grant' })
    setTimeout(() => {
      answer.writeHead(isLive ? 200 : 400, { 'content-type': 'application/json' }).end(body)
    }, delayMs)
  }
  const server = createServer((request, answer) => {
    const url = new URL(request.url ?? '/', 'http://provider')
    if (url.pathname === '/authorize') {
      const back = new URL(url.searchParams.get('redirect_uri') ?? '')
      back.searchParams.set('code', 'code')
      back.searchParams.set('state', url.searchParams.get('state') ?? '')
      answer.writeHead(302, { location: back.href }).end()
      return
    }
    void bodyOf(request).then((form) => {
      if (form.get('grant_type') === 'refresh_token')
        refresh(form.get('refresh_token') ?? '', answer)
      else answer.writeHead(200, { 'content-type': 'application/json' }).end(issue())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    refreshes: () => refreshes,
    reuses: () => reuses,
    set: (behaviour) => {
      delayMs = behaviour.delayMs ?? delayMs
      lifetimeSeconds = behaviour.lifetimeSeconds ?? lifetimeSeconds
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}
