/** Cloudflare Access in front of the dashboard: who gets in by it, and every assertion that is refused. */
import { env } from 'cloudflare:workers'
import { beforeEach, expect, test, vi } from 'vitest'
import { encodeBase64Url } from '../../../kit/encoding.ts'
import { callOperator, cookieOf, setUpOwner } from '../../../test/dashboard.ts'
import { rowsOf } from '../../../test/faults.ts'
import { expectError, expectNoTrace } from '../../../test/http-laws.ts'
import { outsideOrigin, putAccessKeys } from '../../../test/outside.ts'
import {
  encodePart,
  epoch,
  keySet,
  makeKey,
  signSymmetric,
  signToken,
} from '../../../test/user-tokens.ts'
import { expectJson } from '../../../test/wire.ts'

const AUD = 'a'.repeat(64)
const OWNER = 'ada@acme.example'
const keys = { old: await makeKey('RS256', 'old'), next: await makeKey('RS256', 'next') }
const stranger = await makeKey('RS256', 'old')

let isolate: Env

beforeEach(async () => {
  await putAccessKeys({ body: keySet(keys.old) })
  // Another isolate each time, which knows no key yet.
  isolate = withAccess()
})

const withAccess = (more: object = {}): Env => ({
  ...env,
  ACCESS_TEAM_DOMAIN: outsideOrigin(),
  ACCESS_AUD: AUD,
  ACCESS_OWNER: 'Ada@Acme.example',
  ...more,
})

const claimsOf = (more: object = {}) => ({
  iss: outsideOrigin(),
  aud: [AUD],
  email: OWNER,
  type: 'app',
  sub: crypto.randomUUID(),
  iat: epoch(),
  nbf: epoch(),
  exp: epoch(3600),
  ...more,
})
const assert = (claims: object = {}, key = keys.old, header: object = {}): Promise<string> =>
  signToken(key, { alg: 'RS256', kid: key.publicJwk.kid, typ: 'JWT', ...header }, claimsOf(claims))

type As = { readonly assertion?: string; readonly cookie?: string; readonly at?: Env }

const call = (method: string, path: string, as: As, body?: unknown): Promise<Response> =>
  callOperator(
    method,
    path,
    body,
    {
      ...(as.assertion === undefined ? {} : { 'cf-access-jwt-assertion': as.assertion }),
      ...(as.cookie === undefined ? {} : { cookie: `pa=${as.cookie}` }),
    },
    as.at ?? isolate,
  )

const signIn = (as: As): Promise<Response> => call('POST', '/sign-in/access', as)

/** @returns what the person's browser has then */
async function enter(claims: object = {}): Promise<Required<Pick<As, 'assertion' | 'cookie'>>> {
  const assertion = await assert(claims)
  const done = await signIn({ assertion })
  expect(done.status).toBe(200)
  return { assertion, cookie: cookieOf(done) }
}

test('the owner of the configuration comes in, once is one operator, and a viewer is invited', async () => {
  const state = await expectJson(await call('GET', '/session', {}), 200)
  expect(state).toMatchObject({ state: 'signed_out', sign_in_with: ['access'] })
  const assertion = await assert({ email: 'ADA@acme.example' })
  const both = await Promise.all([signIn({ assertion }), signIn({ assertion })])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  const owner = { assertion, cookie: cookieOf(both[0]) }
  expect(await (await call('GET', '/session', owner)).json()).toMatchObject({
    state: 'signed_in',
    operator: { email: OWNER, role: 'owner' },
    session: { method: 'access' },
  })
  expect(await rowsOf('SELECT id FROM operators')).toHaveLength(1)

  const grace = await assert({ email: 'grace@acme.example' })
  const unknown = await expectError(await signIn({ assertion: grace }), 403)
  expect(unknown.code).toBe('access_person_unknown')
  expect(unknown.message).toContain('grace@acme.example')

  const nameless = await call('POST', '/invitations', owner, { name: 'Grace', role: 'viewer' })
  expect((await expectError(nameless, 422)).errors).toMatchObject([{ field: 'email' }])
  const body = { name: 'Grace', role: 'viewer', email: 'Grace@acme.example' }
  const invited = await expectJson(await call('POST', '/invitations', owner, body), 201)
  expect(invited).toMatchObject({ email: 'grace@acme.example', url: `${env.PUBLIC_URL}/dashboard` })
  expect(await (await signIn({ assertion: grace })).json()).toMatchObject({
    operator: { name: 'Grace', role: 'viewer', email: 'grace@acme.example' },
  })
  const again = await call('POST', '/invitations', owner, body)
  expect((await expectError(again, 409)).code).toBe('operator_exists')
  const audit = await rowsOf<{ action: string }>('SELECT action FROM operator_audit ORDER BY id')
  expect(audit.map(({ action }) => action)).toContain('operator.joined')
})

