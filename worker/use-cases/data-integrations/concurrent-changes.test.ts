/** Two operators at once: neither undoes the other, and KV's copy ends as D1 does. */
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { expectError } from '../../test/http-laws.ts'
import { expectJson } from '../../test/wire.ts'

const SECRET = 'canary-client-secret-of-the-operator-wxyz'
const credentials = { type: 'custom', client_id: 'client-1', client_secret: SECRET }

type Shown = {
  readonly enabled: boolean
  readonly description: string
  readonly updated_at: string
}

const setUp = async () => {
  const h = await seedEnvironment()
  const body = { provider: 'github', enabled: true, credentials }
  await expectJson(await h.api('POST', '/data-integrations', body), 201)
  const put = (change: Record<string, unknown>) => h.api('PUT', '/data-integrations/github', change)
  const shown = async () =>
    expectJson<Shown>(await h.api('GET', '/data-integrations/github', undefined), 200)
  return { h, put, shown }
}

const copyName = (h: Harness): string => `integration:${h.environment.id}:user:github`
const copyOf = (h: Harness) =>
  env.KV.get<{ integration: { enabled: boolean; description: string | null } }>(copyName(h), 'json')

/** Runs work of another operator once, at the moment when this one begins to write. */
function meanwhile(work: () => Promise<unknown>, times = 1): void {
  const d1 = Object.getPrototypeOf(env.DB) as D1Database
  const batch = Object.getOwnPropertyDescriptor(d1, 'batch')?.value as D1Database['batch']
  let left = times
  vi.spyOn(d1, 'batch').mockImplementation(async function <T>(
    this: D1Database,
    statements: D1PreparedStatement[],
  ): Promise<D1Result<T>[]> {
    // The condition that a change begins with; other batches pass.
    const isChange = statements.some((statement) =>
      /json\(CASE/.test((statement as unknown as { statement: string }).statement),
    )
    if (isChange && left > 0) {
      left -= 1
      await work()
    }
    return batch.call(this, statements) as Promise<D1Result<T>[]>
  })
}

const disableInD1 = () =>
  rowsOf('UPDATE data_integrations SET enabled = 0, updated_at = updated_at + 1000')

test('a new description does not switch on again what is switched off at the same time', async () => {
  const { h, put, shown } = await setUp()
  const answers = await Promise.all([
    put({ description: 'one' }),
    put({ enabled: false }),
    put({ description: 'two' }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const { enabled, description } = await shown()
  expect(enabled).toBe(false)
  expect(['one', 'two']).toContain(description)
  expect((await copyOf(h))?.integration).toMatchObject({ enabled: false, description })
})

test('a change is planned again from the row as somebody else has left it', async () => {
  const { put, shown } = await setUp()
  meanwhile(disableInD1)
  await expectJson(await put({ description: 'mine' }), 200)
  expect(await shown()).toMatchObject({ enabled: false, description: 'mine' })
})

test('who is never first is told so, and has written nothing, no client either', async () => {
  const { put, shown } = await setUp()
  meanwhile(disableInD1, 3)
  const change = { description: 'mine', credentials: { ...credentials, client_id: 'client-2' } }
  expect((await expectError(await put(change), 409)).code).toBe('integration_changed')
  expect((await shown()).description).not.toBe('mine')
  const clients = await rowsOf<{ client_id: string }>('SELECT client_id FROM client_versions')
  expect(clients.map(({ client_id }) => client_id)).toEqual(['client-1'])
})

test('a change of a row that is gone leaves nothing of it behind', async () => {
  const { put } = await setUp()
  meanwhile(() => rowsOf('DELETE FROM data_integrations'))
  const change = { credentials: { ...credentials, client_id: 'client-2' } }
  expect((await expectError(await put(change), 404)).code).toBe('integration_not_found')
  expect(await rowsOf('SELECT id FROM client_versions')).toHaveLength(1)
})

test('nobody switches on again what is switched off to be deleted', async () => {
  const { put, shown } = await setUp()
  meanwhile(() =>
    rowsOf(
      'UPDATE data_integrations SET enabled = 0, security_version = security_version + 1, updated_at = updated_at + 1',
    ),
  )
  expect((await expectError(await put({ enabled: true }), 409)).code).toBe('integration_changed')
  expect((await shown()).enabled).toBe(false)
})

test('a deletion that D1 cuts short is done with the row, and its accounts follow', async () => {
  const { h } = await setUp()
  const d1 = silenceD1(/"connected_accounts"/)
  await expectError(await h.api('DELETE', '/data-integrations/github'), 503)
  d1.heal()
  expect((await h.api('GET', '/data-integrations/github')).status).toBe(404)
  const jobs = await rowsOf<{ state: string }>('SELECT state FROM disconnect_jobs')
  expect(jobs).toEqual([{ state: 'running' }])
})

test('a copy that an isolate made of the old row does not outlive the change', async () => {
  const { h, put } = await setUp()
  const stale = { integration: { enabled: true, description: 'stale' }, definition: null }
  meanwhile(() => env.KV.put(copyName(h), JSON.stringify(stale)))
  await expectJson(await put({ enabled: false }), 200)
  expect((await copyOf(h))?.integration.enabled).toBe(false)
})

test('a copy that was written late is followed by one of the row as it is', async () => {
  const { h, put } = await setUp()
  const kv = Object.getPrototypeOf(env.KV) as KVNamespace
  const write = Object.getOwnPropertyDescriptor(kv, 'put')?.value as KVNamespace['put']
  const slow = vi.spyOn(kv, 'put').mockImplementationOnce(async function (
    this: KVNamespace,
    ...all
  ) {
    await expectJson(await put({ enabled: false }), 200)
    return write.apply(this, all)
  })
  await expectJson(await put({ description: 'late' }), 200)
  expect(slow).toHaveBeenCalled()
  expect((await copyOf(h))?.integration).toMatchObject({ enabled: false, description: 'late' })
})

test('each change is later than the one before, within one millisecond, too', async () => {
  const { put, shown } = await setUp()
  await rowsOf('UPDATE data_integrations SET updated_at = 4000000000000')
  await put({ description: 'next' })
  expect(Date.parse((await shown()).updated_at)).toBe(4_000_000_000_001)
})

test('a copy that was written while an integration was being deleted goes with it', async () => {
  const { h } = await setUp()
  const kv = Object.getPrototypeOf(env.KV) as KVNamespace
  vi.spyOn(kv, 'delete').mockImplementationOnce(() => env.KV.put(copyName(h), '{}'))
  expect((await h.api('DELETE', '/data-integrations/github')).status).toBe(204)
  expect(await copyOf(h)).toBeNull()
})
