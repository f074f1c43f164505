/** Connections by a secret, against everybody but their owner: nothing of them is told, taken or replaced. */
import { expect, test } from 'vitest'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { allScopesBut, narrowKey } from '../../test/keys.ts'
import { credentialsOf, expectJson } from '../../test/wire.ts'
import { outsideOrigin } from '../../test/outside.ts'

const OWN = { secret: 'canary-own-key-0001' }
const OTHER = { secret: 'canary-other-key-0002' }
const CLIENT = { client_id: 'other', client_secret: 'canary-other-client-0002' }

const BY_KEY = '/data-integrations/keyed/api-key'
const BY_CLIENT = '/data-integrations/keyed/client-credentials'

async function withProvider(): Promise<Harness> {
  const h = await seedEnvironment()
  const made = await h.api('POST', '/data-integrations', {
    provider: 'keyed',
    enabled: true,
    auth_methods: ['api_key', 'client_credentials'],
    custom_provider: { name: 'Keyed', token_url: `${outsideOrigin()}/token` },
  })
  expect(made.status).toBe(201)
  return h
}

/** A user’s key in an environment, and what must be as it was when the strangers have tried. */
async function connected() {
  const h = await withProvider()
  const put = await h.api('PUT', BY_KEY, { user_id: 'user_1', ...OWN })
  const { id } = await expectJson<{ id: string }>(put, 200)
  const rows = (): Promise<readonly object[]> =>
    rowsOf('SELECT * FROM credential_versions WHERE account_id = ?', id)
  const before = await rows()
  const expectUntouched = async (): Promise<void> => {
    expect(await rows()).toEqual(before)
    expect(JSON.stringify(await credentialsOf(h, 'keyed'))).toContain(OWN.secret)
  }
  return { h, id, expectUntouched }
}

test.for([
  ['a key', BY_KEY, OTHER],
  ['a client', BY_CLIENT, CLIENT],
] as const)(
  'another environment cannot replace %s, whatever it names',
  async ([, path, secret]) => {
    const { id, expectUntouched } = await connected()
    const other = await withProvider()
    const named = { user_id: 'user_1', connected_account_id: id, ...secret }
    const refused = await other.api('PUT', path, named)
    expect([refused.status, (await refused.json<{ code: string }>()).code]).toEqual([
      404,
      'account_not_found',
    ])
    await expectUntouched()
  },
)

test('the key of another user or organization is beside it, and never in its place', async () => {
  const { h, id, expectUntouched } = await connected()
  for (const [number, owner] of [
    { user_id: 'user_2' },
    { user_id: 'user_1', organization_id: 'org_2' },
  ].entries()) {
    const stolen = await h.api('PUT', BY_KEY, { ...owner, connected_account_id: id, ...OTHER })
    expect(stolen.status).toBe(404)
    const secret = `canary-of-stranger-${number}-0003`
    const own = await h.api('PUT', BY_KEY, { ...owner, secret })
    const made = await expectJson<{ id: string }>(own, 200)
    expect(made.id).not.toBe(id)
    await expectUntouched()
  }
})

test.for([
  ['PUT', BY_KEY, OTHER],
  ['POST', BY_KEY, { ...OTHER, connection_intent: 'add' }],
  ['PUT', BY_CLIENT, CLIENT],
  ['POST', BY_CLIENT, { ...CLIENT, connection_intent: 'add' }],
] as const)(
  '%s %s with a key that may not write connections does nothing',
  async ([method, path, secret]) => {
    const { h, expectUntouched } = await connected()
    const key = await narrowKey(h.environment.id, allScopesBut('connections:write'))
    const refused = await h.send(path, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ user_id: 'user_1', ...secret }),
    })
    const { code } = await refused.json<{ code: string }>()
    expect([refused.status, code]).toEqual([403, 'key_scope_missing'])
    await expectUntouched()
    expect(await rowsOf('SELECT id FROM connected_accounts')).toHaveLength(1)
  },
)