test('who was invited twice and is removed is a stranger', async () => {
  const owner = await enter()
  const email = 'grace@acme.example'
  for (const role of ['owner', 'viewer']) {
    const invited = await call('POST', '/invitations', owner, { name: 'Grace', role, email })
    expect(invited.status).toBe(201)
  }
  const assertion = await assert({ email })
  const { operator } = await expectJson<{ operator: { id: string; role: string } }>(
    await signIn({ assertion }),
    200,
  )
  expect(operator.role).toBe('viewer')
  expect((await call('DELETE', `/operators/${operator.id}`, owner)).status).toBe(204)
  const refused = await expectError(await signIn({ assertion }), 403)
  expect(refused.code).toBe('access_person_unknown')
})

test('an assertion that is forged, over, or for another is refused, and leaves nothing', async () => {
  const unsigned = `${encodePart({ alg: 'none', typ: 'JWT' })}.${encodePart(claimsOf())}.`
  const publicKey = JSON.stringify(keys.old.publicJwk)
  const good = await assert()
  const [header = '', , signature = ''] = good.split('.')
  const cases: readonly (readonly [string, string, string])[] = [
    ['another audience', await assert({ aud: ['b'.repeat(64)] }), 'ACCESS_AUD'],
    ['another team', await assert({ iss: 'https://evil.cloudflareaccess.com' }), 'ACCESS_TEAM'],
    ['expired', await assert({ exp: epoch(-120) }), 'expired'],
    ['without an end', await assert({ exp: undefined }), 'until when'],
    ['from the future', await assert({ nbf: epoch(600) }), 'future'],
    ['alg none', unsigned, 'no signed JSON Web Token'],
    ['alg none, with a signature', `${unsigned}${encodeBase64Url(new Uint8Array(8))}`, 'RS256'],
    ['HS256 under the public key', await signSymmetric(publicKey, claimsOf()), 'RS256'],
    ['PS256', await signToken(stranger, { alg: 'PS256', kid: 'old' }, claimsOf()), 'RS256'],
    ['a stranger’s key under a known id', await assert({}, stranger), 'signature'],
    ['a key that nobody has', await assert({}, keys.old, { kid: 'nobody' }), 'names no key'],
    [
      'another body',
      `${header}.${encodePart(claimsOf({ email: 'eve@acme.example' }))}.${signature}`,
      'signature',
    ],
    ['a service token', await assert({ email: undefined, common_name: 'ci' }), 'no person'],
    ['the team’s own session', await assert({ type: 'org' }), 'no person'],
    ['no token at all', 'x', 'no signed JSON Web Token'],
  ]
  // The team's keys are there then.
  await enter()
  await expectNoTrace(async () => {
    for (const [which, assertion, words] of cases) {
      const refused = await signIn({ assertion })
      const { code, message } = await expectError(refused, 403)
      expect([which, code]).toEqual([which, 'access_assertion_refused'])
      expect(message).toContain(words)
      expect(refused.headers.get('set-cookie')).toBeNull()
    }
    const missing = await expectError(await signIn({}), 403)
    expect(missing.code).toBe('access_assertion_missing')
  })
})

