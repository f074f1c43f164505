/** Invitations, roles and passkeys: somebody is the owner, and everybody can sign in again. */
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { makeAuthenticator } from '../../../test/authenticator.ts'
import {
  callOperator,
  join,
  setUpOwner,
  signInWith,
  type Ceremony,
} from '../../../test/dashboard.ts'
import { commit, openDatabase } from '../../../storage/database.ts'
import { notePasskeyUse } from '../../../storage/operator-passkeys.ts'
import { beforeNextBatch, rowsOf } from '../../../test/faults.ts'
import { allRows, expectError } from '../../../test/http-laws.ts'
import { expectJson } from '../../../test/wire.ts'

const DAY = 24 * 60 * 60_000
const statusesOf = (answers: readonly Response[]): number[] =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other)

test('an invitation makes one operator of its role, within a day', async () => {
  const owner = await setUpOwner()
  const viewer = await join(owner, 'viewer')
  const state = await viewer.call('GET', '/session')
  expect(await state.json()).toMatchObject({ operator: { name: 'Grace', role: 'viewer' } })
  for (const [method, path] of [
    ['GET', '/operators'],
    ['POST', '/invitations'],
  ] as const) {
    const refused = await viewer.call(method, path, method === 'POST' ? {} : undefined)
    expect((await expectError(refused, 403)).code).toBe('role_insufficient')
  }

  const invited = await owner.call('POST', '/invitations', { name: 'Joan', role: 'developer' })
  const { url } = await expectJson<{ url: string }>(invited.clone(), 201)
  const token = url.split('#invitation=')[1] ?? ''
  expect(await allRows()).not.toContain(token)
  const bodies = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const asked = await callOperator('POST', '/invitations/options', { token, name: 'Joan' })
      const { challenge_id, options } = await expectJson<Ceremony>(asked, 200)
      const credential = await (await makeAuthenticator(env.PUBLIC_URL)).create(options)
      return { token, challenge_id, credential }
    }),
  )
  const joined = await Promise.all(
    bodies.map((body) => callOperator('POST', '/invitations/accept', body)),
  )
  expect(statusesOf(joined)).toEqual([201, 403, 403, 403, 403])

  const open = await owner.call('POST', '/invitations', { name: 'Ida', role: 'viewer' })
  const { id } = await expectJson<{ id: string }>(open, 201)
  expect((await owner.call('DELETE', `/invitations/${id}`)).status).toBe(204)
  // Nor is one withdrawn that somebody has accepted: whoever wanted that has to know.
  const { id: accepted } = await expectJson<{ id: string }>(invited.clone(), 201)
  for (const gone of [id, accepted]) {
    const refused = await owner.call('DELETE', `/invitations/${gone}`)
    expect((await expectError(refused, 404)).code).toBe('invitation_not_found')
  }
  const withdrawn = await rowsOf(
    `SELECT id FROM operator_audit WHERE action = 'invitation.withdrawn'`,
  )
  expect(withdrawn).toHaveLength(1)

  const late = await owner.call('POST', '/invitations', { name: 'Late', role: 'owner' })
  const { url: lateUrl } = await expectJson<{ url: string }>(late, 201)
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + DAY)
  const expired = await callOperator('POST', '/invitations/options', {
    token: lateUrl.split('#invitation=')[1],
    name: 'Late',
  })
  expect((await expectError(expired, 403)).code).toBe('invitation_invalid')
})

test('somebody stays the owner, and who is removed is out at once', async () => {
  const owner = await setUpOwner()
  const second = await join(owner, 'owner')
  const idOf = async (page: typeof owner) =>
    (await (await page.call('GET', '/session')).json<{ operator: { id: string } }>()).operator.id
  const [one, other] = [await idOf(owner), await idOf(second)]

  const both = await Promise.all([
    owner.call('PUT', `/operators/${other}`, { role: 'viewer' }),
    second.call('PUT', `/operators/${one}`, { role: 'viewer' }),
  ])
  // Whoever asks when he is no owner any more is told that.
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(both.filter(({ status }) => status === 409 || status === 403)).toHaveLength(1)
  const left = both[0].status === 200 ? owner : second
  const lost = left === owner ? second : owner
  await expectError(await lost.call('GET', '/operators'), 403)
  for (const [method, body] of [
    ['PUT', { role: 'developer' }],
    ['DELETE', undefined],
  ] as const) {
    const refused = await left.call(method, `/operators/${await idOf(left)}`, body)
    expect((await expectError(refused, 409)).code).toBe('last_owner')
  }
  const gone = await idOf(lost)
  expect((await left.call('DELETE', `/operators/${gone}`)).status).toBe(204)
  await expectError(await lost.call('GET', '/account'), 401)
  expect((await signInWith(lost.authenticator)).status).toBe(403)
  expect((await left.call('DELETE', `/operators/${gone}`)).status).toBe(404)
})

