import { describe, expect, test, vi } from 'vitest'
import { createClient } from './client.ts'
import { createSession } from './session.ts'

type Answer = readonly [status: number, body: string]

const clientWith = (answers: readonly (Answer | 'network-error')[], tokens = ['t1', 't2']) => {
  const left = [...answers]
  const fetch = vi.fn(async (_url: RequestInfo | URL, _init?: RequestInit) => {
    const answer = left.shift()
    if (answer === undefined || answer === 'network-error') throw new TypeError('Failed to fetch')
    return new Response(answer[1], { status: answer[0] })
  })
  const getToken = vi.fn(async () => tokens.shift() ?? 'last')
  const source = { kind: 'function', getToken } as const
  const session = createSession(() => source, { fetch, now: () => 0 })
  return {
    send: createClient({ apiUrl: () => 'https://pipes.example', session, fetch }),
    fetch,
    getToken,
  }
}

const expired: Answer = [403, '{"code":"widget_token_expired","message":"m"}']

test('a request carries the token, the contract’s headers, and no cookies', async () => {
  const { send, fetch } = clientWith([[200, '{}']])
  await send('POST', '/x', { a: 1 })
  expect(fetch.mock.calls[0]?.[0]).toBe('https://pipes.example/_widgets/x')
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({
    method: 'POST',
    credentials: 'omit',
    body: '{"a":1}',
    headers: {
      authorization: 'Bearer t1',
      'content-type': 'application/json',
      'workos-widgets-version': '1',
      'workos-widgets-type': 'pipes',
    },
  })
})

describe('a refused token', () => {
  test('is renewed once, and the request sent again', async () => {
    const { send, fetch } = clientWith([expired, [200, '{"a":1}']])
    expect(await send('GET', '/x')).toEqual({ ok: true, value: { a: 1 } })
    expect(fetch.mock.calls[1]?.[1]?.headers).toMatchObject({ authorization: 'Bearer t2' })
  })

  test('twice in a row is the end of the session', async () => {
    const { send, fetch } = clientWith([expired, expired])
    expect(await send('GET', '/x')).toEqual({ ok: false, failure: { kind: 'session_over' } })
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  test('is not sent again when there is no other', async () => {
    const { send, fetch } = clientWith([expired], ['t1', 't1'])
    expect(await send('GET', '/x')).toEqual({ ok: false, failure: { kind: 'session_over' } })
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})

test('another 403 has nothing to do with the token', async () => {
  const { send, getToken } = clientWith([
    [403, '{"code":"origin_not_allowed","message":"Register x."}'],
  ])
  expect(await send('GET', '/x')).toMatchObject({
    failure: { problem: { code: 'origin_not_allowed', message: 'Register x.' } },
  })
  expect(getToken).toHaveBeenCalledTimes(1)
})

test.each([
  [[429, '{}'], 'rate_limited', null],
  [[502, '<html>'], 'server_error', null],
  [[500, '{"code":"internal_error","message":"at line 12"}'], 'internal_error', null],
  [[200, 'not json'], 'network', null],
  ['network-error', 'network', null],
  [[422, '{"code":"invalid","message":"m"}'], 'invalid', 'm'],
] as const)('%j is the problem %s', async (answer, code, message) => {
  const { send } = clientWith([answer])
  expect(await send('GET', '/x')).toMatchObject({ failure: { problem: { code, message } } })
})

test('the fields of a 422 are kept', async () => {
  const { send } = clientWith([
    [422, '{"code":"invalid","message":"m","errors":[{"field":"return_to"},7]}'],
  ])
  expect(await send('GET', '/x')).toMatchObject({ failure: { fields: ['return_to', ''] } })
})
