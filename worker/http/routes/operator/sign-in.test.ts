/** Who gets into the dashboard, and who does not: security.md 4.11, the attacks of issue 6. */
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { makeAuthenticator } from '../../../test/authenticator.ts'
import {
  callOperator,
  cookieOf,
  setUpOwner,
  SETUP_TOKEN,
  signInWith,
  type Ceremony,
} from '../../../test/dashboard.ts'
import { rowsOf } from '../../../test/faults.ts'
import { allRows, expectError, expectNoTrace } from '../../../test/http-laws.ts'
import { expectJson } from '../../../test/wire.ts'

const later = (ms: number) => vi.spyOn(Date, 'now').mockReturnValue(Date.now() + ms)
const MINUTE = 60_000
const statusesOf = (answers: readonly Response[]): number[] =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other)

const beginSetUp = async (token = SETUP_TOKEN): Promise<Ceremony> =>
  expectJson(await callOperator('POST', '/setup/options', { token, name: 'Ada' }), 200)

test('the set-up token makes the first operator, once, and the cookie is out of reach', async () => {
  const before = await callOperator('GET', '/session')
  expect(await before.json()).toMatchObject({ state: 'set_up', operator: null })

  const authenticator = await makeAuthenticator(env.PUBLIC_URL)
  const { challenge_id, options } = await beginSetUp()
  const credential = await authenticator.create(options)
  const body = { token: SETUP_TOKEN, challenge_id, credential }
  const done = await callOperator('POST', '/setup', body)
  expect(await done.clone().json()).toMatchObject({
    state: 'signed_in',
    operator: { name: 'Ada', role: 'owner' },
    session: { current: true },
  })
  const cookie = cookieOf(done)
  expect(done.headers.get('set-cookie')).toBe(
    `pa=${cookie}; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict`,
  )
  // A dump of the database signs nobody in.
  expect(await allRows()).not.toContain(cookie)
  expect(await allRows()).not.toContain(SETUP_TOKEN)

  const me = await callOperator('GET', '/account', undefined, { cookie: `pa=${cookie}` })
  expect(me.status).toBe(200)
  for (const path of ['/setup/options', '/setup']) {
    const again = path === '/setup' ? body : { token: SETUP_TOKEN, name: 'Eve' }
    const refused = await callOperator('POST', path, again)
    expect((await expectError(refused, 409)).code).toBe('already_set_up')
  }
  const after = await callOperator('GET', '/session')
  expect(await after.json()).toMatchObject({ state: 'signed_out' })

  // Whatever becomes of its operator: the link that was opened opens nothing more.
  await env.DB.exec('DELETE FROM operators')
  const asked = { token: SETUP_TOKEN, name: 'Eve' }
  const spent = await callOperator('POST', '/setup/options', asked)
  expect((await expectError(spent, 403)).code).toBe('setup_locked')
})

test('on https the cookie is of this host alone', async () => {
  const url = 'https://pipes.example.com'
  const isolate = { ...env, PUBLIC_URL: url }
  const own = { origin: url }
  const begun = await callOperator(
    'POST',
    '/setup/options',
    { token: SETUP_TOKEN, name: 'Ada' },
    own,
    isolate,
  )
  const { challenge_id, options } = await expectJson<Ceremony>(begun, 200)
  const credential = await (await makeAuthenticator(url)).create(options)
  const body = { token: SETUP_TOKEN, challenge_id, credential }
  const done = await callOperator('POST', '/setup', body, own, isolate)
  expect(done.headers.get('set-cookie')).toMatch(
    /^__Host-pa=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
})

test('of fifty who set up at once one becomes the owner', async () => {
  const begun = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const { challenge_id, options } = await beginSetUp()
      const credential = await (await makeAuthenticator(env.PUBLIC_URL)).create(options)
      return { token: SETUP_TOKEN, challenge_id, credential }
    }),
  )
  const answers = await Promise.all(begun.map((body) => callOperator('POST', '/setup', body)))
  expect(statusesOf(answers)).toEqual([201, ...Array.from({ length: 49 }, () => 409)])
  expect(await rowsOf('SELECT id FROM operators')).toHaveLength(1)
  expect(await rowsOf('SELECT id FROM operator_passkeys')).toHaveLength(1)
  expect(await rowsOf('SELECT id FROM operator_sessions')).toHaveLength(1)
})

