/** A stack with something in it, and the ids that the requests have come to know. */
import { createHmac } from 'node:crypto'
import { openLocalState } from '../../stack/local-state.ts'
import { startStack } from '../../stack/stack.ts'
import type { Operation } from './document.ts'
import { outside } from './outside.ts'
import { encoded, type Draft, type Segment } from './requests.ts'
import { ORGANIZATIONS, USERS, type SLUGS } from './values.ts'
import { openLine, type Reply } from './wire.ts'

const PAGE = 'http://127.0.0.1:3000'
/** What an administrator's session opens. */
const OF_AN_ORGANIZATION = /\/(?:organization|configurations?|shared-connections)(?:\/|$)/
const SESSION_MS = 4 * 60_000

export async function startApiWorld(directory: string) {
  const log: string[] = []
  const stack = await startStack({
    directory,
    ports: { worker: 0 },
    emulators: [],
    customerApp: false,
    build: 'never',
    // Nobody is told to wait …
    rateLimit: '0/60',
    onWorkerLog: ({ message }) => void log.push(message),
  })
  // … and nothing leaves this machine.
  await stack.restartWorker({ outbound: outside })
  const line = openLine(stack.url)
  const { apiKeyPepper } = (await openLocalState(directory)).read()

  const known: Record<string, string[]> = {
    vault_key: ['k1'],
    sandbox_account: ['ada@example.com', 'grace'],
  }
  const api = (method: string, path: string, body?: unknown): Promise<Reply> =>
    line.send(
      method,
      path,
      { authorization: `Bearer ${stack.apiKey}`, 'content-type': 'application/json' },
      body === undefined ? undefined : new TextEncoder().encode(JSON.stringify(body)),
    )

  // What the run stands on is no id to try: the first request could take its own key away.
  const keys = idsIn((await api('GET', '/api_keys')).text).map(([, id]) => id)
  const own = new Set([...keys, stack.environmentId])
  await line.send(
    'PUT',
    `/environments/${stack.environmentId}`,
    { authorization: `Bearer ${operatorPass(apiKeyPepper)}`, 'content-type': 'application/json' },
    new TextEncoder().encode(JSON.stringify({ return_urls: RETURN_URLS })),
  )

  const sessionOf = async (more: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const made = await api('POST', '/widgets/token', { user_id: USERS[0], ...more })
    return (JSON.parse(made.text) as { readonly token: string }).token
  }
  let sessions: Record<'session' | 'manager' | 'pass', string> & { readonly until: number }
  const credentials = async () => {
    if (sessions === undefined || sessions.until < Date.now()) {
      sessions = {
        until: Date.now() + SESSION_MS,
        session: await sessionOf(),
        manager: await sessionOf({
          organization_id: ORGANIZATIONS[0],
          scopes: ['widgets:pipes:manage'],
        }),
        pass: operatorPass(apiKeyPepper),
      }
    }
    return sessions
  }

  return {
    stack,
    line,
    log,
    /** What others may have deleted is there again. */
    async furnish(): Promise<void> {
      for (const [slug, settings] of Object.entries(INTEGRATIONS)) {
        for (const ownership of ['user', 'organization']) {
          const { custom_provider: custom, ...rest } = settings
          const body = { provider: slug, ownership, enabled: true, ...rest }
          const made = await api('POST', '/data-integrations', { ...body, custom_provider: custom })
          // Its other root has defined it.
          if (made.status === 422) await api('POST', '/data-integrations', body)
          const root = `/data-integrations/${slug}${ownership === 'user' ? '' : '/organization'}`
          await api('PUT', root, { enabled: true })
        }
        if ('auth_methods' in settings) continue
        for (const user of USERS) {
          await api('POST', `/user_management/users/${user}/connected_accounts/${slug}`, TOKENS)
        }
        for (const organization of ORGANIZATIONS) {
          const path = `/organizations/${organization}/connected_accounts/${slug}`
          await api('POST', path, { user_id: USERS[0], ...TOKENS })
        }
      }
    },
    /** @returns the answer, and whether the path may have led elsewhere */
    async send(
      operation: Operation,
      draft: Draft,
    ): Promise<{ readonly reply: Reply; readonly isElsewhere: boolean }> {
      const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        textOf(draft.segments[name] ?? { text: '' }, known[kindOf(operation.path, name)] ?? []),
      )
      const { session, manager, pass } = await credentials()
      const widgetSession = OF_AN_ORGANIZATION.test(operation.path) ? manager : session
      const opens = { apiKey: stack.apiKey, operatorPass: pass, widgetSession }
      const opening: Record<string, string> =
        operation.access === undefined ? {} : { authorization: `Bearer ${opens[operation.access]}` }
      const page: Record<string, string> =
        operation.access === 'widgetSession' ? { origin: PAGE } : {}
      const reply = await line.send(
        operation.method,
        `${path}${draft.query === '' ? '' : `?${draft.query}`}`,
        { ...page, ...draft.headers, ...(draft.authorization ?? opening) },
        draft.body,
      )
      learn(known, reply, own)
      const isElsewhere = path
        .split('/')
        .some((part, at) => (at > 0 && part === '') || /^(?:\.|%2e){1,2}$/i.test(part))
      return { reply, isElsewhere }
    },
    async close(): Promise<void> {
      line.close()
      await stack.stop()
    },
  }
}

