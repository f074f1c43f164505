/** The Worker's browser API for administrators in memory, at the network's edge (as `fake-api.ts`). */
import { enRest } from '../i18n/en-rest.ts'
import {
  configurations,
  sharedRows,
  type WireConfiguration,
  type WireMember,
  type WireShared,
} from './admin-fixtures.ts'
import { adminLanguageFiles } from './admin-language-files.ts'
import type { AdminViewFixture } from './admin-views.ts'
import type { Recorded } from './fake-api.ts'
import { API_ORIGIN, refusal, wireInstallation, type WireAnswer } from './fixtures.ts'
import { wireKey } from './form-fixtures.ts'
import { languageFiles } from './language-files.ts'

export type FakeAdminApi = ReturnType<typeof createFakeAdminApi>

/** As the Worker mints them, as far as a browser looks at them. */
export const tokenWith = (permissions: readonly string[] | undefined, name = 'one'): string =>
  `head.${btoa(JSON.stringify({ permissions, name }))}.signature`

export const MANAGER = tokenWith(['widgets:pipes:manage'])

export const createFakeAdminApi = () => {
  const requests: Recorded[] = []
  const api = {
    configurations: [...configurations] as readonly WireConfiguration[],
    shared: [...sharedRows] as readonly WireShared[],
    members: [] as readonly WireMember[],
    /** How many a page has. */
    pageSize: 100,
    requests,
    /** Never an answer to the lists. */
    isSilent: false,
    /** Instead of the real answer, by the end of the path. Once each. */
    next: new Map<string, WireAnswer | 'network-error' | Promise<WireAnswer>>(),
    /** The same, as long as it stays. */
    always: new Map<string, WireAnswer>(),
    attemptStatus: 'opened',
    attemptError: null as { readonly code: string; readonly message: string } | null,
    /** The tokens that are good; null = all. */
    goodTokens: null as readonly string[] | null,
    /** What the page's own endpoint answers. */
    session: { status: 200, body: { token: MANAGER } } as WireAnswer,

    asked: (path: string | RegExp, method?: string): readonly Recorded[] =>
      requests.filter((one) => one.path.match(path) && (!method || one.method === method)),

    fetch: async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const url = new URL(input instanceof Request ? input.url : input, location.href)
      const headers = new Headers(init?.headers)
      const request: Recorded = {
        method: init?.method ?? 'GET',
        path: url.pathname + url.search,
        token: headers.get('authorization')?.replace('Bearer ', '') ?? null,
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
        headers,
      }
      requests.push(request)
      const answer = url.origin === API_ORIGIN ? await worker(url, request) : api.session
      if (answer === null) return new Promise(() => {})
      if (answer === 'network-error') throw new TypeError('Failed to fetch')
      return new Response(JSON.stringify(answer.body), { status: answer.status })
    },
  }

  const worker = async (
    { pathname, searchParams }: URL,
    request: Recorded,
  ): Promise<WireAnswer | 'network-error' | null> => {
    if (pathname.startsWith('/languages/')) return languageAnswer(pathname)
    if (api.goodTokens !== null && !api.goodTokens.includes(request.token ?? '')) {
      return refusal(403, 'widget_token_expired', 'The widget session has expired.')
    }
    const parts = pathname.split('/').slice(3)
    const last = parts.at(-1) ?? ''
    const planned = api.next.get(last) ?? api.always.get(last)
    api.next.delete(last)
    if (planned !== undefined) return planned
    const [slug = ''] = parts
    if (request.method === 'DELETE') return disconnect(last)
    if (request.method === 'PATCH') return personalize(last, request)
    if (request.method === 'PUT' && last === 'configuration') return configure(slug, parts, request)
    if (last === 'api-key') return putKey(slug, request)
    if (last === 'accounts') return memberPage(searchParams.get('after'))
    if (last === 'authorize') return authorize(slug)
    if (last === 'complete') return complete(slugOf(parts))
    if (slug === 'attempts') return found(attempt(slugOf(parts)))
    if (api.isSilent) return null
    return found({ data: last === 'organization' ? api.shared : api.configurations })
  }

  /** An attempt's id names its provider. */
  const slugOf = (parts: readonly string[]): string => parts[1]?.replace('attempt_', '') ?? ''

  const configure = (slug: string, parts: readonly string[], { body }: Recorded): WireAnswer => {
    const change = settingsOf(body ?? {})
    if (parts.length === 3) {
      api.shared = api.shared.map((row) => {
        if (row.slug !== slug) return row
        const configuration = { ...row.configuration, ...change }
        const disabledSource = configuration.enabled ? null : 'organization'
        return { ...row, configuration: { ...configuration, disabledSource } }
      })
    } else {
      api.configurations = api.configurations.map((row) =>
        row.slug === slug ? { ...row, ...withClient(row, body ?? {}), ...change } : row,
      )
    }
    return found({})
  }

  const memberPage = (after: string | null): WireAnswer => {
    const from = after === null ? 0 : Number(after.slice('cursor_'.length))
    const data = api.members.slice(from, from + api.pageSize)
    const next = from + api.pageSize < api.members.length ? `cursor_${from + api.pageSize}` : null
    return found({ object: 'list', data, list_metadata: { before: null, after: next } })
  }

  const putKey = (slug: string, { body }: Recorded): WireAnswer => {
    const installation = wireKey(slug, String(body?.['secret']).slice(-4))
    install(slug, installation, ['canUpdateCredentials', 'canDisconnect'])
    return found(installation)
  }

  const authorize = (slug: string): WireAnswer => {
    // What came of the last one is not said of the next.
    if (api.attemptStatus === 'completed') api.attemptStatus = 'opened'
    return found({
      url: `${API_ORIGIN}/data-integrations/ticket_${slug}/authorize-redirect`,
      redirectToken: `redirect_${slug}`,
      handoffToken: `handoff_${slug}`,
      attempt: { id: `attempt_${slug}`, expires_at: '2026-11-23T00:00:00.000Z' },
    })
  }

  const complete = (slug: string): WireAnswer => {
    api.attemptStatus = 'completed'
    install(slug, wireInstallation(slug, 'acme-bot'), ['canDisconnect'])
    return found(attempt(slug))
  }

  const attempt = (slug: string): unknown => ({
    object: 'connect_attempt',
    id: `attempt_${slug}`,
    slug,
    status: api.attemptStatus,
    error: api.attemptError,
    connected_account:
      api.attemptStatus === 'completed'
        ? api.shared.find((row) => row.slug === slug)?.installation
        : null,
    expires_at: '2026-11-23T00:00:00.000Z',
  })

  const disconnect = (id: string): WireAnswer => {
    const row = rowWith(id)
    if (!row) return refusal(404, 'account_not_found', 'No such connection.')
    const left = row.connected_accounts?.filter((account) => idOf(account) !== id) ?? []
    if (left.length === 0) install(row.slug, null, ['canConnect'])
    replace(row, { connected_accounts: left, ...(left.length > 0 && { installation: left[0] }) })
    return found({ success: true })
  }

  const rowWith = (id: string): WireShared | undefined =>
    api.shared.find(({ installation, connected_accounts: accounts = [] }) =>
      [installation, ...accounts].some((account) => idOf(account) === id),
    )

  const replace = ({ slug }: WireShared, change: Partial<WireShared>): void => {
    api.shared = api.shared.map((row) => (row.slug === slug ? { ...row, ...change } : row))
  }

  /** Of several one is chosen: another one is no more. */
  const personalize = (id: string, { body }: Recorded): WireAnswer => {
    const row = rowWith(id)
    if (!row) return refusal(404, 'account_not_found', 'No such connection.')
    const after = (account: object): object => {
      if (idOf(account) === id) return { ...account, ...body }
      return body?.['preferred'] === true ? { ...account, preferred: false } : account
    }
    const { installation, connected_accounts: accounts = [] } = row
    replace(row, {
      installation: after(installation as object),
      connected_accounts: accounts.map(after),
    })
    return found({})
  }

  const install = (slug: string, installation: unknown, can: readonly string[]): void => {
    api.shared = api.shared.map((row) =>
      row.slug === slug
        ? {
            ...row,
            installation,
            capabilities: Object.fromEntries(
              Object.keys(row.capabilities).map((name) => [
                name,
                name === 'canConfigure' || can.includes(name),
              ]),
            ),
          }
        : row,
    )
  }

  return api
}

