/**
 * Show 5: a whole story is lived through, with everything that can go wrong in it; then every store
 * and every line of the log is searched for every secret that was in it, in the forms in which a
 * secret hides.
 */
import { listDurableObjectIds } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, expect, test, vi } from 'vitest'
import { randomToken, sha256Base64Url } from '../kit/digest.ts'
import { systemRandom } from '../kit/ids.ts'
import type { ConnectWalk, Walked } from './connect-walk.ts'
import { dumpOf, killAtCommit, recordOf, rowsOf, silenceD1 } from './faults.ts'
import { seedEnvironment, type Harness, type TestProvider } from './harness.ts'
import { formsOf } from './secret-forms.ts'

const lines: string[] = []

beforeEach(() => {
  lines.length = 0
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, level).mockImplementation((...given: unknown[]) => {
      lines.push(
        given.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' '),
      )
    })
  }
})

test('what is searched for is found in each of its forms', () => {
  const secret = 'canary+secret/of=a test!'
  const bytes = new TextEncoder().encode(secret)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  for (const text of [
    secret,
    ...['', 'x', 'xy'].map((before) => btoa(`${before}${secret}yz`)),
    ...['', 'x', 'xy'].map((before) =>
      btoa(`${before}${secret}yz`).replaceAll('+', '-').replaceAll('/', '_'),
    ),
    hex,
    hex.toUpperCase(),
    encodeURIComponent(secret),
    new URLSearchParams({ secret }).toString(),
    JSON.stringify({ nested: JSON.stringify({ secret }) }),
  ]) {
    expect(formsOf(secret).some((form) => text.includes(form))).toBe(true)
  }
})

test('after a whole story no secret is in D1, in KV, in an object or in the log', async () => {
  const h = await seedEnvironment()
  const story = await live(h)

  const stores = {
    d1: await dumpD1(),
    kv: await dumpKv(),
    objects: JSON.stringify(
      await Promise.all(
        (await listDurableObjectIds(env.OWNER_ACCOUNTS)).map((id) =>
          dumpOf(env.OWNER_ACCOUNTS.get(id)),
        ),
      ),
    ),
    log: lines.join('\n'),
    // What leaves for anybody but a backend that asks for a token.
    answers: story.answers.join('\n'),
  }
  // The story left its traces: what is searched is not empty.
  expect(stores.d1).toContain('sealed_access')
  expect(stores.kv).toContain('key_')
  expect(stores.objects).toContain('sealedAccess')
  expect(stores.log).toContain('credential_refreshed')
  expect(stores.log).toContain('"level":"error"')
  expect(story.secrets.size).toBeGreaterThan(25)

  const found: string[] = []
  for (const [what, value] of story.secrets) {
    for (const form of formsOf(value)) {
      for (const [where, text] of Object.entries(stores)) {
        if (text.includes(form)) found.push(`${what} in ${where}`)
      }
    }
  }
  expect(found).toEqual([])
})

type Story = { readonly secrets: Map<string, string>; readonly answers: string[] }

async function live(h: Harness): Promise<Story> {
  const secrets = new Map<string, string>([['API key', h.environment.apiKey]])
  const answers: string[] = []
  const keep = async (response: Response): Promise<void> => {
    answers.push(JSON.stringify([...response.headers]), await response.text())
  }
  const provider = await h.createProvider({ ttl: { access: 1 } })
  secrets.set('client secret', provider.clientSecret)
  await keep(await h.api('GET', '/data-integrations'))
  await keep(await h.api('GET', `/data-integrations/${provider.slug}`))

  const walk = async (of: string, how: ConnectWalk, status: number): Promise<void> => {
    const walked = await h.connectThrough(provider, how)
    expect(walked.completed.status).toBe(status)
    note(secrets, of, walked)
    answers.push(await walked.callback.text(), await walked.completed.text())
  }
  await walk('popup', { user: 'user_1' }, 200)
  const returnTo = 'http://127.0.0.1:3000/settings'
  await walk('same tab', { user: 'user_2', returnTo }, 200)
  await walk('denied', { user: 'user_3', decision: 'deny' }, 409)
  await provider.faults('authorization_code', { kind: 'cut_after' })
  await walk('lost code', { user: 'user_4' }, 409)

  await refreshInTrouble(h, provider)
  await refusedCalls(h, provider, secrets, keep)
  for (const path of ['/user_1/data_providers', `/user_2/connected_accounts/${provider.slug}`]) {
    await keep(await h.api('GET', `/user_management/users${path}`))
  }
  await keep(await h.widget('GET', '/DataIntegrations/mine', undefined, { user: 'user_1' }))
  await keep(await h.widget('GET', '/settings', undefined, { user: 'user_1' }))
  await h.api('DELETE', `/user_management/users/user_2/connected_accounts/${provider.slug}`)
  await expect
    .poll(async () => (await provider.seen()).revocations.length, { timeout: 5000 })
    .toBeGreaterThan(0)

  const { tokens, verifiers } = await provider.seen()
  expect(verifiers.length).toBeGreaterThan(2)
  for (const [index, value] of [...tokens, ...verifiers].entries()) {
    secrets.set(`token or verifier ${index}`, value)
  }
  for (const [name, value] of Object.entries(JSON.parse(env.VAULT_KEYRING).keys as object)) {
    secrets.set(`vault key ${name}`, atob(value as string))
  }
  secrets.set('pepper', atob(env.API_KEY_PEPPER))
  secrets.set('shared client secret', 'canary-shared-secret-github')
  return { secrets, answers }
}

