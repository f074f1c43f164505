/** A team of Cloudflare Access on this machine: its key set, and the assertions that it puts before what it lets through. */
import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { Page } from '@playwright/test'

export type AccessTeam = {
  readonly origin: string
  readonly audience: string
  /** From here on the page's requests come through Access, as this person, let in so many seconds ago. */
  readonly letIn: (page: Page, email: string, secondsAgo?: number) => Promise<void>
  readonly close: () => Promise<void>
}

export async function startAccessTeam(origin: string): Promise<AccessTeam> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const kid = 'team-key'
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }
  const server = createServer((request, response) => {
    const isKeys = request.url === '/cdn-cgi/access/certs'
    response.writeHead(isKeys ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isKeys ? { keys: [jwk] } : {}))
  })
  const { hostname, port } = new URL(origin)
  await new Promise<void>((resolve) => server.listen(Number(port), hostname, resolve))
  const audience = 'c'.repeat(64)

  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const assertion = (email: string, secondsAgo: number): string => {
    const now = Math.floor(Date.now() / 1000)
    const times = { iat: now - secondsAgo, nbf: now - secondsAgo, exp: now + 3600 }
    const claims = { iss: origin, aud: [audience], type: 'app', email, ...times }
    const text = `${part({ alg: 'RS256', typ: 'JWT', kid })}.${part(claims)}`
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`
  }
  return {
    origin,
    audience,
    letIn: (page, email, secondsAgo = 0) =>
      page.setExtraHTTPHeaders({ 'cf-access-jwt-assertion': assertion(email, secondsAgo) }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
