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
  const { url } = await expectJson<{ url: string }>(invited, 201)
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
  expect(statusesOf(both)).toEqual([200, 409])
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
  expect((await owner.call('DELETE', `/passkeys/${first}`)).status).toBe(204)
  expect((await signInWith(owner.authenticator)).status).toBe(403)
  expect((await signInWith(key)).status).toBe(200)

  const audit = await owner.call('GET', '/audit?limit=10', undefined, { 'user-agent': 'Test/1' })
  const { data } = await audit.json<{ data: { action: string; operator: { name: string } }[] }>()
  expect(data.map(({ action }) => action)).toEqual([
    'operator.signed_in',
    'passkey.removed',
    'passkey.added',
    'operator.set_up',
  ])
  expect(data.every(({ operator }) => operator.name === 'Ada')).toBe(true)
})
