/** A product without the widget binds a connection to its user's own session: T01, T02, B110, F64-F66. */
import { expect, test } from 'vitest'
import { createBrowser } from '../../test/browser.ts'
import {
  begin,
  complete,
  eventNames,
  expire,
  RETURN_TO,
  returned,
  toCallback,
  type Begun,
} from '../../test/connect-steps.ts'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { expectError, expectNoTrace, sendRaw } from '../../test/http-laws.ts'
import { operatorPass } from '../../test/operator.ts'
import { expectJson } from '../../test/wire.ts'

const CHALLENGE = 'c'.repeat(43)

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const isConnected = async (user = 'user_1') =>
    (await h.vend({ slug: provider.slug, userId: user })).body.active === true
  const authorize = (body: Record<string, unknown>) =>
    h.api('POST', `/data-integrations/${provider.slug}/authorize`, { user_id: 'user_1', ...body })
  return { h, provider, isConnected, authorize, begun: await begin(h, provider, 'rest_verifier') }
}

/** What the app's return route is called with. */
const cameBack = (response: Response): Record<string, string> => {
  expect(response.status).toBe(303)
  return Object.fromEntries(returned(response))
}

test('the answer names the attempt under which the app keeps its verifier', async () => {
  const { authorize } = await setUp()
  const answer = await expectJson<{ url: string; attempt: { id: string; expires_at: string } }>(
    await authorize({
      code_challenge: CHALLENGE,
      code_challenge_method: 'S256',
      return_to: RETURN_TO,
    }),
    200,
  )
  expect(answer.attempt.id).toMatch(/^attempt_/)
  expect(Date.parse(answer.attempt.expires_at)).toBeGreaterThan(Date.now())
  const [row] = await rowsOf<{ id: string }>(
    'SELECT id FROM connect_attempts WHERE code_challenge = ?',
    CHALLENGE,
  )
  expect(answer.attempt.id).toBe(row?.id)
})

test('the user comes back with attempt and code beside the app’s own query, and is connected by neither', async () => {
  const { h, begun, isConnected } = await setUp()
  const back = cameBack(await begun.browser.send(await toCallback(begun)))
  expect(Object.keys(back)).toEqual(['page', 'pipes_attempt', 'pipes_completion_code'])
  expect(back).toMatchObject({ page: '1', pipes_attempt: begun.attemptId })
  expect(await isConnected()).toBe(false)
  const completionCode = back['pipes_completion_code']
  const first = await expectJson<{ id: string }>(await complete(h, begun, { completionCode }), 200)
  // An answer that was lost is asked for again.
  const again = await expectNoTrace(() => complete(h, begun, { completionCode }))
  expect((await expectJson<{ id: string }>(again, 200)).id).toBe(first.id)
  expect(await isConnected()).toBe(true)
})

test('a user who denies comes back with the reason, and may try again', async () => {
  const { h, provider, begun, isConnected } = await setUp()
  const back = await begun.browser.send(await toCallback(begun, { decision: 'deny' }))
  expect(cameBack(back)).toEqual({
    page: '1',
    pipes_attempt: begun.attemptId,
    pipes_error: 'access_denied',
  })
  const { code } = await expectError(await complete(h, begun, { completionCode: 'x' }), 409)
  expect(code).toBe('attempt_not_pending')
  expect(await eventNames(h)).toEqual(['connection_failed'])

  const second = await begin(h, provider, 'rest_verifier')
  const granted = cameBack(await second.browser.send(await toCallback(second)))
  const completionCode = granted['pipes_completion_code']
  expect((await complete(h, second, { completionCode })).status).toBe(200)
  expect(await isConnected()).toBe(true)
})

test.for<[string, string]>([
  ['of 42 characters', 'v'.repeat(42)],
  ['of 129 characters', 'v'.repeat(129)],
  ['with a blank', `${'v'.repeat(42)} `],
  ['with a plus', `${'v'.repeat(42)}+`],
  ['with a newline', `${'v'.repeat(43)}\n`],
  ['of other letters', 'ｖ'.repeat(43)],
  ['that is empty', ''],
])('a verifier %s is named, and costs no try', async ([, verifier]) => {
  const { h, begun } = await setUp()
  const back = cameBack(await begun.browser.send(await toCallback(begun)))
  const completionCode = back['pipes_completion_code']
  await expectNoTrace(async () => {
    for (let index = 0; index < 7; index += 1) {
      const refused = await complete(h, begun, { completionCode, verifier })
      const { errors } = await expectError(refused, 422)
      expect(errors).toEqual([expect.objectContaining({ field: 'code_verifier' })])
    }
  })
  expect((await complete(h, begun, { completionCode })).status).toBe(200)
})

