/** Answers that are meant to hurt, or to be carried elsewhere: security.md F39, F40. */
import { expect, test } from 'vitest'
import { recordOf } from '../test/faults.ts'
import { seedEnvironment } from '../test/harness.ts'

const expired = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  return { h, provider, account }
}

test.each([301, 302, 303, 307, 308])(
  'F40: a %i to another host is a failure, and nothing goes there',
  async (status) => {
    const { h, provider, account } = await expired()
    const before = (await provider.seen()).blocked
    const location = 'https://evil.example.com/token'
    await provider.faults('refresh_token', { kind: 'status', status, headers: { location } })

    const vended = await h.vend(account)

    expect([vended.status, vended.body.code]).toEqual([503, 'provider_unavailable'])
    expect((await provider.seen()).blocked).toEqual(before)
    expect(await provider.count('refresh_token')).toBe(1)
    expect(await recordOf(account.reference)).toMatchObject({
      status: 'connected',
      uncertain: false,
      lastFailure: { code: `http_${status}` },
    })
  },
)

test('F39: an answer that unpacks to 16 MB is cut off at the cap, and counts as unanswered', async () => {
  const { h, provider, account } = await expired()
  const bomb = { kind: 'gzip', megabytes: 16 } as const
  await provider.faults('refresh_token', bomb, bomb)

  expect((await h.vend(account)).status).toBe(503)

  await expect
    .poll(async () => (await recordOf(account.reference)).lastFailure, { timeout: 5000 })
    .toMatchObject({ kind: 'unknown_outcome', code: 'too_large' })
  expect(await recordOf(account.reference)).toMatchObject({ status: 'connected', uncertain: true })
  expect(await provider.count('refresh_token')).toBe(2)
})

test('F39: an answer that drips, a byte at a time, ends with the provider’s deadline', async () => {
  const { h, provider, account } = await expired()
  await provider.faults('refresh_token', { kind: 'drip', everyMs: 100 })

  expect((await h.vend(account)).body.code).toBe('refresh_in_progress')
  await expect
    .poll(async () => (await recordOf(account.reference)).lastFailure, { timeout: 8000 })
    .toMatchObject({ kind: 'unknown_outcome', code: 'timeout' })
  expect((await recordOf(account.reference)).status).toBe('connected')
})
