/** What every answer carries, whatever went wrong before it. */
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { seedEnvironment } from './test/harness.ts'
import { silenceD1 } from './test/faults.ts'
import { expectError, sendRaw } from './test/http-laws.ts'

const setUp = async () => {
  const h = await seedEnvironment()
  return { h, authorization: `Bearer ${h.environment.apiKey}` }
}

test.for<[string, string]>([
  ['VAULT_KEYRING', ''],
  ['VAULT_KEYRING', '{"active":"k1","keys":{"k1":"canary"}}'],
  ['API_KEY_PEPPER', ''],
  ['API_KEY_PEPPER', 'canary'],
  ['SHARED_CLIENTS', 'canary'],
  ['PROVIDER_ENDPOINTS', '{"github":"canary"}'],
  ['LOOPBACK_ORIGINS', '["canary"'],
  ['PUBLIC_URL', 'https://canary.example/path'],
  ['TIMINGS', '{"providerDeadlineMs":20000,"sinkDeadlineMs":20000,"leaseMs":1}'],
  ['TIMINGS', '{"providerDeadlineMs":-1}'],
  ['TIMINGS', '{"leaseMs":"canary"}'],
])(
  'with %s as %j nothing is served, and the answer names the variable only',
  async ([name, value]) => {
    const { h } = await setUp()
    h.restartIsolate({ [name]: value })
    const response = await h.api('GET', '/data-integrations')
    const { code, message } = await expectError(response, 503)
    expect(code).toBe('misconfigured')
    expect(message).toContain(name)
    expect(message).not.toContain('canary')
    // A monitor hears of it, too.
    expect((await h.api('GET', '/health')).status).toBe(503)
  },
)

test('while D1 is silent the answer is 503 and says when to come back', async () => {
  const { authorization } = await setUp()
  silenceD1()
  const response = await sendRaw('/data-integrations', { headers: { authorization } })
  const { code, message } = await expectError(response, 503)
  expect(code).toBe('storage_unavailable')
  expect(message).not.toContain('D1_')
  expect(response.headers.get('retry-after')).toBe('5')
})

test('a fault of ours is a 500 that tells nothing, and a line in the log that tells more', async () => {
  const { authorization } = await setUp()
  vi.spyOn(Object.getPrototypeOf(env.DB) as D1Database, 'prepare').mockImplementation(() => {
    throw new TypeError('canary of the inside')
  })
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  const response = await sendRaw('/data-integrations', { headers: { authorization } })
  const { code, message, request_id } = await expectError(response, 500)
  expect(code).toBe('internal_error')
  expect(message).not.toContain('canary')
  const failed = lines.find((line) => line.includes('request_failed')) ?? ''
  expect(failed).toContain(request_id)
  expect(failed).toContain('canary of the inside')
})

test('each request is one line, without what an address may hold', async () => {
  const { authorization } = await setUp()
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  await sendRaw('/data-integrations/canary-ticket/authorize-redirect')
  await sendRaw('/data-integrations/x/dik_canary/callback?state=canary&code=canary')
  await sendRaw('/user_management/users/canary@example.com/data_providers', {
    headers: { authorization },
  })
  const requests = lines.filter((line) => line.includes('"event":"request"'))
  expect(requests).toHaveLength(3)
  expect(requests.join('')).not.toContain('canary')
  expect(JSON.parse(requests[0] ?? '')).toMatchObject({
    route: '/data-integrations/:ticket/authorize-redirect',
    method: 'GET',
    status: 410,
  })
})

test('the monitor’s address tells whether D1 answers', async () => {
  expect(await (await sendRaw('/health')).json()).toEqual({ status: 'ok', database: 'ok' })
  silenceD1()
  const response = await sendRaw('/health')
  expect(await response.json()).toEqual({ status: 'ok', database: 'unavailable' })
})

test('no route answers 307 or 308, which would repeat a body elsewhere', async () => {
  for (const path of ['/', '//', '/data-integrations/', '/icons/', '/_widgets', '/DASHBOARD']) {
    for (const method of ['GET', 'POST']) {
      const { status } = await sendRaw(path, { method })
      expect([301, 302, 307, 308]).not.toContain(status)
    }
  }
})

/** D1 takes calls and answers none; what would wait for it waits a thousandth of the time. */
function hangD1(what: 'everything' | 'statements'): void {
  const hang = () => new Promise<never>(() => undefined)
  const d1 = Object.getPrototypeOf(env.DB) as D1Database
  const statement = Object.getPrototypeOf(env.DB.prepare('SELECT 1')) as D1PreparedStatement
  for (const method of ['first', 'run', 'all', 'raw'] as const) {
    vi.spyOn(statement, method).mockImplementation(hang)
  }
  if (what === 'everything') vi.spyOn(d1, 'batch').mockImplementation(hang)
  const { setTimeout } = globalThis
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, ms = 0) =>
    setTimeout(work, ms / 1000)) as typeof globalThis.setTimeout)
}

// A key is read in a batch, and what comes after it mostly is not.
test.for(['everything', 'statements'] as const)(
  'a D1 that hangs on %s is answered like one that fails, on each surface',
  async (what) => {
    const { h } = await setUp()
    const token = await h.widgetToken('user_1')
    hangD1(what)
    const requests = [
      h.api('GET', '/data-integrations'),
      h.api('GET', '/user_management/users/user_1/data_providers'),
      h.widget('GET', '/DataIntegrations/mine', undefined, { token }),
      ...(what === 'everything' ? [h.widget('GET', '/settings', undefined, { token })] : []),
    ]
    for (const response of await Promise.all(requests)) {
      expect((await expectError(response, 503)).code).toBe('storage_unavailable')
    }
    const health = await sendRaw('/health')
    expect(await health.json()).toEqual({ status: 'ok', database: 'unavailable' })
  },
)

test('with D1 and KV both silent a page is told that storage is, not of a fault', async () => {
  const { h } = await setUp()
  const token = await h.widgetToken('user_1')
  silenceD1()
  vi.spyOn(Object.getPrototypeOf(env.KV) as KVNamespace, 'get').mockImplementation(() => {
    throw new Error('KV GET failed: 503 Service Unavailable')
  })
  const response = await h.widget('GET', '/settings', undefined, { token })
  expect((await expectError(response, 503)).code).toBe('storage_unavailable')
})

test('who has been here by https comes back by https, whatever was answered', async () => {
  const { h } = await setUp()
  const paths = [
    '/',
    '/health',
    '/data-integrations',
    '/nowhere',
    '/icons/github.svg',
    '/widgets/x',
  ]
  const sent = async () => {
    const answers = await Promise.all(paths.map((path) => h.api('GET', path)))
    return answers.map(({ headers }) => headers.get('strict-transport-security'))
  }
  h.restartIsolate({ PUBLIC_URL: 'https://pipes.example.com' })
  expect(await sent()).toEqual(paths.map(() => 'max-age=31536000'))
  h.restartIsolate({ PUBLIC_URL: 'http://localhost:8787' })
  expect(await sent()).toEqual(paths.map(() => null))
})