test.for([43, 128])('a verifier of %i characters is one', async (length) => {
  const { h, authorize } = await setUp()
  const verifier = '-._~aZ09'.repeat(16).slice(0, length)
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  const challenge = btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '')
  const answer = await expectJson<{ url: string; attempt: { id: string } }>(
    await authorize({ code_challenge: challenge, return_to: RETURN_TO }),
    200,
  )
  const begun: Begun = {
    mode: 'rest_verifier',
    user: 'user_1',
    sharedIn: undefined,
    memberOf: undefined,
    url: answer.url,
    attemptId: answer.attempt.id,
    verifier,
    handoffToken: undefined,
    redirectToken: undefined,
    browser: createBrowser(),
  }
  const back = cameBack(await begun.browser.send(await toCallback(begun)))
  const completionCode = back['pipes_completion_code']
  expect((await complete(h, begun, { completionCode })).status).toBe(200)
})

test('the address of another provider finishes nothing', async () => {
  const { h, begun } = await setUp()
  await h.createProvider({ slug: 'other' })
  const back = cameBack(await begun.browser.send(await toCallback(begun)))
  const body = {
    user_id: 'user_1',
    attempt_id: begun.attemptId,
    completion_code: back['pipes_completion_code'],
    code_verifier: begun.verifier,
  }
  await expectNoTrace(async () => {
    const refused = await h.api('POST', '/data-integrations/other/authorize/complete', body)
    expect((await expectError(refused, 404)).code).toBe('attempt_not_found')
  })
  expect((await h.api('POST', '/data-integrations/strict/authorize/complete', body)).status).toBe(
    200,
  )
})

test('a link that its maker sends to another person connects neither of them', async () => {
  const { h, begun, isConnected } = await setUp()
  // The other person follows it in their own browser, consents, and lands in the app as themself.
  const lured = { ...begun, browser: createBrowser() }
  const back = cameBack(await lured.browser.send(await toCallback(lured, { account: 'victim' })))
  const completionCode = back['pipes_completion_code']
  const verifier = 'x'.repeat(43)
  const asVictim = await complete(h, begun, { completionCode, user: 'user_2', verifier })
  expect((await expectError(asVictim, 404)).code).toBe('attempt_not_found')
  // The maker has the verifier, and never sees the code.
  expect((await complete(h, begun, { completionCode: 'guess' })).status).toBe(403)
  expect([await isConnected(), await isConnected('user_2')]).toEqual([false, false])
})

test('an attempt that the user left is over in ten minutes, and the code with it', async () => {
  const { h, begun, isConnected } = await setUp()
  const back = cameBack(await begun.browser.send(await toCallback(begun)))
  await expire(begun)
  const completionCode = back['pipes_completion_code']
  const late = await complete(h, begun, { completionCode })
  expect((await expectError(late, 410)).code).toBe('attempt_expired')
  expect(await isConnected()).toBe(false)
})

test.for<[string, Record<string, unknown>, string]>([
  ['no S256 of anything', { code_challenge: 'short' }, 'code_challenge'],
  ['padded', { code_challenge: `${CHALLENGE}=` }, 'code_challenge'],
  ['plain', { code_challenge: CHALLENGE, code_challenge_method: 'plain' }, 'code_challenge_method'],
  ['without a way back', { code_challenge: CHALLENGE, return_to: null }, 'return_to'],
])('a challenge that is %s begins nothing', async ([, body, field]) => {
  const { authorize } = await setUp()
  await expectNoTrace(async () => {
    const refused = await authorize({ return_to: RETURN_TO, ...body })
    const { errors } = await expectError(refused, 422)
    expect(errors?.[0]?.field).toBe(field)
  })
})

test('an environment that requires it begins nothing without it, and widgets as before', async () => {
  const { h, provider, authorize } = await setUp()
  const require = async (requires_binding: boolean | null) =>
    sendRaw(`/environments/${h.environment.id}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${await operatorPass()}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ requires_binding }),
    })
  expect((await require(true)).status).toBe(200)
  await expectNoTrace(async () => {
    for (const body of [{}, { return_to: RETURN_TO }, { code_challenge: null }]) {
      const { code, message, errors } = await expectError(await authorize(body), 422)
      expect([code, errors?.[0]?.field]).toEqual(['binding_required', 'code_challenge'])
      expect(message).toContain('authorize/complete')
    }
  })
  for (const mode of ['rest_verifier', 'popup', 'react', 'same_tab'] as const) {
    await begin(h, provider, mode)
  }
  const other = await seedEnvironment()
  await begin(other, await other.createProvider(), 'rest_confirmation')

  expect((await require(null)).status).toBe(200)
  await begin(h, provider, 'rest_confirmation')
})
