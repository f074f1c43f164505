/**
 * An OAuth server without mercy: each refresh token is good for one use, and a second use of any of
 * them ends the whole family, live access tokens included. It breaks on purpose, by the seed, and
 * keeps a journal of it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Dice } from './dice.ts'

export type Family = {
  readonly user: string
  rotations: number
  /** Someone spent a refresh token twice. */
  reuses: number
  isDead: boolean
  /** An answer never arrived, though the old token was spent: nobody can know the new one. */
  isAnswerLost: boolean
  /** The last exchanges, to find out why one is lost. */
  readonly story: string[]
}

export type ProviderSettings = {
  /** Share of refreshes that fail with 503 before anything is spent. */
  readonly unavailable: number
  /** Share of refreshes whose answer never arrives, though the token was spent. */
  readonly cutAfter: number
  readonly lifetimeSeconds: number
  /** Milliseconds before an answer is sent; 0 unless told. */
  readonly delayMs?: number
}

export type StrictProvider = {
  readonly origin: string
  readonly families: ReadonlyMap<string, Family>
  readonly exchanges: () => number
  /** Whether this access token works now. */
  readonly isAlive: (accessToken: string) => boolean
  readonly set: (settings: ProviderSettings) => void
  readonly close: () => Promise<void>
}

type Issued = { readonly family: Family; isSpent: boolean }

export async function startStrictProvider(dice: Dice): Promise<StrictProvider> {
  const families = new Map<string, Family>()
  const refreshTokens = new Map<string, Issued>()
  const accessTokens = new Map<string, { readonly family: Family; readonly until: number }>()
  let settings: Required<ProviderSettings> = {
    unavailable: 0,
    cutAfter: 0,
    lifetimeSeconds: 1,
    delayMs: 0,
  }
  let exchanges = 0

  const issue = (family: Family): string => {
    const accessToken = `at-${dice.token()}`
    const refreshToken = `rt-${dice.token()}`
    const until = Date.now() + settings.lifetimeSeconds * 1000
    accessTokens.set(accessToken, { family, until })
    refreshTokens.set(refreshToken, { family, isSpent: false })
    return JSON.stringify({
      access_token: accessToken,
      token_type: 'bearer',
      refresh_token: refreshToken,
      expires_in: settings.lifetimeSeconds,
    })
  }

  const refresh = (answer: ServerResponse, presented: string): void => {
    exchanges += 1
    if (dice.roll(settings.unavailable)) return send(answer, 503, '')
    const issued = refreshTokens.get(presented)
    if (issued === undefined) return send(answer, 400, '{"error":"invalid_grant"}')
    const { family } = issued
    tell(family.story, `${presented.slice(0, 9)} ${issued.isSpent ? 'again' : 'spent'}`)
    if (issued.isSpent) {
      family.reuses += 1
      family.isDead = true
    }
    if (family.isDead) return send(answer, 400, '{"error":"invalid_grant"}')
    issued.isSpent = true
    family.rotations += 1
    const body = issue(family)
    if (dice.roll(settings.cutAfter)) {
      family.isAnswerLost = true
      tell(family.story, 'cut')
      answer.destroy()
      return
    }
    setTimeout(() => {
      // Whoever asked has given up waiting.
      if (answer.destroyed || answer.socket?.destroyed !== false) family.isAnswerLost = true
      send(answer, 200, body)
    }, settings.delayMs)
  }

  /** What a harness in another process asks. */
  const control = (url: URL, answer: ServerResponse): void => {
    const asked = url.searchParams
    const told: Readonly<Record<string, () => unknown>> = {
      '/control/family': () => families.get(asked.get('user') ?? '') ?? null,
      // The other side has seen that nothing came back, where this one had sent it.
      '/control/unanswered': () => {
        const issued = refreshTokens.get(asked.get('token') ?? '')
        if (issued?.isSpent === true) issued.family.isAnswerLost = true
        return true
      },
      '/control/alive': () => isAlive(asked.get('token') ?? ''),
      '/control/exchanges': () => exchanges,
      '/control/set': () => {
        settings = {
          delayMs: 0,
          ...(JSON.parse(asked.get('settings') ?? '{}') as ProviderSettings),
        }
        return true
      },
    }
    send(answer, 200, JSON.stringify(told[url.pathname]?.() ?? null))
  }

  const isAlive = (accessToken: string): boolean => {
    const known = accessTokens.get(accessToken)
    return known !== undefined && !known.family.isDead
  }

  const server = createServer((request, answer) => {
    const url = new URL(request.url ?? '/', 'http://provider')
    if (url.pathname === '/authorize') return consent(url, answer)
    if (url.pathname.startsWith('/control/')) return control(url, answer)
    void bodyOf(request).then((form) => {
      if (form.get('grant_type') === 'refresh_token') {
        refresh(answer, form.get('refresh_token') ?? '')
        return
      }
      const user = `family-${families.size}`
      const family = {
        user,
        rotations: 0,
        reuses: 0,
        isDead: false,
        isAnswerLost: false,
        story: [],
      }
      families.set(user, family)
      send(answer, 200, issue(family))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    families,
    exchanges: () => exchanges,
    isAlive,
    set: (changes) => {
      settings = { delayMs: 0, ...changes }
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const STORY_LENGTH = 20

/** Adds a line with its time of day, and forgets the oldest. */
function tell(story: string[], line: string): void {
  story.push(`${new Date().toISOString().slice(11, 23)} ${line}`)
  if (story.length > STORY_LENGTH) story.shift()
}

/** Everybody consents at once. */
function consent(url: URL, answer: ServerResponse): void {
  const back = new URL(url.searchParams.get('redirect_uri') ?? '')
  back.searchParams.set('code', 'code')
  back.searchParams.set('state', url.searchParams.get('state') ?? '')
  answer.writeHead(302, { location: back.href }).end()
}

function send(answer: ServerResponse, status: number, body: string): void {
  answer.writeHead(status, { 'content-type': 'application/json' }).end(body)
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}