test('twenty wrong set-up tokens lock the set-up, for the right one, too, until another is deployed', async () => {
  const { challenge_id, options } = await beginSetUp()
  const credential = await (await makeAuthenticator(env.PUBLIC_URL)).create(options)
  const codes: string[] = []
  for (let tries = 0; tries < 20; tries += 1) {
    const wrong = `wrong-${tries}`.padEnd(SETUP_TOKEN.length, 'x')
    const refused =
      tries % 2 === 0
        ? await callOperator('POST', '/setup/options', { token: wrong, name: 'Eve' })
        : await callOperator('POST', '/setup', { token: wrong, challenge_id, credential })
    codes.push((await expectError(refused, 403)).code)
  }
  expect(codes).toEqual([
    ...Array.from({ length: 5 }, () => 'setup_token_invalid'),
    ...Array.from({ length: 15 }, () => 'setup_locked'),
  ])
  const right = await callOperator('POST', '/setup', {
    token: SETUP_TOKEN,
    challenge_id,
    credential,
  })
  expect((await expectError(right, 403)).code).toBe('setup_locked')
  expect(await rowsOf('SELECT id FROM operators')).toHaveLength(0)
  expect(
    await rowsOf(`SELECT id FROM operator_audit WHERE action = 'setup_token.missed'`),
  ).toHaveLength(5)

  const another = `${SETUP_TOKEN}-another`
  const asked = { token: another, name: 'Ada' }
  const isolate = { ...env, SETUP_TOKEN: another } as Env
  const begun = await callOperator('POST', '/setup/options', asked, {}, isolate)
  expect(begun.status).toBe(200)
})

test('of twenty wrong set-up tokens at once five count, and the lock holds', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, tries) =>
      callOperator('POST', '/setup/options', { token: `wrong-${tries}`, name: 'Eve' }),
    ),
  )
  const codes = await Promise.all(
    answers.map(async (answer) => (await expectError(answer, 403)).code),
  )
  expect(codes.toSorted()).toEqual([
    ...Array.from({ length: 15 }, () => 'setup_locked'),
    ...Array.from({ length: 5 }, () => 'setup_token_invalid'),
  ])
  expect(
    await rowsOf(`SELECT id FROM operator_audit WHERE action = 'setup_token.missed'`),
  ).toHaveLength(5)
  const right = await callOperator('POST', '/setup/options', { token: SETUP_TOKEN, name: 'Ada' })
  expect((await expectError(right, 403)).code).toBe('setup_locked')
})

test('a deployment without operator and token has no dashboard at all', async () => {
  const isolate = { ...env, SETUP_TOKEN: '' } as Env
  await expectNoTrace(async () => {
    for (const [method, path] of [
      ['GET', '/session'],
      ['POST', '/setup/options'],
      ['POST', '/setup'],
      ['POST', '/sign-in/options'],
      ['GET', '/account'],
      ['GET', '/nowhere'],
    ] as const) {
      const refused = await callOperator(method, path, undefined, {}, isolate)
      expect((await expectError(refused, 404)).code).toBe('not_found')
    }
  })
})

test('a passkey signs in with a new session, and once more in place of the old one', async () => {
  const owner = await setUpOwner()
  const other = await signInWith(owner.authenticator)
  expect(await other.clone().json()).toMatchObject({
    state: 'signed_in',
    operator: { name: 'Ada' },
  })
  expect(cookieOf(other)).not.toBe(owner.cookie())

  const old = owner.cookie()
  expect((await owner.refresh()).status).toBe(200)
  expect(owner.cookie()).not.toBe(old)
  const ended = await callOperator('GET', '/account', undefined, { cookie: `pa=${old}` })
  expect((await expectError(ended, 401)).code).toBe('sign_in_required')
  expect(ended.headers.get('www-authenticate')).toBeNull()

  const account = await owner.call('GET', '/account')
  const { sessions } = await account.json<{ sessions: { current: boolean }[] }>()
  expect(sessions.map(({ current }) => current)).toEqual([true, false])
})

