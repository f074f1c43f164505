/** How much of a body is read, whatever its header says about it (B64, B65, B70). */
import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { createApp } from '../app.ts'
import { seedEnvironment } from '../test/harness.ts'
import { expectError, expectNoTrace, sendRaw } from '../test/http-laws.ts'

const LIMIT = 64 * 1024

const setUp = async () => {
  const h = await seedEnvironment()
  const headers = {
    authorization: `Bearer ${h.environment.apiKey}`,
    'content-type': 'application/json',
  }
  const send = (body: BodyInit, more: Record<string, string> = {}) =>
    sendRaw('/widgets/token', { method: 'POST', headers: { ...headers, ...more }, body })
  return { send }
}

/** A valid request of exactly this many bytes. */
const bodyOf = (bytes: number): string => {
  const open = '{"user_id":"user_1"'
  return `${open}${' '.repeat(bytes - open.length - 1)}}`
}

const inChunks = (text: string, size = 1000): ReadableStream<Uint8Array> => {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + size))
      at += size
      return undefined
    },
  })
}

test('64 kB are taken, and one byte more is not, in one piece or in chunks', async () => {
  const { send } = await setUp()
  expect((await send(bodyOf(LIMIT))).status).toBe(201)
  expect((await send(inChunks(bodyOf(LIMIT)))).status).toBe(201)
  await expectNoTrace(async () => {
    for (const body of [bodyOf(LIMIT + 1), inChunks(bodyOf(LIMIT + 1))]) {
      expect((await expectError(await send(body), 413)).code).toBe('body_too_large')
    }
  })
})

test('a body is measured, whatever length it states', async () => {
  const { send } = await setUp()
  for (const stated of ['10', '0', '-1', '+5', '0x10', '1e1', 'x', '']) {
    const response = await send(inChunks(bodyOf(LIMIT + 1)), { 'content-length': stated })
    expect([stated, response.status]).toEqual([stated, 413])
  }
})

test('a body that states too much is refused without waiting for its end', async () => {
  const { send } = await setUp()
  const stalled = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(10).fill(32)),
  })
  await expectError(await send(stalled, { 'content-length': '99999999999' }), 413)
})

test('a body without an end is given up at the limit', async () => {
  const { send } = await setUp()
  let given = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 1024
      controller.enqueue(new Uint8Array(1024).fill(32))
    },
  })
  await expectError(await send(endless), 413)
  expect(given).toBeLessThan(4 * LIMIT)
})

test('a byte order mark is no part of JSON, and a character may be cut between chunks', async () => {
  const { send } = await setUp()
  expect((await send('\uFEFF{"user_id":"u"}')).status).toBe(201)
  expect((await send(inChunks('{"user_id":"ünïcödé😀"}', 1))).status).toBe(201)
})

test('of many mistakes twenty are named, in the words of this service', async () => {
  const { send } = await setUp()
  const scopes = Array.from({ length: 3000 }, (_, index) => `canary-secret-${index}`)
  const body = JSON.stringify({ user_id: 'u', organization_id: 'o', scopes })
  const { errors } = await expectError(await send(body), 422)
  expect(errors).toHaveLength(20)
  expect(errors?.[0]).toEqual({
    field: 'scopes.0',
    code: 'invalid',
    message: 'must be widgets:pipes:manage',
  })
  expect(JSON.stringify(errors)).not.toContain('canary')
})

test('what is missing, unknown and wrong is told apart by its code', async () => {
  const { send } = await setUp()
  const { errors } = await expectError(await send('{"organization_id":5,"extra":1}'), 422)
  expect(errors).toEqual([
    { field: 'user_id', code: 'required', message: 'is required' },
    { field: 'organization_id', code: 'invalid', message: 'must be a string' },
    { field: 'extra', code: 'unknown_field', message: 'is not a field of this request' },
  ])
})

test('of an empty id it is said that it is empty, and nothing else', async () => {
  const { send } = await setUp()
  const { errors } = await expectError(await send('{"user_id":""}'), 422)
  expect(errors).toEqual([{ field: 'user_id', code: 'invalid', message: 'must not be empty' }])
})

test.for([
  ['empty', ''],
  ['of 256 characters', 'x'.repeat(256)],
  ['with a NUL', 'a\u0000b'],
  ['with a line break', 'a\nb'],
  ['with half of a character', 'a\ud800'],
])('a user id %s is refused', async ([, id]) => {
  const { send } = await setUp()
  const response = await send(JSON.stringify({ user_id: id }))
  expect((await expectError(response, 422)).errors?.[0]?.field).toBe('user_id')
})

test('a body that is cut off is the caller’s, and no line of an error', async () => {
  const h = await seedEnvironment()
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  for (const length of [{}, { 'content-length': '100' }]) {
    const authorization = `Bearer ${h.environment.apiKey}`
    const request = new Request(`${env.PUBLIC_URL}/widgets/token`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', ...length },
      body: new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode('{"user_id":')),
        pull: (controller) => controller.error(new Error('Network connection lost.')),
      }),
    })
    // Not through the runtime's own client, which would end such a body as if it were whole.
    const response = await createApp().fetch(request, env, createExecutionContext())
    expect((await expectError(response, 400)).code).toBe('body_incomplete')
  }
  expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([])
})