function note(secrets: Map<string, string>, of: string, walked: Walked): void {
  const query = new URL(walked.callbackUrl).searchParams
  const values = {
    'widget token': walked.widgetToken,
    verifier: walked.verifier,
    'handoff token': walked.handoffToken,
    'redirect token': walked.redirectToken,
    'completion code': walked.completionCode,
    ticket: walked.attemptUrl.split('/').at(-2),
    state: query.get('state') ?? undefined,
    code: query.get('code') ?? undefined,
  }
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) secrets.set(`${of}: ${name}`, value)
  }
  for (const cookie of walked.browser.cookies()) {
    const [name = '', value = ''] = cookie.split('=')
    if (name.startsWith('pipes-')) secrets.set(`${of}: cookie`, value)
  }
}

/** Expired tokens, an outage, a lost answer, a killed object, a silent D1: each writes its lines. */
async function refreshInTrouble(h: Harness, provider: TestProvider): Promise<void> {
  const accounts = await Promise.all(
    ['ok', 'outage', 'lost', 'killed', 'silent', 'revoked'].map((name) =>
      h.connectedAccount(provider, { userId: `user_${name}`, expiresInSeconds: -1 }),
    ),
  )
  const [ok, outage, lost, killed, silent, revoked] = accounts
  if (!ok || !outage || !lost || !killed || !silent || !revoked) throw new Error('no accounts')
  expect((await h.vend(ok)).status).toBe(200)
  const body = '{"error":"server_error","error_description":"canary"}'
  await provider.faults('refresh_token', { kind: 'status', status: 500, body })
  expect((await h.vend(outage)).status).toBe(503)
  await provider.faults('refresh_token', { kind: 'cut_after' })
  expect((await h.vend(lost)).body.active).toBe(false)
  await provider.revokeGrants('provider-user_revoked')
  expect((await h.vend(revoked)).body.active).toBe(false)
  const d1 = silenceD1(/^insert into "credential_versions"/)
  expect((await h.vend(silent)).status).toBe(200)
  const killing = killAtCommit()
  await h.vend(killed)
  await killing.exhausted()
  killing.disarm()
  d1.heal()
  expect((await recordOf(silent.reference)).credential?.epoch).toBe(2)
}

/** Calls that are refused must not repeat what they were given. */
async function refusedCalls(
  h: Harness,
  provider: TestProvider,
  secrets: Map<string, string>,
  keep: (response: Response) => Promise<void>,
): Promise<void> {
  const wrong = `canary-wrong-${randomToken(systemRandom)}`
  secrets.set('rejected secret', wrong)
  const headers = { authorization: `Bearer ${wrong}` }
  await keep(await h.api('GET', '/data-integrations', undefined, { headers }))
  await keep(await h.api('GET', `/data-integrations?api_key=${wrong}`))
  await keep(
    await h.api('PUT', `/data-integrations/${provider.slug}`, {
      credentials: { type: 'custom', client_id: 7, client_secret: wrong },
    }),
  )
  await keep(await h.api('POST', '/data-integrations', { provider: 'x', secret: wrong }))
  await keep(await h.widget('GET', '/DataIntegrations/mine', undefined, { token: wrong }))
  await keep(
    await h.widget('POST', '/DataIntegrations/attempts/attempt_x/complete', {
      code_verifier: wrong,
      completion_code: wrong,
    }),
  )
  const challenge = await sha256Base64Url(wrong)
  await keep(
    await h.widget('POST', `/DataIntegrations/${provider.slug}/authorize`, {
      code_challenge: challenge,
      return_to: `https://evil.example/?token=${challenge}`,
    }),
  )
}

async function dumpD1(): Promise<string> {
  const tables = await rowsOf<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'`,
  )
  const dumps = await Promise.all(
    tables.map(async ({ name }) => ({ name, rows: await rowsOf(`SELECT * FROM "${name}"`) })),
  )
  return JSON.stringify(dumps)
}

async function dumpKv(): Promise<string> {
  const { keys } = await env.KV.list()
  const values = await Promise.all(keys.map(({ name }) => env.KV.get(name)))
  return JSON.stringify([keys, values])
}