test.for([
  ['another site', { origin: 'https://evil.example' }],
  ['another relying party', { rpId: 'evil.example' }],
  ['another challenge', { challenge: 'x'.repeat(43) }],
  ['a registration as an assertion', { type: 'webauthn.create' }],
  ['nobody checked who it was', { isUnverified: true }],
  ['a wrong signature', { badSignature: true }],
  ['somebody else’s, by its word', { userHandle: 'b3BlcmF0b3JfMQ' }],
] as const)('a passkey is refused: %s', async ([, twist]) => {
  const owner = await setUpOwner()
  const refused = await signInWith(owner.authenticator, twist)
  expect((await expectError(refused, 403)).code).toBe('passkey_refused')
  expect(refused.headers.get('set-cookie')).toBeNull()
})

test('a registration for another site or request is refused', async () => {
  const authenticator = await makeAuthenticator(env.PUBLIC_URL)
  for (const twist of [
    { origin: 'https://evil.example' },
    { rpId: 'evil.example' },
    { challenge: 'x'.repeat(43) },
    { isUnverified: true },
    { attests: 'chain' },
  ] as const) {
    const { challenge_id, options } = await beginSetUp()
    const credential = await authenticator.create(options, twist)
    const refused = await callOperator('POST', '/setup', {
      token: SETUP_TOKEN,
      challenge_id,
      credential,
    })
    expect((await expectError(refused, 403)).code).toBe('passkey_refused')
  }
  expect(await rowsOf('SELECT id FROM operators')).toHaveLength(0)
})

test('a passkey may attest by its own key, which nobody asked for', async () => {
  const authenticator = await makeAuthenticator(env.PUBLIC_URL)
  const { challenge_id, options } = await beginSetUp()
  const credential = await authenticator.create(options, { attests: 'self' })
  const answer = await callOperator('POST', '/setup', {
    token: SETUP_TOKEN,
    challenge_id,
    credential,
  })
  expect(answer.status).toBe(201)
})

test('an assertion counts once, for five minutes, and for what it was asked for', async () => {
  const owner = await setUpOwner()
  const asked = await callOperator('POST', '/sign-in/options')
  const { challenge_id, options } = await expectJson<Ceremony>(asked, 200)
  const body = { challenge_id, credential: await owner.authenticator.get(options) }
  const first = await Promise.all(
    Array.from({ length: 5 }, () => callOperator('POST', '/sign-in', body)),
  )
  expect(first.filter(({ status }) => status === 200)).toHaveLength(1)
  const again = await callOperator('POST', '/sign-in', body)
  expect((await expectError(again, 410)).code).toBe('challenge_expired')

  const fresh = await expectJson<Ceremony>(await callOperator('POST', '/sign-in/options'), 200)
  const late = { ...fresh, credential: await owner.authenticator.get(fresh.options) }
  const passkey = await expectJson<Ceremony>(await owner.call('POST', '/passkeys/options'), 200)
  const crossed = await callOperator('POST', '/sign-in', {
    challenge_id: passkey.challenge_id,
    credential: await owner.authenticator.get(passkey.options),
  })
  expect((await expectError(crossed, 410)).code).toBe('challenge_expired')
  later(5 * MINUTE)
  const { challenge_id: id, credential } = late
  const expired = await callOperator('POST', '/sign-in', { challenge_id: id, credential })
  expect((await expectError(expired, 410)).code).toBe('challenge_expired')
  const forged = { challenge_id: `${id.split('.')[0]}.${'0'.repeat(64)}`, credential }
  expect((await callOperator('POST', '/sign-in', forged)).status).toBe(410)
})
