/** Whose signed tokens an environment believes, and for how long it goes on to. */
import { afterEach, expect, test, vi } from 'vitest'
import { OwnerAccounts } from '../../refresh/owner-accounts.ts'
import { bearer, goodForm, postForm, seedExchange, told } from '../../test/exchange.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { operatorPass } from '../../test/operator.ts'
import { epoch, keySet, makeIssuer } from '../../test/user-tokens.ts'

afterEach(() => {
  vi.useRealTimers()
})

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

test('an environment that names no issuer believes nobody', async () => {
  const made = await makeIssuer()
  const h = await seedEnvironment()
  await h.connectedAccount(await h.createProvider())
  const refused = await postForm(goodForm(await made.token()), bearer(h))
  expect(await told(refused)).toBe('400 invalid_request user_tokens_not_accepted')
  expect(await made.document.requests()).toBe(0)
})

test('an issuer is believed in its own environment only, also where another has the same name', async () => {
  const [one, other] = [await seedExchange(), await seedExchange()]
  expect(one.issuer.issuer).toBe(other.issuer.issuer)
  const foreign = await postForm(goodForm(await one.token()), bearer(other.h))
  expect(await told(foreign)).toBe('400 invalid_request user_token_invalid')
  const elsewhere = await seedExchange({
    userTokenIssuers: [{ ...other.issuer, issuer: 'https://id.example.org' }],
  })
  const unknown = await postForm(goodForm(await one.token()), bearer(elsewhere.h))
  expect(await told(unknown)).toBe('400 invalid_request user_token_not_trusted')
  expect(await told(await one.exchange())).toBe(one.account.accessToken)
})

test.for<[string, object, object, string]>([
  ['expired', { exp: epoch(-3600) }, {}, 'user_token_expired'],
  ['from the future', { nbf: epoch(3600) }, {}, 'user_token_not_yet_valid'],
  ['for another audience', { aud: 'elsewhere' }, {}, 'user_token_not_trusted'],
  ['of another issuer', { iss: 'https://evil.example' }, {}, 'user_token_not_trusted'],
  ['of nobody', { sub: undefined }, {}, 'user_token_claim_invalid'],
  ['without an end', { exp: undefined }, {}, 'user_token_invalid'],
  ['of an unknown key', {}, { kid: 'other' }, 'user_token_invalid'],
  ['for logging out', {}, { typ: 'logout+jwt' }, 'user_token_invalid'],
])('a token %s yields nothing, and no object is woken', async ([, claims, header, code]) => {
  const { h, token } = await seedExchange()
  const hop = vi.spyOn(OwnerAccounts.prototype, 'vendText')
  const subject = await token(claims, header)
  const response = await postForm(goodForm(subject), bearer(h))
  const text = await response.text()
  expect(`${response.status} ${text}`).toContain(`"code":"${code}"`)
  expect(`${response.status} ${text}`).toMatch(/^400 .*"error":"invalid_request"/)
  expect(text).not.toContain(subject.split('.')[2])
  expect(hop).not.toHaveBeenCalled()
})

test('an issuer that was taken away is believed for 30 s more, and not beside a stale snapshot', async () => {
  const { h, account, exchange } = await seedExchange()
  expect(await told(await exchange())).toBe(account.accessToken)
  const headers = {
    authorization: `Bearer ${await operatorPass()}`,
    'content-type': 'application/json',
  }
  const body = '{"user_token_issuers":null}'
  const path = `/environments/${h.environment.id}`
  expect((await h.send(path, { method: 'PUT', headers, body })).status).toBe(200)
  laterBy(29_000)
  expect(await told(await exchange())).toBe(account.accessToken)
  laterBy(2000)
  expect(await told(await exchange())).toBe('400 invalid_request user_tokens_not_accepted')
})

const UNAVAILABLE = '503 temporarily_unavailable user_token_keys_unavailable'

test('while the issuer’s host is down nobody is told that the token is wrong', async () => {
  const { document, key, exchange, account } = await seedExchange()
  const padding = 'x'.repeat(300 * 1024)
  const answers = [
    { cut: true },
    { status: 500 },
    { status: 302, headers: { location: 'https://169.254.169.254/' } },
    { body: '<html>' },
    { body: JSON.stringify({ keys: [key.publicJwk], padding }) },
  ]
  for (const [index, answer] of answers.entries()) {
    await document.put(answer)
    const response = await exchange()
    expect(response.headers.get('retry-after')).toBe('5')
    expect([answer, await told(response)]).toEqual([answer, UNAVAILABLE])
    expect(await document.requests()).toBe(index + 1)
    laterBy(6000)
  }
  await document.put({ body: keySet(key) })
  expect(await told(await exchange())).toBe(account.accessToken)
})

test('keys at an address that nobody may call are not called for', async () => {
  const { issuer, token } = await makeIssuer()
  for (const jwksUri of [
    'https://169.254.169.254/jwks',
    'http://localhost:1/jwks',
    'https://keys.internal/jwks',
    'file:///etc/passwd',
  ]) {
    // Not by our API, which refuses it: an operator's hand in D1.
    const h = await seedEnvironment({ settings: { userTokenIssuers: [{ ...issuer, jwksUri }] } })
    await h.connectedAccount(await h.createProvider())
    const sent = vi.spyOn(globalThis, 'fetch')
    const response = await postForm(goodForm(await token()), bearer(h))
    expect(response.headers.get('retry-after')).toBe('5')
    expect(await told(response)).toBe(UNAVAILABLE)
    expect(sent).not.toHaveBeenCalled()
    sent.mockRestore()
  }
})
