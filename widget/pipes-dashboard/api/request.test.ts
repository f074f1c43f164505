import { expect, test, vi } from 'vitest'
import { createSend, type SignInReason } from './request.ts'

const refusal = (status: number, code: string, more: object = {}): Response =>
  Response.json({ code, message: `Because of ${code}.`, request_id: 'req_1', ...more }, { status })

/** A network that answers these one after the other, and a person who signs in or does not. */
const setUp = (answers: readonly (Response | Error)[], signsIn = true) => {
  const left = [...answers]
  const asked: SignInReason[] = []
  const network = vi.fn<typeof fetch>(async () => {
    const next = left.shift()
    if (next === undefined || next instanceof Error) throw next ?? new Error('one too many')
    return next
  })
  const send = createSend({
    fetch: network,
    signIn: async (reason) => {
      asked.push(reason)
      return signsIn
    },
  })
  return { send, network, asked }
}

test.each([
  [401, 'sign_in_required', 'expired'],
  [403, 'fresh_sign_in_required', 'fresh'],
] as const)(
  '%d %s: the person signs in, and the same goes out again',
  async (status, code, reason) => {
    const { send, network, asked } = setUp([refusal(status, code), Response.json({ id: 'x' })])
    const answer = await send('PUT', '/environments/e', { name: 'Acme' }, { ifMatch: '7' })
    expect(answer).toEqual({ ok: true, value: { id: 'x' } })
    expect(asked).toEqual([reason])
    expect(network.mock.calls[1]?.[1]?.body).toBe(network.mock.calls[0]?.[1]?.body)
    expect(network.mock.calls[1]?.[1]?.headers).toMatchObject({ 'if-match': '7' })
  },
)

test('who would rather not sign in is told why nothing was done, and is not asked twice', async () => {
  const declined = setUp([refusal(401, 'sign_in_required')], false)
  expect(await declined.send('GET', '/audit')).toMatchObject({
    ok: false,
    failure: { code: 'sign_in_required' },
  })
  const again = setUp([refusal(401, 'sign_in_required'), refusal(401, 'sign_in_required')])
  expect(await again.send('GET', '/audit')).toMatchObject({ ok: false })
  expect(again.asked).toHaveLength(1)
})

test('a refusal names the fields, and nothing that has another shape', async () => {
  const errors = [
    { field: 'credentials.client_id', code: 'required', message: 'must not be empty' },
    { field: 7, message: 'nonsense' },
    null,
  ]
  const { send } = setUp([refusal(422, 'invalid_request', { errors })])
  const answer = await send('POST', '/environments/e/integrations', {})
  expect(answer.ok ? null : [...answer.failure.fields]).toEqual([
    ['credentials.client_id', 'must not be empty'],
  ])
})

test.each([new TypeError('Failed to fetch'), new DOMException('late', 'TimeoutError')])(
  'no answer (%s) is said as such',
  async (error) => {
    const { send } = setUp([error])
    expect(await send('GET', '/audit')).toMatchObject({
      ok: false,
      failure: { status: 0, code: 'offline', message: expect.stringMatching(/Try again/) },
    })
    // What was sent may have arrived.
    const change = setUp([error])
    expect(await change.send('POST', '/environments/e/api_keys', {})).toMatchObject({
      ok: false,
      failure: { code: 'offline', message: expect.stringMatching(/may have been done or not/) },
    })
  },
)

test('a gateway’s page is an error without words of its own; an empty answer is none', async () => {
  const gateway = new Response('<h1>Bad gateway</h1>', { status: 502 })
  const { send } = setUp([gateway, new Response(null, { status: 204 })])
  expect(await send('GET', '/audit')).toMatchObject({
    ok: false,
    failure: { status: 502, code: 'no_answer' },
  })
  expect(await send('DELETE', '/sessions/s')).toEqual({ ok: true, value: null })
})
