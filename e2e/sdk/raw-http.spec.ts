/**
 * What SDKs in other languages put on the wire: Python's `True`, PHP's `1`, Go's bodies with a DELETE,
 * Ruby's escapes, `null` where others leave a member out; and clients that speak HTTP/1.1 and 1.0 by hand.
 */
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from '../support/fixtures.ts'
import type { World } from '../support/world.ts'

type Answer = {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly text: string
}

type Sent = {
  readonly headers?: Readonly<Record<string, string>>
  /** As it goes over the wire; none unless given. */
  readonly body?: string
  readonly agent?: Agent
}

/** Sends exactly this; `fetch` would escape the path and leave a body out of a DELETE. */
function send({ stack }: World, method: string, path: string, sent: Sent = {}): Promise<Answer> {
  const { hostname, port } = new URL(stack.url)
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const { body } = sent
  const headers = {
    authorization: `Bearer ${stack.apiKey}`,
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
    ...sent.headers,
  }
  const agent = sent.agent === undefined ? {} : { agent: sent.agent }
  const asked = request({ hostname, port, method, path, headers, ...agent }, (response) => {
    let text = ''
    response.setEncoding('utf8')
    response.on('data', (chunk: string) => {
      text += chunk
    })
    response.on('end', () => {
      const parsed = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
      resolve({ status: response.statusCode ?? 0, body: parsed, text })
    })
  })
  asked.on('error', reject)
  asked.end(body)
  return promise
}

const accounts = (user: string, query = ''): string =>
  `/user_management/users/${user}/connected_accounts/linear${query}`

const json = (value: unknown): Sent => ({ body: JSON.stringify(value) })

test('a yes in a query is spelled true, True or 1; what we do not know there is passed by', async ({
  user,
  world,
}) => {
  await send(world, 'POST', accounts(user), json({ access_token: 'a-1' }))
  await send(world, 'POST', accounts(user), json({ access_token: 'a-2', connection_intent: 'add' }))
  const countWith = async (query: string): Promise<number> => {
    const path = `/user_management/users/${user}/data_providers${query}`
    const { status, body } = await send(world, 'GET', path)
    expect([query, status]).toEqual([query, 200])
    const rows = body['data'] as readonly { slug: string; connected_accounts: unknown[] }[]
    return rows.find(({ slug }) => slug === 'linear')?.connected_accounts.length ?? 0
  }
  for (const yes of ['true', 'True', '1']) {
    expect([yes, await countWith(`?supports_multiple_connections=${yes}`)]).toEqual([yes, 2])
  }
  for (const no of ['?supports_multiple_connections=false', '', '?expand=all&x[]=1&page.size=3']) {
    expect([no, await countWith(no)]).toEqual([no, 1])
  }
})

test('DELETE goes with a body, with an empty one, with a stated length of none, and without', async ({
  user,
  world,
}) => {
  for (const sent of [
    {},
    { body: '' },
    { body: '{}' },
    { body: 'null' },
    { headers: { 'content-type': 'application/json' } },
  ]) {
    await send(world, 'POST', accounts(user), json({ access_token: 'a-1' }))
    const { status, text } = await send(world, 'DELETE', accounts(user), sent)
    expect([sent, status, text]).toEqual([sent, 204, ''])
  }
})

test('a member that is null is as one that is absent, where null means nothing of its own', async ({
  user,
  world,
}) => {
  const none = {
    organization_id: null,
    connected_account_id: null,
    connection_owner: null,
    supports_multiple_connections: null,
  }
  const vended = await send(
    world,
    'POST',
    '/data-integrations/linear/token',
    json({ user_id: user, ...none }),
  )
  expect(vended).toMatchObject({ status: 200, body: { active: false, error: 'not_installed' } })
  const imported = await send(
    world,
    'POST',
    accounts(user),
    json({ access_token: 'a-1', refresh_token: null, expires_at: null, scopes: null, state: null }),
  )
  expect(imported).toMatchObject({ status: 201, body: { state: 'connected', scopes: [] } })
  const started = await send(
    world,
    'POST',
    '/data-integrations/linear/authorize',
    json({
      user_id: user,
      organization_id: null,
      return_to: null,
      config: null,
      code_challenge: null,
    }),
  )
  expect(started.status).toBe(200)
})

test('an add that is repeated with its Idempotency-Key makes one connection', async ({
  user,
  world,
}) => {
  const add = (key: string, token: string) =>
    send(world, 'POST', accounts(user), {
      ...json({ access_token: token, connection_intent: 'add' }),
      headers: { 'Idempotency-Key': key },
    })
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 8 }, () => add(key, 'a-1')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  const [first] = answers
  expect(new Set(answers.map(({ body }) => body['id']))).toEqual(new Set([first?.body['id']]))
  expect((await add(key, 'a-2')).body).toMatchObject({ code: 'idempotency_key_reused' })
  const other = await add(randomUUID(), 'a-2')
  expect(other.body['id']).not.toBe(first?.body['id'])
})

test('ids that need escaping in a path arrive as they are, however an SDK escapes them', async ({
  world,
}) => {
  const id = `ümlaut/${randomUUID()} +&?#%:|@`
  const once = encodeURIComponent(id)
  // RFC 3986 lets these stand; some SDKs escape them all the same.
  const all = once.replace(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  const lower = once.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())
  const made = await send(world, 'POST', accounts(once), json({ access_token: 'a-1' }))
  expect(made).toMatchObject({ status: 201, body: { user_id: id } })
  for (const spelled of [once, all, lower]) {
    expect(await send(world, 'GET', accounts(spelled))).toMatchObject({
      status: 200,
      body: { user_id: id },
    })
  }
  const vended = await send(world, 'POST', '/data-integrations/linear/token', json({ user_id: id }))
  expect(vended.body).toMatchObject({ active: true })
})

test('one connection carries many requests, refusals among them', async ({ user, world }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const sockets = new Set<unknown>()
  agent.on('free', (socket) => sockets.add(socket))
  for (let count = 0; count < 20; count += 1) {
    const isGood = count % 2 === 0
    const { status } = await send(world, 'POST', '/data-integrations/linear/token', {
      body: isGood ? JSON.stringify({ user_id: user }) : '{"user_id":',
      agent,
    })
    expect(status).toBe(isGood ? 200 : 400)
  }
  agent.destroy()
  expect(sockets.size).toBe(1)
})

test('a client of HTTP/1.0 is answered, and the line closed', async ({ user, world }) => {
  const { hostname, port } = new URL(world.stack.url)
  const body = JSON.stringify({ user_id: user })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const socket = connect(Number(port), hostname)
  let text = ''
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  socket.on('close', () => resolve(text))
  socket.on('error', reject)
  socket.end(
    [
      'POST /data-integrations/linear/token HTTP/1.0',
      `Host: ${hostname}:${port}`,
      `Authorization: Bearer ${world.stack.apiKey}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n'),
  )
  const answer = await promise
  expect(answer).toMatch(/^HTTP\/1\.[01] 200/)
  expect(answer).toContain('"error":"not_installed"')
})