test('a cookie opens nothing without an assertion of the same person, or once it is ended', async () => {
  const owner = await enter()
  expect((await call('GET', '/account', owner)).status).toBe(200)
  const eve = await assert({ email: 'eve@acme.example' })
  const without: readonly As[] = [
    { cookie: owner.cookie },
    { ...owner, assertion: eve },
    { ...owner, assertion: await assert({ exp: epoch(-120) }) },
    { assertion: owner.assertion },
  ]
  for (const as of without) await expectError(await call('GET', '/account', as), 401)

  expect((await call('POST', '/sessions/end-all', owner)).status).toBe(204)
  const ended = await expectError(await call('GET', '/account', owner), 401)
  expect(ended.code).toBe('sign_in_required')
})

test('what Access only repeats is no fresh sign-in', async () => {
  const old = await enter({ iat: epoch(-600), nbf: epoch(-600) })
  const body = { name: 'Grace', role: 'viewer', email: 'grace@acme.example' }
  const refused = await expectError(await call('POST', '/invitations', old, body), 403)
  expect(refused.code).toBe('fresh_sign_in_required')
  expect(refused.message).toContain('Cloudflare Access')
  // Signing in here once more with the same assertion changes nothing.
  const same = { ...old, cookie: cookieOf(await signIn(old)) }
  await expectError(await call('POST', '/invitations', same, body), 403)
  await expectError(await call('GET', '/account', old), 401)

  const assertion = await assert()
  const fresh = { assertion, cookie: cookieOf(await signIn({ ...same, assertion })) }
  expect((await call('POST', '/invitations', fresh, body)).status).toBe(201)
})

test('passkeys open nothing behind Access, and an assertion nothing without it', async () => {
  const owner = await setUpOwner()
  const assertion = await assert()
  expect((await owner.call('GET', '/account')).status).toBe(200)
  await expectError(await call('GET', '/account', { cookie: owner.cookie(), assertion }), 401)
  for (const path of ['/sign-in/options', '/setup/options', '/invitations/options']) {
    const refused = await expectError(await call('POST', path, { assertion }, {}), 403)
    expect(refused.code).toBe('passkeys_off')
  }

  const theirs = await enter()
  const off = withAccess({ ACCESS_TEAM_DOMAIN: '', ACCESS_AUD: '', ACCESS_OWNER: '' })
  await expectNoTrace(async () => {
    const refused = await expectError(await signIn({ assertion, at: off }), 403)
    expect(refused.code).toBe('access_off')
    await expectError(await call('GET', '/account', { ...theirs, at: off }), 401)
    await expectError(await call('GET', '/account', { assertion, at: off }), 401)
  })
})

test('the team’s next key is found, and while its keys cannot be read nobody is taken for anybody', async () => {
  const document = await putAccessKeys({ body: keySet(keys.old) })
  const before = await document.requests()
  const owner = await enter()
  for (let count = 0; count < 3; count += 1) await call('GET', '/account', owner)
  expect((await document.requests()) - before).toBe(1)

  await document.put({ body: keySet(keys.old, keys.next) })
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000)
  expect((await signIn({ assertion: await assert({}, keys.next) })).status).toBe(200)

  await document.put({ status: 503 })
  const silent = await call('GET', '/account', { ...owner, at: withAccess() })
  expect((await expectError(silent, 503)).code).toBe('access_keys_unavailable')
  expect(silent.headers.get('retry-after')).toMatch(/^\d+$/)
})

test.for([
  [{ ACCESS_AUD: '' }, 'ACCESS_AUD missing'],
  [{ ACCESS_TEAM_DOMAIN: '', ACCESS_OWNER: '' }, 'ACCESS_TEAM_DOMAIN and ACCESS_OWNER missing'],
  [{ ACCESS_TEAM_DOMAIN: 'http://acme.cloudflareaccess.com' }, 'must be a host name'],
  [{ ACCESS_TEAM_DOMAIN: 'http://127.0.0.1:1' }, 'must be a host name'],
  [{ ACCESS_AUD: 'not-a-tag' }, '64 hexadecimal digits'],
  [{ ACCESS_OWNER: 'Ada' }, 'one e-mail address'],
] as const)('a deployment that is half configured says so: %j', async ([more, words]) => {
  const refused = await call('GET', '/session', { at: withAccess(more) })
  const { code, message } = await expectError(refused, 503)
  expect(code).toBe('misconfigured')
  expect(message).toContain(words)
})
