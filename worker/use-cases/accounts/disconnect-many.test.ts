/** One call that ends many connections: a user, an organization, a provider, a time, everything. */
import { createExecutionContext, createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import worker from '../../index.ts'
import { OwnerAccounts } from '../../refresh/owner-accounts.ts'
import { accountRow, eventsOf } from '../../test/faults.ts'
import { seedEnvironment, type Harness, type TestAccount } from '../../test/harness.ts'
import { isAliveOutside } from '../../test/outside.ts'
import { expectJson } from '../../test/wire.ts'

afterEach(() => {
  vi.useRealTimers()
})

type Job = {
  readonly id: string
  readonly state: 'running' | 'completed'
  readonly counts: Record<'disconnected' | 'already_disconnected' | 'failed', number>
  readonly accounts: readonly {
    readonly connected_account_id: string
    readonly outcome: string
    readonly revocation: string | null
  }[]
  readonly list_metadata: { readonly after: string | null }
}

const sweep = () => worker.scheduled(createScheduledController(), env, createExecutionContext())

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const other = await h.createProvider({ slug: 'other' })
  const accounts = {
    anna: await h.connectedAccount(provider, { userId: 'anna' }),
    annaOther: await h.connectedAccount(other, { userId: 'anna' }),
    annaAtAcme: await h.connectedAccount(provider, { userId: 'anna', organizationId: 'acme' }),
    bob: await h.connectedAccount(provider, { userId: 'bob' }),
    bobAtAcme: await h.connectedAccount(other, { userId: 'bob', organizationId: 'acme' }),
  }
  return { h, provider, accounts }
}

const panic = async (h: Harness, body: unknown): Promise<Job> =>
  expectJson<Job>(await h.api('POST', '/disconnect_jobs', body), 200)

const read = async (h: Harness, id: string, query = ''): Promise<Job> =>
  expectJson<Job>(await h.api('GET', `/disconnect_jobs/${id}${query}`), 200)

const stateOf = async (account: TestAccount): Promise<string> =>
  (await accountRow(account.accountId)).state

async function living(accounts: Readonly<Record<string, TestAccount>>): Promise<string[]> {
  const states = await Promise.all(
    Object.entries(accounts).map(async ([name, account]) => [name, await stateOf(account)]),
  )
  return states.filter(([, state]) => state === 'connected').map(([name = '']) => name)
}

test.each<[string, unknown, string[]]>([
  ['a user', { user_id: 'anna' }, ['bob', 'bobAtAcme']],
  ['an organization', { organization_id: 'acme' }, ['anna', 'annaOther', 'bob']],
  ['a provider', { provider: 'other' }, ['anna', 'annaAtAcme', 'bob']],
  [
    'a user in an organization',
    { user_id: 'anna', organization_id: 'acme' },
    ['anna', 'annaOther', 'bob', 'bobAtAcme'],
  ],
  [
    'a time before',
    { connected_until: '2020-01-01T00:00:00Z' },
    ['anna', 'annaOther', 'annaAtAcme', 'bob', 'bobAtAcme'],
  ],
  ['a time since', { connected_from: '2020-01-01T00:00:00Z' }, []],
  ['everything', { all: true }, []],
])('one call ends %s, and nothing else', async (_, body, left) => {
  const { h, accounts } = await setUp()
  const job = await panic(h, body)
  expect(job.state).toBe('completed')
  expect(job.counts.disconnected).toBe(5 - left.length)
  expect(await living(accounts)).toEqual(left)
})

test('each account has its result, with what became of its grant, page by page', async () => {
  const { h, accounts } = await setUp()
  const { id } = await panic(h, { all: true })
  await expect
    .poll(async () => (await read(h, id)).accounts.map(({ revocation }) => revocation))
    .toEqual(Array.from({ length: 5 }, () => 'revoked'))
  const first = await read(h, id, '?limit=3')
  const rest = await read(h, id, `?limit=3&after=${first.list_metadata.after}`)
  expect(rest.list_metadata.after).toBeNull()
  const ids = [...first.accounts, ...rest.accounts].map((account) => account.connected_account_id)
  expect(new Set(ids)).toEqual(new Set(Object.values(accounts).map(({ accountId }) => accountId)))
  for (const account of Object.values(accounts)) {
    expect(await isAliveOutside(account.accessToken)).toBe(false)
    expect(await eventsOf(account.accountId)).toEqual(['connected', 'disconnected'])
  }
})

