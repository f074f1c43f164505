/** The Worker's browser API in memory, at the network's edge: what it is told to say, and what it was asked. */
import type { ViewFixture, WireAnswer, WireInstallation, WireRow } from './fixtures.ts'
import { allRows, API_ORIGIN, wireInstallation } from './fixtures.ts'
import { wireClient, wireKey } from './form-fixtures.ts'
import { languageFiles } from './language-files.ts'

export type Recorded = {
  readonly method: string
  readonly path: string
  readonly token: string | null
  readonly body: Readonly<Record<string, unknown>> | null
  readonly headers: Headers
}

type FakeAttempt = {
  readonly slug: string
  readonly challenge: string
  status: string
  error: { readonly code: string; readonly message: string } | null
}

export type FakeApi = ReturnType<typeof createFakeApi>

export const createFakeApi = (rows: readonly WireRow[] = allRows) => {
  const requests: Recorded[] = []
  const attempts = new Map<string, FakeAttempt>()
  const api = {
    rows: [...rows],
    requests,
    attempts,
    /** Instead of the list; null = never an answer. */
    mine: undefined as ViewFixture['mine'] | undefined,
    /** Instead of the real answer, by the end of the path: "authorize", "complete", an id, "de.json". Once each. */
    next: new Map<string, WireAnswer | 'network-error' | Promise<WireAnswer>>(),
    /** What a new attempt is. */
    attempt: { status: 'opened', error: null } as NonNullable<ViewFixture['attempt']>,
    /** What every key or client is answered with, instead of the real answer. */
    put: undefined as ViewFixture['put'],
    /** When that answer comes. */
    putAfter: Promise.resolve(),
    /** The tokens that are good; null = all. */
    goodTokens: null as readonly string[] | null,
    /** What the page's own endpoint answers. */
    session: { status: 200, body: { token: 'token-1' } } as WireAnswer | 'network-error',

    asked: (path: string | RegExp): readonly Recorded[] =>
      requests.filter((request) => request.path.match(path) !== null),

    /** The provider said yes, no, or nothing. */
    settle(status: string, error: FakeAttempt['error'] = null): void {
      for (const attempt of attempts.values()) Object.assign(attempt, { status, error })
    },

    fetch: async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const url = new URL(input instanceof Request ? input.url : input, location.href)
      const headers = new Headers(init?.headers)
      const request: Recorded = {
        method: init?.method ?? 'GET',
        path: url.pathname,
        token: headers.get('authorization')?.replace('Bearer ', '') ?? null,
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
        headers,
      }
      requests.push(request)
      const answer = url.origin === API_ORIGIN ? await worker(request) : api.session
      if (answer === null) return new Promise(() => {})
      if (answer === 'network-error') throw new TypeError('Failed to fetch')
      return new Response(JSON.stringify(answer.body), { status: answer.status })
    },
  }

  const worker = async (request: Recorded): Promise<WireAnswer | 'network-error' | null> => {
    const [, folder, file = ''] = request.path.split('/')
    const isLanguage = folder === 'languages'
    if (!isLanguage && api.goodTokens !== null && !api.goodTokens.includes(request.token ?? '')) {
      return refuse(403, 'widget_token_expired')
    }
    const last = request.path.split('/').at(-1) ?? ''
    const planned = api.next.get(last)
    if (planned !== undefined) {
      api.next.delete(last)
      return planned
    }
    if (isLanguage) return languageAnswer(file)
    if (last === 'mine') return api.mine === undefined ? found({ data: api.rows }) : api.mine
    if (last === 'authorize') return authorize(request)
    if (last === 'complete') return complete(request)
    if (request.method === 'PUT') {
      await api.putAfter
      return api.put ?? put(request, last)
    }
    if (request.method === 'DELETE') return disconnect(last)
    const attempt = attempts.get(last)
    return attempt ? found(attemptBody(last, attempt)) : refuse(404, 'attempt_not_found')
  }

  const authorize = (request: Recorded): WireAnswer => {
    const slug = request.path.split('/').at(-2) ?? ''
    const id = `attempt_${attempts.size + 1}`
    const challenge = String(request.body?.['code_challenge'])
    attempts.set(id, { slug, challenge, ...api.attempt })
    return found({
      url: `${API_ORIGIN}/data-integrations/ticket_${id}/authorize-redirect`,
      redirectToken: `redirect_${id}`,
      ...(request.body?.['requireHandoff'] ? { handoffToken: `handoff_${id}` } : {}),
      attempt: { id, expires_at: '2026-11-23T00:00:00.000Z' },
    })
  }

  const complete = async (request: Recorded): Promise<WireAnswer> => {
    const id = request.path.split('/').at(-2) ?? ''
    const attempt = attempts.get(id)
    if (!attempt) return refuse(404, 'attempt_not_found')
    const verifier = String(request.body?.['code_verifier'])
    if ((await s256(verifier)) !== attempt.challenge) return refuse(403, 'verifier_mismatch')
    if (attempt.status !== 'pending' && attempt.status !== 'completed') {
      return refuse(409, 'attempt_not_pending')
    }
    attempt.status = 'completed'
    change(attempt.slug, wireInstallation(attempt.slug, 'octocat'))
    return found(attemptBody(id, attempt))
  }

  /** As the Worker: what was typed never comes back, but for its end. */
  const put = ({ path, body }: Recorded, what: string): WireAnswer => {
    const slug = path.split('/').at(-2) ?? ''
    const secret = String(body?.['secret'])
    const installation =
      what === 'api-key'
        ? wireKey(slug, secret.slice(-4))
        : wireClient(slug, String(body?.['client_id']))
    change(slug, installation)
    return found(installation)
  }

  const disconnect = (id: string): WireAnswer => {
    const row = api.rows.find((candidate) => candidate.installation?.id === id)
    if (!row) return refuse(404, 'installation_not_found')
    change(row.slug, null)
    return found({ success: true })
  }

  const change = (slug: string, installation: WireInstallation | null): void => {
    api.rows = api.rows.map((row) => (row.slug === slug ? { ...row, installation } : row))
  }

  const attemptBody = (id: string, attempt: FakeAttempt): unknown => ({
    object: 'connect_attempt',
    id,
    slug: attempt.slug,
    status: attempt.status,
    error: attempt.error,
    connected_account:
      attempt.status === 'completed'
        ? api.rows.find((row) => row.slug === attempt.slug)?.installation
        : null,
    expires_at: '2026-11-23T00:00:00.000Z',
  })

  return api
}

const languageAnswer = (file: string): WireAnswer => {
  const words = new Map(Object.entries(languageFiles)).get(file.replace('.json', ''))
  return words ? found(words) : refuse(404, 'not_found')
}

const found = (body: unknown): WireAnswer => ({ status: 200, body })

const refuse = (status: number, code: string): WireAnswer => ({
  status,
  body: { code, message: `Server says: ${code}`, request_id: 'req_01' },
})

/** Independent of the widget's own arithmetic on purpose. */
const s256 = async (text: string): Promise<string> => {
  const digest = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
  )
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,6}/g) ?? [])
    .map((six) => digits[Number.parseInt(six.padEnd(6, '0'), 2)])
    .join('')
}
