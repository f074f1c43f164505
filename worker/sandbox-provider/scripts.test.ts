/** Each script, through the whole product: connect, vend, refresh, and what becomes of the connection. */
import { describe, expect, test } from 'vitest'
import { recordOf } from '../test/faults.ts'
import {
  ADA,
  advance,
  connectSandbox,
  lookAt,
  setUpSandbox,
  type Consent,
} from '../test/sandbox-provider.ts'
import { expectJson } from '../test/wire.ts'

/** Connected with a token of a minute, and two minutes later. */
const expired = async (consent: Consent) => {
  const sandbox = await setUpSandbox()
  const { behaviour, ...rest } = consent
  const ended = await connectSandbox(sandbox.h, {
    ...rest,
    behaviour: { expires_in: 60, ...behaviour },
  })
  expect(ended.status).toBe('completed')
  const first = await sandbox.vend()
  expect(first.token).toMatch(/^sandbox-access\./)
  advance(120)
  return { ...sandbox, first: first.token }
}

const active = { body: { active: true }, status: 200 }
const over = { body: { active: false, error: 'needs_reauthorization' }, status: 200 }
const unavailable = { body: { code: 'provider_unavailable' }, status: 503 }

describe('a connection', () => {
  test('is made by consent, is alive at the provider, and is named after its account', async () => {
    const { h, account, vend } = await setUpSandbox()
    expect(await connectSandbox(h)).toMatchObject({ status: 'completed' })
    expect(await lookAt((await vend()).token)).toBe(ADA)
    expect(await account()).toMatchObject({
      calls: { exchange: 1, userinfo: 1 },
      grants: [{ scopes: ['profile', 'files:read', 'files:write'], ended_by: null }],
    })
    const path = '/user_management/users/user_1/connected_accounts/sandbox'
    expect(await expectJson(await h.api('GET', path), 200)).toMatchObject({ state: 'connected' })
  })

  test('that is denied is not made', async () => {
    const { h, vend } = await setUpSandbox()
    const denied = await connectSandbox(h, 'deny')
    expect(denied).toMatchObject({ error: { code: 'access_denied' }, connected_account: null })
    expect((await vend()).body).toMatchObject({ active: false, error: 'not_installed' })
  })

  test('that is disconnected is revoked at the provider', async () => {
    const { h, account, vend } = await setUpSandbox()
    await connectSandbox(h)
    const { token } = await vend()
    const path = '/user_management/users/user_1/connected_accounts/sandbox'
    expect((await h.api('DELETE', path)).status).toBe(204)
    await expect.poll(async () => (await account()).grants[0]?.ended_by).toBe('client')
    expect(await lookAt(token)).toBe('401')
  })
})

describe('what a refresh meets', () => {
  test.for<[string, Consent, typeof active | typeof over | typeof unavailable, number, number]>([
    ['strict rotation', { behaviour: { rotation: 'strict' } }, active, 1, 0],
    ['grace', { behaviour: { rotation: 'grace' } }, active, 1, 0],
    ['no rotation', { behaviour: { rotation: 'none' } }, active, 1, 0],
    ['no refresh token', { behaviour: { refresh_token: false } }, over, 0, 0],
    ['429', { faults: [{ kind: 'rate_limited', seconds: 7 }] }, unavailable, 1, 0],
    ['a 5xx', { faults: [{ kind: 'server_error', status: 500 }] }, unavailable, 1, 0],
    // An answer that cannot be read may have cost the refresh token: it is sent once more, at once.
    ['a page once', { faults: [{ kind: 'html' }] }, active, 2, 0],
    ['a page twice', { faults: [{ kind: 'html', times: 2 }] }, unavailable, 2, 0],
    ['a cut before the work', { faults: [{ kind: 'cut_before' }] }, active, 2, 0],
    ['a cut after a strict rotation', { faults: [{ kind: 'cut_after' }] }, over, 2, 1],
    ['half of a strict rotation', { faults: [{ kind: 'truncated' }] }, over, 2, 1],
    [
      'a cut after a rotation with grace',
      { behaviour: { rotation: 'grace' }, faults: [{ kind: 'cut_after' }] },
      active,
      2,
      0,
    ],
    [
      'half of an answer without rotation',
      { behaviour: { rotation: 'none' }, faults: [{ kind: 'truncated' }] },
      active,
      2,
      0,
    ],
    ['the user’s revocation', { faults: [{ kind: 'revoked_by_user' }] }, over, 1, 0],
    ['an admin’s revocation', { faults: [{ kind: 'revoked_by_admin' }] }, over, 1, 0],
  ])('%s', async ([, consent, outcome, refreshes, reuses]) => {
    const { account, first, reference, vend } = await expired(consent)
    const vended = await vend()
    expect(vended).toMatchObject(outcome)
    expect((await account()).calls).toMatchObject({ refresh: refreshes, reuse: reuses })
    if (outcome === active) {
      expect(vended.token).not.toBe(first)
      expect(await lookAt(vended.token)).toBe(ADA)
    }
    const { status } = await recordOf(reference)
    expect(status).toBe(outcome === over ? 'needs_reauthorization' : 'connected')
  })

  test('a Retry-After of 429 is passed on, and after it the connection heals', async () => {
    const { vend, account } = await expired({ faults: [{ kind: 'rate_limited', seconds: 7 }] })
    expect((await vend()).retryAfter).toBe('7')
    expect(await vend()).toMatchObject(unavailable)
    expect((await account()).calls.refresh).toBe(1)
    advance(8)
    expect(await vend()).toMatchObject(active)
  })

  test('a slow answer is waited for', async () => {
    const { vend } = await expired({ faults: [{ kind: 'slow', milliseconds: 300 }] })
    const startedAt = performance.now()
    expect(await vend()).toMatchObject(active)
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(290)
  })

  test('another account’s tokens are vended: the connection is told by nobody', async () => {
    const { vend } = await expired({
      faults: [{ kind: 'account_switched', account: 'mallory@example.com' }],
    })
    expect(await lookAt((await vend()).token)).toBe('mallory@example.com')
  })
})