/** That of the documented examples, and that of the other requests. */
const RETURN_URLS = ['https://app.acme.com/settings', 'http://127.0.0.1:4000/settings']

const CLIENT = { type: 'custom', client_id: 'c', client_secret: 'furnished' }

const INTEGRATIONS: Readonly<Record<(typeof SLUGS)[number], Readonly<Record<string, unknown>>>> = {
  github: { credentials: CLIENT, scopes: ['repo', 'read:user'] },
  slack: { credentials: CLIENT },
  tasks: {
    credentials: CLIENT,
    custom_provider: {
      name: 'Tasks',
      authorization_url: 'https://tasks.acme.dev/authorize',
      token_url: 'https://tasks.acme.dev/token',
    },
  },
  keys: { auth_methods: ['api_key'], custom_provider: { name: 'Keys' } },
  machines: {
    auth_methods: ['client_credentials'],
    custom_provider: { name: 'Machines', token_url: 'https://tasks.acme.dev/token' },
  },
}

const TOKENS = {
  access_token: 'canary-access-furnished',
  refresh_token: 'canary-secret-furnished',
  expires_at: '2035-01-01T00:00:00Z',
  scopes: ['read'],
}

const textOf = (segment: Segment, ids: readonly string[]): string =>
  'text' in segment ? segment.text : encoded(ids[segment.known % Math.max(ids.length, 1)] ?? 'none')

/** What kind of thing a parameter names, by the address that it is in. */
function kindOf(path: string, name: string): string {
  if (name === 'kid') return 'vault_key'
  if (name === 'account') return 'sandbox_account'
  if (name === 'token') return 'redirect_token'
  if (path.includes('/attempts/')) return 'connect_attempt'
  if (/\/installations\/|^\/connected_accounts/.test(path)) return 'connected_account'
  if (path.startsWith('/api_keys')) return 'api_key'
  if (path.startsWith('/environments')) return 'environment'
  if (path.startsWith('/disconnect_jobs')) return 'disconnect_job'
  return path.includes('/authorization-status/') ? 'data_integration' : name
}

const idsIn = (text: string): readonly (readonly [string, string])[] =>
  Array.from(text.matchAll(/"object":"(\w+)","id":"([^"]+)"/g), ([, kind = '', id = '']) => [
    kind,
    id,
  ])

/** The newest hundred ids of each kind. */
function learn(
  known: Record<string, string[]>,
  { status, text }: Reply,
  own: ReadonlySet<string>,
): void {
  if (status >= 300) return
  for (const [kind, id] of idsIn(text)) if (!own.has(id)) remember(known, kind, id)
  const [, token] = /"redirectToken":"([^"]+)"/.exec(text) ?? []
  if (token !== undefined) remember(known, 'redirect_token', token)
  const [, attempt] = /"attempt":\{"id":"([^"]+)"/.exec(text) ?? []
  if (attempt !== undefined) remember(known, 'connect_attempt', attempt)
}

function remember(known: Record<string, string[]>, kind: string, id: string): void {
  const ids = (known[kind] ??= [])
  if (ids.includes(id)) return
  ids.push(id)
  if (ids.length > 100) ids.shift()
}

/** As `npm run keys -- pass` makes one. */
function operatorPass(pepper: string): string {
  const expires = Math.floor(Date.now() / 1000) + 300
  const mac = createHmac('sha256', Buffer.from(pepper, 'base64'))
    .update(`pipes/v1/operator|${expires}`)
    .digest('hex')
  return `op1.${expires}.${mac}`
}
