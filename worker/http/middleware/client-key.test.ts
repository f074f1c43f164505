/** Who may use the standard door: RFC 6749 §2.3.1, B101-B105. */
import { expect, test } from 'vitest'
import {
  bearer,
  encodeForm,
  expectOAuthError,
  FORM_TYPE,
  goodForm,
  oauthBody,
  postForm,
  seedExchange,
} from '../../test/exchange.ts'
import { expectNoTrace, sendRaw } from '../../test/http-laws.ts'
import { allScopesBut, badKeys, narrowKey } from '../../test/keys.ts'

test('a key that is none is an unknown client, in the words of the scheme that brought it', async () => {
  const { h, token } = await seedExchange()
  const form = goodForm(await token())
  const keys = new Map(await badKeys(h.environment.id, h.environment.apiKey))
  // Here Basic is a way in: with the key as password.
  keys.set('a key in Basic', { authorization: `Basic ${btoa(`${h.environment.apiKey}:`)}` })
  keys.set('no colon in Basic', { authorization: `Basic ${btoa(h.environment.apiKey)}` })
  keys.set('Basic that is no base64', { authorization: 'Basic ###' })
  keys.set('another scheme', { authorization: `Digest ${h.environment.apiKey}` })
  await expectNoTrace(async () => {
    for (const [problem, headers] of keys) {
      const response = await postForm(form, headers)
      expect([problem, response.status]).toEqual([problem, 401])
      const isBasic = headers['authorization']?.startsWith('Basic') === true
      const scheme = isBasic ? 'Basic' : 'Bearer'
      expect(response.headers.get('www-authenticate')).toBe(`${scheme} realm="pipes"`)
      const body = await expectOAuthError(response, 401, 'invalid_client')
      expect(body.code).toBe('api_key_invalid')
      expect(JSON.stringify(body)).not.toContain(h.environment.apiKey)
    }
    for (const secret of ['', 'sk_test_nonsense']) {
      await expectOAuthError(
        await postForm({ ...form, client_secret: secret }),
        401,
        'invalid_client',
      )
    }
  })
})

test('the key comes by one way: header, Basic with any id, or form', async () => {
  const { h, account, token } = await seedExchange()
  const form = goodForm(await token())
  const { apiKey } = h.environment
  for (const headers of [
    bearer(h),
    { authorization: `bearer ${apiKey}` },
    { authorization: `Basic ${btoa(`:${apiKey}`)}` },
    { authorization: `basic ${btoa(`service%3Aone:${apiKey}`)}` },
    { authorization: `Basic ${btoa(`x:${apiKey.replaceAll('_', '%5F')}`)}` },
  ]) {
    const answer = await oauthBody(await postForm(form, headers))
    expect(answer.access_token).toBe(account.accessToken)
  }
  const inForm = await oauthBody(await postForm({ ...form, client_id: 'x', client_secret: apiKey }))
  expect(inForm.access_token).toBe(account.accessToken)
  await expectNoTrace(async () => {
    const twice = await postForm({ ...form, client_secret: apiKey }, bearer(h))
    await expectOAuthError(twice, 400, 'invalid_request')
    const inQuery = await sendRaw(`/oauth/token?client_secret=${apiKey}`, {
      method: 'POST',
      headers: FORM_TYPE,
      body: encodeForm(form),
    })
    await expectOAuthError(inQuery, 401, 'invalid_client')
  })
})

test('a narrow key opens this door and no other; one that reads every token opens it, too', async () => {
  const { h, account, token } = await seedExchange()
  const form = goodForm(await token())
  const without = await narrowKey(h.environment.id, allScopesBut('tokens:exchange'))
  await expectNoTrace(async () => {
    const refused = await postForm(form, { authorization: `Bearer ${without}` })
    const body = await expectOAuthError(refused, 400, 'unauthorized_client')
    expect([body.code, body.message]).toEqual([
      'key_scope_missing',
      expect.stringContaining('tokens:exchange'),
    ])
  })
  for (const scope of ['tokens:exchange', 'tokens:read'] as const) {
    const key = await narrowKey(h.environment.id, [scope])
    const answer = await oauthBody(await postForm(form, { authorization: `Bearer ${key}` }))
    expect(answer.access_token).toBe(account.accessToken)
  }
  const just = await narrowKey(h.environment.id, ['tokens:exchange'])
  for (const path of ['token', 'credentials']) {
    const response = await sendRaw(`/data-integrations/strict/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${just}`, 'content-type': 'application/json' },
      body: '{"user_id":"user_1"}',
    })
    expect(response.status).toBe(403)
  }
})