test('what could not be reached is tried again by the cron job, and ends as the others did', async () => {
  const { h, accounts } = await setUp()
  const broken = vi.spyOn(OwnerAccounts.prototype, 'disconnect')
  for (let index = 0; index < 2; index += 1) {
    broken.mockImplementationOnce(async () => {
      throw new Error('Network connection lost.')
    })
  }
  const started = await h.api('POST', '/disconnect_jobs', { all: true })
  const job = await expectJson<Job>(started, 202)
  expect(job).toMatchObject({ state: 'running', counts: { disconnected: 3, failed: 2 } })
  expect(await living(accounts)).toHaveLength(2)
  await sweep()
  expect(await read(h, job.id)).toMatchObject({
    state: 'completed',
    counts: { disconnected: 5, already_disconnected: 0, failed: 0 },
  })
  expect(await living(accounts)).toEqual([])
})

test('a job that is larger than one run goes on where it stopped', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  for (let index = 0; index < 25; index += 1) {
    await h.connectedAccount(provider, { userId: `user_${index}` })
  }
  let isLate = false
  const realNow = Date.now.bind(Date)
  const now = vi.spyOn(Date, 'now').mockImplementation(() => realNow() + (isLate ? 3600_000 : 0))
  const ended = vi.spyOn(OwnerAccounts.prototype, 'disconnect')
  ended.mockImplementation(async function late(this: OwnerAccounts, request) {
    isLate = true
    ended.mockRestore()
    return this.disconnect(request)
  })
  const job = await expectJson<Job>(await h.api('POST', '/disconnect_jobs', { all: true }), 202)
  expect(job.counts.disconnected).toBe(20)
  now.mockRestore()
  await sweep()
  await sweep()
  expect(await read(h, job.id)).toMatchObject({
    state: 'completed',
    counts: { disconnected: 25, failed: 0 },
  })
})

test('who connects after the call is not ended by it', async () => {
  const { h, provider, accounts } = await setUp()
  const broken = vi
    .spyOn(OwnerAccounts.prototype, 'disconnect')
    .mockImplementationOnce(async () => {
      throw new Error('Network connection lost.')
    })
  await h.api('POST', '/disconnect_jobs', { all: true })
  expect(broken).toHaveBeenCalled()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1000 })
  const carla = await h.connectedAccount(provider, { userId: 'carla' })
  await sweep()
  expect(await living({ ...accounts, carla })).toEqual(['carla'])
})

test('a user and an organization are ended at their own addresses', async () => {
  const { h, accounts } = await setUp()
  const user = await h.api('DELETE', '/user_management/users/anna')
  expect(await expectJson<Job>(user, 200)).toMatchObject({ counts: { disconnected: 3 } })
  const organization = await h.api('DELETE', '/organizations/acme')
  expect(await expectJson<Job>(organization, 200)).toMatchObject({ counts: { disconnected: 1 } })
  expect(await living(accounts)).toEqual(['bob'])
})

test('another environment’s accounts and jobs are not reached', async () => {
  const { h, accounts } = await setUp()
  const stranger = await seedEnvironment()
  expect((await panic(stranger, { all: true })).counts.disconnected).toBe(0)
  expect(await living(accounts)).toHaveLength(5)
  const { id } = await panic(h, { user_id: 'nobody' })
  expect((await stranger.api('GET', `/disconnect_jobs/${id}`)).status).toBe(404)
})

test.each([
  ['nothing', {}],
  ['everything and something', { all: true, user_id: 'anna' }],
  ['all: false', { all: false }],
  ['an unknown member', { user: 'anna' }],
  ['a time that is none', { connected_from: 'yesterday' }],
  ['an empty user', { user_id: '' }],
])('%s is a 422, and nobody is disconnected', async (_, body) => {
  const { h, accounts } = await setUp()
  expect((await h.api('POST', '/disconnect_jobs', body)).status).toBe(422)
  expect(await living(accounts)).toHaveLength(5)
})

test('a provider that does not exist is a 404; a strange page is a 422', async () => {
  const h = await seedEnvironment()
  expect((await h.api('POST', '/disconnect_jobs', { provider: 'none' })).status).toBe(404)
  const { id } = await panic(h, { all: true })
  expect((await h.api('GET', `/disconnect_jobs/${id}?limit=0`)).status).toBe(422)
  expect((await h.api('GET', `/disconnect_jobs/${id}?limit=1e3`)).status).toBe(422)
})
