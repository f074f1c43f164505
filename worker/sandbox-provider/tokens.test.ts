/** Tokens at the sandbox provider: rotation, reuse, revocation, and what an access token opens. */
import { describe, expect, test } from 'vitest'
import { sendRaw } from '../test/http-laws.ts'
import {
  ADA,
  advance,
  lookAt,
  obtainTokens,
  post,
  refresh,
  setUpSandbox,
} from '../test/sandbox-provider.ts'

describe('a refresh token', () => {
  test('is good once; used again it ends its family', async () => {
    const sandbox = await setUpSandbox()
    const first = await obtainTokens(sandbox)
    const second = await refresh(sandbox, first.refresh_token)
    expect(second.status).toBe(200)
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect(await lookAt(first.access_token)).toBe(ADA)

    expect(await refresh(sandbox, first.refresh_token)).toMatchObject({ error: 'invalid_grant' })
    expect(await lookAt(second.access_token)).toBe('401')
    expect(await refresh(sandbox, second.refresh_token ?? '')).toMatchObject({
      error: 'invalid_grant',
    })
    expect(await sandbox.account()).toMatchObject({
      calls: { reuse: 1 },
      grants: [{ ended_by: 'token_reuse' }],
    })
  })

  test('without reuse detection is refused the second time, and nothing else happens', async () => {
    const sandbox = await setUpSandbox()
    const first = await obtainTokens(sandbox, { behaviour: { reuse_detection: false } })
    const second = await refresh(sandbox, first.refresh_token)
    expect(await refresh(sandbox, first.refresh_token)).toMatchObject({ error: 'invalid_grant' })
    expect(await lookAt(second.access_token)).toBe(ADA)
    expect(await refresh(sandbox, second.refresh_token ?? '')).toMatchObject({ status: 200 })
  })

  test('with grace answers again for its seconds, counted from its first use', async () => {
    const sandbox = await setUpSandbox()
    const behaviour = { rotation: 'grace', grace_seconds: 10 }
    const first = await obtainTokens(sandbox, { behaviour })
    await refresh(sandbox, first.refresh_token)
    advance(6)
    expect(await refresh(sandbox, first.refresh_token)).toMatchObject({ status: 200 })
    advance(6)
    expect(await refresh(sandbox, first.refresh_token)).toMatchObject({ error: 'invalid_grant' })
    expect((await sandbox.account()).grants[0]?.ended_by).toBe('token_reuse')
  })

  test('without rotation stays, and the answer holds no other', async () => {
    const sandbox = await setUpSandbox()
    const first = await obtainTokens(sandbox, { behaviour: { rotation: 'none' } })
    const second = await refresh(sandbox, first.refresh_token)
    expect(second).toMatchObject({ status: 200 })
    expect(second).not.toHaveProperty('refresh_token')
    expect(await refresh(sandbox, first.refresh_token)).toMatchObject({ status: 200 })
  })

  test('may ask for less, never for more', async () => {
    const sandbox = await setUpSandbox()
    const { refresh_token } = await obtainTokens(sandbox, { scopes: ['profile', 'files:read'] })
    const more = await refresh(sandbox, refresh_token, { scope: 'profile files:write' })
    expect(more).toMatchObject({ status: 400, error: 'invalid_scope' })
    const less = await refresh(sandbox, refresh_token, { scope: 'profile' })
    expect(less).toMatchObject({ status: 200, scope: 'profile' })
  })

  test('dies of a week without use', async () => {
    const sandbox = await setUpSandbox()
    const { refresh_token } = await obtainTokens(sandbox)
    advance(7 * 86_400 + 1)
    expect(await refresh(sandbox, refresh_token)).toMatchObject({ error: 'invalid_grant' })
  })
})

describe('revocation', () => {
  test('of a refresh token ends the grant, of an access token that one', async () => {
    const sandbox = await setUpSandbox()
    const [one, other] = [await obtainTokens(sandbox), await obtainTokens(sandbox)]
    expect((await post('revoke', sandbox, { token: one.access_token })).status).toBe(200)
    expect(await lookAt(one.access_token)).toBe('401')
    expect(await refresh(sandbox, one.refresh_token)).toMatchObject({ status: 200 })
    expect((await post('revoke', sandbox, { token: other.refresh_token })).status).toBe(200)
    expect(await lookAt(other.access_token)).toBe('401')
    expect(await refresh(sandbox, other.refresh_token)).toMatchObject({ error: 'invalid_grant' })
  })

  test('of what is not known succeeds; of nothing it does not', async () => {
    const sandbox = await setUpSandbox()
    expect((await post('revoke', sandbox, { token: 'unknown' })).status).toBe(200)
    expect((await post('revoke', sandbox, {})).status).toBe(400)
  })
})

describe('an access token', () => {
  const ask = (path: 'userinfo' | 'api', authorization?: string): Promise<Response> =>
    sendRaw(
      `/sandbox-provider/${path}`,
      authorization === undefined ? {} : { headers: { authorization } },
    )

  test.for(['userinfo', 'api'] as const)('opens %s while it lives', async (path) => {
    const sandbox = await setUpSandbox()
    const { access_token, refresh_token } = await obtainTokens(sandbox, {
      behaviour: { expires_in: 60 },
    })
    expect((await ask(path, `Bearer ${access_token}`)).status).toBe(200)
    for (const bad of [
      undefined,
      'Bearer x',
      `Basic ${access_token}`,
      `Bearer ${refresh_token}`,
      `Bearer ${access_token.slice(0, -1)}_`,
    ]) {
      const response = await ask(path, bad)
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer .*error="invalid_token"/)
    }
    advance(61)
    expect((await ask(path, `Bearer ${access_token}`)).status).toBe(401)
  })

  test('without the scope profile tells nobody’s name', async () => {
    const { access_token } = await obtainTokens(await setUpSandbox(), { scopes: ['files:read'] })
    expect((await ask('userinfo', `Bearer ${access_token}`)).status).toBe(403)
    expect((await ask('api', `Bearer ${access_token}`)).status).toBe(200)
  })
})