test('who became the only owner after he was read stays one, and who is gone is not found', async () => {
  const owner = await setUpOwner()
  const other = await join(owner, 'viewer')
  const { operator } = await (
    await other.call('GET', '/session')
  ).json<{ operator: { id: string } }>()
  const during = (statement: string, method: string, body?: unknown) => {
    beforeNextBatch(() => env.DB.exec(statement))
    return owner.call(method, `/operators/${operator.id}`, body)
  }
  const alone = `UPDATE operators SET role = iif(id = '${operator.id}', 'owner', 'viewer')`
  const restored = `UPDATE operators SET role = iif(id = '${operator.id}', 'viewer', 'owner')`
  for (const [method, body] of [
    ['PUT', { role: 'developer' }],
    ['DELETE', undefined],
  ] as const) {
    const refused = await during(alone, method, body)
    expect((await expectError(refused, 409)).code).toBe('last_owner')
    await env.DB.exec(restored)
  }
  for (const [method, body] of [
    ['PUT', { role: 'owner' }],
    ['DELETE', undefined],
  ] as const) {
    await env.DB.exec(restored)
    const gone = `DELETE FROM operators WHERE id = '${operator.id}'`
    const refused = await during(gone, method, body)
    expect((await expectError(refused, 404)).code).toBe('operator_not_found')
    await env.DB.exec(
      `INSERT INTO operators (id, name, role, created_at) VALUES ('${operator.id}', 'Grace', 'viewer', 1)`,
    )
  }
})

test('of two sign-ins at once the higher counter of the passkey stays', async () => {
  const owner = await setUpOwner()
  const db = openDatabase(env.DB)
  const counters = async () =>
    (await rowsOf<{ id: string; counter: number }>('SELECT id, counter FROM operator_passkeys'))[0]
  const { id = '' } = (await counters()) ?? {}
  const use = { isSynced: true, lastUsedAt: 1 }
  await commit(db, [notePasskeyUse(db, id, { ...use, counter: 9 })])
  await commit(db, [notePasskeyUse(db, id, { ...use, counter: 8 })])
  expect((await counters())?.counter).toBe(9)
  expect((await signInWith(owner.authenticator)).status).toBe(403)
})

test('an operator keeps a passkey, and each sign-in is in the audit', async () => {
  const owner = await setUpOwner()
  const { passkeys } = await (
    await owner.call('GET', '/account')
  ).json<{ passkeys: { id: string }[] }>()
  const first = passkeys[0]?.id ?? ''
  const last = await owner.call('DELETE', `/passkeys/${first}`)
  expect((await expectError(last, 409)).code).toBe('last_passkey')

  const key = await makeAuthenticator(env.PUBLIC_URL)
  const asked = await owner.call('POST', '/passkeys/options')
  const { challenge_id, options } = await expectJson<Ceremony>(asked, 200)
  const body = { name: 'Security key', challenge_id, credential: await key.create(options) }
  expect((await owner.call('POST', '/passkeys', body)).status).toBe(201)
  const renamed = await owner.call('PUT', `/passkeys/${first}`, { name: 'Old laptop' })
  expect(await renamed.json()).toMatchObject({ id: first, name: 'Old laptop' })
  const none = await owner.call('PUT', '/passkeys/passkey_1', { name: 'x' })
  expect((await expectError(none, 404)).code).toBe('passkey_not_found')
  expect((await owner.call('DELETE', `/passkeys/${first}`)).status).toBe(204)
  expect((await signInWith(owner.authenticator)).status).toBe(403)
  expect((await signInWith(key)).status).toBe(200)

  const audit = await owner.call('GET', '/audit?limit=10', undefined, { 'user-agent': 'Test/1' })
  const { data } = await audit.json<{ data: { action: string; operator: { name: string } }[] }>()
  expect(data.map(({ action }) => action)).toEqual([
    'operator.signed_in',
    'passkey.removed',
    'passkey.renamed',
    'passkey.added',
    'operator.set_up',
  ])
  expect(data.every(({ operator }) => operator.name === 'Ada')).toBe(true)
})

test('a passkey is added by whoever has begun it, once, and to one operator', async () => {
  const owner = await setUpOwner()
  const other = await join(owner, 'viewer')
  const key = await makeAuthenticator(env.PUBLIC_URL)
  const begin = async (page: typeof owner) => {
    const asked = await page.call('POST', '/passkeys/options')
    const { challenge_id, options } = await expectJson<Ceremony>(asked, 200)
    return { challenge_id, credential: await key.create(options) }
  }
  const body = await begin(other)
  const stranger = await owner.call('POST', '/passkeys', body)
  expect((await expectError(stranger, 410)).code).toBe('challenge_expired')
  expect((await other.call('POST', '/passkeys', body)).status).toBe(201)
  const again = await other.call('POST', '/passkeys', body)
  expect((await expectError(again, 410)).code).toBe('challenge_expired')
  const taken = await owner.call('POST', '/passkeys', await begin(owner))
  expect((await expectError(taken, 409)).code).toBe('passkey_exists')
})