describe('what the exchange says', () => {
  test('partial scopes are vended with those that are missing', async () => {
    const { h, vend } = await setUpSandbox()
    await connectSandbox(h, { scopes: ['profile', 'files:read'] })
    expect((await vend()).body).toMatchObject({
      access_token: { scopes: ['profile', 'files:read'], missing_scopes: ['files:write'] },
    })
  })

  test('scopes that the script takes away are missing, too', async () => {
    const { h, script, vend } = await setUpSandbox()
    await script({ behaviour: { scopes: ['profile'] } })
    await connectSandbox(h)
    expect((await vend()).body).toMatchObject({
      access_token: { missing_scopes: ['files:read', 'files:write'] },
    })
  })

  test('without expires_in the token is taken to live on', async () => {
    const { first, vend } = await expired({ behaviour: { stated_expires_in: 'missing' } })
    const vended = await vend()
    expect(vended.body.access_token).toMatchObject({ access_token: first, expires_at: null })
    expect(await lookAt(first)).toBe('401')
  })

  test('with a wrong expires_in a dead token is vended until it is told so', async () => {
    const { first, vend } = await expired({ behaviour: { stated_expires_in: 'wrong' } })
    expect((await vend()).token).toBe(first)
    expect(await lookAt(first)).toBe('401')
  })

  test.for([
    ['rate_limited', {}],
    ['server_error', {}],
    ['html', {}],
    ['truncated', {}],
    ['cut_before', {}],
    ['cut_after', {}],
    ['revoked_by_user', {}],
  ])('a code that meets %s connects nobody', async ([kind]) => {
    const { h, account, vend } = await setUpSandbox()
    const ended = await connectSandbox(h, { faults: [{ kind, on: 'exchange' }] })
    expect(ended).toMatchObject({ status: 'failed', connected_account: null })
    expect((await vend()).body).toMatchObject({ error: 'not_installed' })
    // A code is never sent twice, whatever became of it.
    expect((await account()).calls.exchange).toBe(1)
  })

  test('an account without userinfo is connected all the same', async () => {
    const { h, vend } = await setUpSandbox()
    const faults = [{ kind: 'server_error', on: 'userinfo' }]
    expect(await connectSandbox(h, { faults })).toMatchObject({ status: 'completed' })
    expect(await vend()).toMatchObject(active)
  })
})

describe('from outside', () => {
  test('a revocation by the user is found at the next refresh', async () => {
    const { first, revoke, vend } = await expired({})
    expect(await revoke('user')).toMatchObject({ grants: [{ ended_by: 'user' }] })
    expect(await lookAt(first)).toBe('401')
    expect(await vend()).toMatchObject(over)
  })

  test('an account that an admin blocked can connect again when it is restored', async () => {
    const { h, restore, revoke, vend } = await expired({})
    expect(await revoke('admin')).toMatchObject({ blocked: true })
    expect(await vend()).toMatchObject(over)
    expect(await connectSandbox(h)).toMatchObject({ error: { code: 'admin_consent_required' } })
    expect(await restore()).toMatchObject({ blocked: false })
    expect(await connectSandbox(h)).toMatchObject({ status: 'completed' })
    expect(await vend()).toMatchObject(active)
  })

  test('another account in the place of the first is the one that is connected', async () => {
    const { h, account, first, vend } = await expired({})
    await connectSandbox(h, { account: 'grace@example.com' })
    expect(await lookAt((await vend()).token)).toBe('grace@example.com')
    await expect.poll(async () => (await account()).grants[0]?.ended_by).toBe('client')
    expect(await lookAt(first)).toBe('401')
  })

  test('a script changes what a living connection will meet', async () => {
    const { script, vend, account } = await expired({})
    await script({
      behaviour: { expires_in: 5 },
      faults: [{ kind: 'server_error', times: 2 }, { kind: 'rate_limited' }],
    })
    expect(await vend()).toMatchObject(unavailable)
    advance(400)
    expect(await vend()).toMatchObject(unavailable)
    expect((await account()).faults).toEqual([
      { kind: 'rate_limited', on: 'refresh', times: 1, seconds: 5 },
    ])
    advance(400)
    expect((await vend()).status).toBe(503)
    advance(400)
    const { token } = await vend()
    expect(await lookAt(token)).toBe(ADA)
    advance(6)
    expect(await lookAt(token)).toBe('401')
  })
})

test('what is scripted for some accounts is not held against the others', async () => {
  const { h } = await setUpSandbox()
  const users = Array.from({ length: 6 }, (_, index) => `user_${index}`)
  for (const user of users) {
    const account = `${user}@example.com`
    const faults = [{ kind: 'revoked_by_user' }]
    await connectSandbox(h, { account, behaviour: { expires_in: 60 }, faults }, user)
  }
  advance(120)
  for (const userId of users) {
    expect((await h.vend({ slug: 'sandbox', userId })).body.error).toBe('needs_reauthorization')
  }
  const shown = await h.api('GET', '/data-integrations/sandbox')
  expect(await expectJson(shown, 200)).toMatchObject({ troubles: [] })
})