/** What it says in a state. A list is what it has, and changes with what is done to it; a refusal is said again and again. */
export const prepareView = (
  api: FakeAdminApi,
  { list, members = [], permissions, put }: AdminViewFixture,
): void => {
  api.isSilent = list === null
  api.members = members
  if (list) {
    if (list.own.status === 200)
      api.configurations = dataOf(list.own) as readonly WireConfiguration[]
    else api.always.set('configurations', list.own)
    if (list.shared.status === 200) api.shared = dataOf(list.shared) as readonly WireShared[]
    else api.always.set('organization', list.shared)
  }
  if (put) api.always.set('configuration', put)
  if (permissions) api.session = { status: 200, body: { token: tokenWith(permissions) } }
}

const dataOf = ({ body }: WireAnswer): unknown => (body as { readonly data: unknown }).data

const idOf = (installation: unknown): unknown =>
  (installation as { readonly id?: unknown } | null)?.id

const settingsOf = (body: Readonly<Record<string, unknown>>): object => {
  const { enabled, scopes, config } = body
  return {
    ...(enabled !== undefined && { enabled }),
    ...(scopes !== undefined && { scopes }),
    ...(config !== undefined && { config }),
  }
}

/** Of a secret its end comes back. */
const withClient = (
  { credentials }: WireConfiguration,
  body: Readonly<Record<string, unknown>>,
): object =>
  body['client_id'] === undefined
    ? {}
    : {
        credentials: {
          ...credentials,
          hasCredentials: true,
          client_id: body['client_id'],
          redactedClientSecret: String(body['client_secret']).slice(-4),
        },
      }

const languageAnswer = (pathname: string): WireAnswer => {
  const isAdmin = pathname.includes('/admin/')
  const tag = pathname.split('/').at(-1)?.replace('.json', '') ?? ''
  if (tag === 'en') return found(enRest)
  const words = new Map<string, unknown>(
    Object.entries(isAdmin ? adminLanguageFiles : languageFiles),
  ).get(tag)
  return words ? found(words) : refusal(404, 'not_found', 'There is no such file.')
}

const found = (body: unknown): WireAnswer => ({ status: 200, body })
