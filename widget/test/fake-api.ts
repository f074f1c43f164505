/** The Worker's browser API in memory, at the network's edge: what it is told to say, and what it was asked. */
import type { ViewFixture, WireAnswer, WireInstallation, WireRow, WireShared } from './fixtures.ts'
import { allRows, API_ORIGIN, wireInstallation } from './fixtures.ts'
import { wireClient, wireKey } from './form-fixtures.ts'
import { enRest } from '../i18n/en-rest.ts'
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
  readonly adds: boolean
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
    shared: null as WireShared | null,
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
      const { status, headers: answered = {} } = answer
      return new Response(JSON.stringify(answer.body), { status, headers: answered })
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
    if (last === 'mine') {
      if (api.mine !== undefined) return api.mine
      return found({ data: api.rows, ...(api.shared && { shared: api.shared }) })
    }
    if (last === 'authorize') return authorize(request)
    if (last === 'complete') return complete(request)
    if (request.method === 'PUT') {
      await api.putAfter
      return api.put ?? put(request, last)
    }
    if (request.method === 'DELETE') return disconnect(last)
    if (request.method === 'PATCH') return personalize(last, request.body ?? {})
    const attempt = attempts.get(last)
    return attempt ? found(attemptBody(last, attempt)) : refuse(404, 'attempt_not_found')
  }

  const authorize = (request: Recorded): WireAnswer => {
    const slug = request.path.split('/').at(-2) ?? ''
    const id = `attempt_${attempts.size + 1}`
    const challenge = String(request.body?.['code_challenge'])
    const adds = request.body?.['connection_intent'] === 'add'
    attempts.set(id, { slug, challenge, adds, ...api.attempt })
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
    if (attempt.adds) add(attempt.slug)
    else change(attempt.slug, wireInstallation(attempt.slug, 'octocat'))
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
    const row = api.rows.find((candidate) => accountsOf(candidate).some((one) => one.id === id))
    if (!row) return refuse(404, 'installation_not_found')
    const [first = null, ...others] = accountsOf(row).filter((one) => one.id !== id)
    change(row.slug, first, others)
    return found({ success: true })
  }

  /** As the Worker: of several one is preferred at most. */
  const personalize = (id: string, changes: Recorded['body'] & object): WireAnswer => {
    const row = api.rows.find((candidate) => accountsOf(candidate).some((one) => one.id === id))
    if (!row) return refuse(404, 'account_not_found')
    const [first = null, ...others] = accountsOf(row).map((one) => {
      if (one.id === id) return { ...one, ...changes }
      return changes['preferred'] === true ? { ...one, preferred: false } : one
    })
    change(row.slug, first, others)
    return found(first)
  }

  const change = (
    slug: string,
    installation: WireInstallation | null,
    others: readonly WireInstallation[] = [],
  ): void => {
    const connected_accounts = installation === null ? [] : [installation, ...others]
    api.rows = api.rows.map((row) =>
      row.slug === slug ? { ...row, installation, connected_accounts } : row,
    )
  }

  const add = (slug: string): void => {
    const row = api.rows.find((one) => one.slug === slug)
    if (!row) return
    const made = { ...wireInstallation(slug, 'one more'), id: `data_installation_${slug}_new` }
    const [first = made, ...others] = accountsOf(row)
    change(slug, first, first === made ? [] : [...others, made])
  }

  const accountsOf = ({ installation, connected_accounts }: WireRow): readonly WireInstallation[] =>
    connected_accounts ?? (installation === null ? [] : [installation])

  const attemptBody = (id: string, attempt: FakeAttempt): unknown => ({
    object: 'connect_attempt',
    id,
    slug: attempt.slug,
    status: attempt.status,
    error: attempt.error,
    connected_account:
      attempt.status === 'completed'
        ? accountsOf(api.rows.find((row) => row.slug === attempt.slug) ?? NO_ROW).at(
            attempt.adds ? -1 : 0,
          )
        : null,
    expires_at: '2026-11-23T00:00:00.000Z',
  })

  return api
}

const NO_ROW = { installation: null } as WireRow

const languageAnswer = (file: string): WireAnswer => {
  const files = new Map<string, object>(Object.entries({ ...languageFiles, en: enRest }))
  const words = files.get(file.replace('.json', ''))
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
