/** Administrators and the developer at once: nothing is lost, and nothing is written by halves. */
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { expectError } from '../../test/http-laws.ts'
import { createOpen, listConfigurations, putter } from '../../test/organization-client.ts'
import { expectJson } from '../../test/wire.ts'

const PAIR = { client_id: 'org-client', client_secret: 'canary-secret-of-an-organization' }

const setUp = async () => {
  const h = await seedEnvironment()
  await createOpen(h)
  return { h, put: putter(h) }
}

test('of changes at once each is kept, and the first of all makes one row', async () => {
  const { h, put } = await setUp()
  const answers = await Promise.all([
    put({ scopes: ['gist'] }),
    put({ enabled: false }),
    put({ ...PAIR }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const [shown] = (await listConfigurations(h)).data
  expect(shown).toMatchObject({ enabled: false, scopes: ['gist'] })
  expect(shown?.credentials).toMatchObject({ client_id: 'org-client' })
  expect(await rowsOf('SELECT id FROM organization_overrides')).toHaveLength(1)
})

test('two clients at once: one is current, and it is the one whose secret is shown', async () => {
  const { h, put } = await setUp()
  const answers = await Promise.all(
    ['a', 'b'].map((name) => put({ client_id: name, client_secret: `canary-secret-000${name}` })),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const [shown] = (await listConfigurations(h)).data
  const id = shown?.credentials?.client_id ?? ''
  expect(['a', 'b']).toContain(id)
  expect(shown?.credentials?.client_secret_last_four).toBe(`000${id}`)
})

/** Runs other work each time a change is about to be written, so many times. */
function meanwhile(work: () => Promise<unknown>, times: number): void {
  const d1 = Object.getPrototypeOf(env.DB) as D1Database
  const batch = Object.getOwnPropertyDescriptor(d1, 'batch')?.value as D1Database['batch']
  let left = times
  vi.spyOn(d1, 'batch').mockImplementation(async function <T>(
    this: D1Database,
    statements: D1PreparedStatement[],
  ): Promise<D1Result<T>[]> {
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

test('who is never first is told so, and has written nothing, no client either', async () => {
  const { put } = await setUp()
  await expectJson(await put({ enabled: true }), 200)
  meanwhile(() => rowsOf('UPDATE organization_overrides SET updated_at = updated_at + 1000'), 3)
  expect((await expectError(await put(PAIR), 409)).code).toBe('configuration_raced')
  expect(await rowsOf('SELECT id FROM client_versions')).toEqual([])
})

test('a client is not kept for an integration that stops asking for it at the same moment', async () => {
  const { put } = await setUp()
  meanwhile(
    () =>
      rowsOf(
        `UPDATE data_integrations SET credentials_type = 'custom', security_version = security_version + 1`,
      ),
    1,
  )
  const { code } = await expectError(await put(PAIR), 400)
  expect(code).toBe('credentials_not_organization_managed')
  expect(await rowsOf('SELECT id FROM client_versions')).toEqual([])
})

test('with D1 silent nothing is promised', async () => {
  const { put } = await setUp()
  const d1 = silenceD1(/insert into "organization_overrides"/)
  expect((await expectError(await put({ enabled: false }), 503)).code).toBe('storage_unavailable')
  d1.heal()
  expect(await rowsOf('SELECT id FROM organization_overrides')).toEqual([])
})
