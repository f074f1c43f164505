import { describe, expect, test } from 'vitest'
import { EgressRefused, EgressUnanswered, createEgress } from './safe-fetch.ts'
import type { EgressAnswer, EgressOptions, EgressRequest } from './safe-fetch.ts'

type Sent = { readonly url: string; readonly init: RequestInit }

/** The world: answers as told and keeps what it was sent. */
function world(answer: (sent: Sent) => Response | Promise<Response>) {
  const sent: Sent[] = []
  const fetchWorld = async function (this: unknown, url: unknown, init?: RequestInit) {
    if (this !== undefined) throw new TypeError('Illegal invocation')
    const request = { url: String(url), init: init ?? {} }
    sent.push(request)
    return await answer(request)
  } as typeof fetch
  return { fetch: fetchWorld, sent }
}

const post = (changes: Partial<EgressRequest> = {}): EgressRequest => ({
  url: 'https://idp.example.com/token',
  method: 'POST',
  headers: new Headers({ 'content-type': 'application/x-www-form-urlencoded' }),
  body: 'grant_type=refresh_token',
  ...changes,
})

const egressTo = (fetcher: typeof fetch, changes: Partial<EgressOptions> = {}) =>
  createEgress({ fetch: fetcher, loopbackOrigins: [], deadlineMs: 5_000, ...changes })

const caught = (answer: Promise<EgressAnswer>): Promise<unknown> =>
  answer.then(
    () => 'answered',
    (error: unknown) => error,
  )

test('an answer comes back with its status, headers and text', async () => {
  const { fetch, sent } = world(
    () => new Response('{"a":"ü"}', { status: 400, headers: { 'retry-after': '7' } }),
  )
  const answer = await egressTo(fetch)(post())

  expect(answer.status).toBe(400)
  expect(answer.text).toBe('{"a":"ü"}')
  expect(answer.headers.get('retry-after')).toBe('7')
  expect(sent[0]?.url).toBe('https://idp.example.com/token')
  expect(sent[0]?.init.method).toBe('POST')
  expect(sent[0]?.init.body).toBe('grant_type=refresh_token')
})

test('an empty answer is an empty text', async () => {
  const { fetch } = world(() => new Response(null, { status: 204 }))
  expect((await egressTo(fetch)(post())).text).toBe('')
})

test('a redirect is the answer: nothing goes to the place it names', async () => {
  for (const status of [301, 302, 303, 307, 308]) {
    const { fetch, sent } = world(
      () => new Response(null, { status, headers: { location: 'https://evil.example/' } }),
    )
    expect((await egressTo(fetch)(post())).status).toBe(status)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.init.redirect).toBe('manual')
  }
})

test('it introduces itself as pipes unless the request has a name of its own', async () => {
  const { fetch, sent } = world(() => new Response())
  const egress = egressTo(fetch)
  await egress(post())
  await egress(post({ headers: new Headers({ 'user-agent': 'acme' }) }))

  expect(sent.map(({ init }) => new Headers(init.headers).get('user-agent'))).toEqual([
    'pipes',
    'acme',
  ])
})

test('cookies travel neither way', async () => {
  const { fetch, sent } = world(() => new Response('', { headers: { 'set-cookie': 'a=b' } }))
  const answer = await egressTo(fetch)(post({ headers: new Headers({ cookie: 'a=b' }) }))

  expect(new Headers(sent[0]?.init.headers).has('cookie')).toBe(false)
  expect(answer.headers.has('set-cookie')).toBe(false)
})

test('the headers of the caller are left as they were', async () => {
  const headers = new Headers({ cookie: 'a=b' })
  await egressTo(world(() => new Response()).fetch)(post({ headers }))
  expect([...headers]).toEqual([['cookie', 'a=b']])
})

describe('a refused request is never sent:', () => {
  const refusedWith = async (request: EgressRequest, changes: Partial<EgressOptions> = {}) => {
    const { fetch, sent } = world(() => new Response())
    const error = await caught(egressTo(fetch, changes)(request))
    expect(sent).toHaveLength(0)
    expect(error).toBeInstanceOf(EgressRefused)
    return error instanceof EgressRefused ? error : undefined
  }

  test('a host inside', async () => {
    const error = await refusedWith(post({ url: 'https://169.254.169.254/?token=canary' }))
    expect(error?.reason).toBe('ip_address')
    expect(error?.message).not.toContain('canary')
  })

  test('our own origin', async () => {
    const changes = { ownOrigin: 'https://idp.example.com' }
    expect((await refusedWith(post(), changes))?.reason).toBe('own_host')
  })

  test('loopback where no sandbox admits it', async () => {
    const request = post({ url: 'http://127.0.0.1:4101/token' })
    expect((await refusedWith(request))?.reason).toBe('scheme_not_https')
  })

  test('a method that no provider needs', async () => {
    for (const method of ['TRACE', 'CONNECT', 'post', 'GET\r\n']) {
      expect((await refusedWith(post({ method })))?.reason).toBe('method')
    }
  })

  test('a caller that has already given up', async () => {
    expect((await refusedWith(post({ signal: AbortSignal.abort() })))?.reason).toBe('aborted')
  })
})

test('an admitted loopback origin is called', async () => {
  const { fetch, sent } = world(() => new Response('ok'))
  const egress = egressTo(fetch, { loopbackOrigins: ['http://127.0.0.1:4101'] })
  await egress(post({ url: 'http://127.0.0.1:4101/token' }))
  expect(sent).toHaveLength(1)
})

describe('an unanswered request may have been sent:', () => {
  const unansweredWith = async (
    answer: () => Response | Promise<Response>,
    changes: Partial<EgressOptions> = {},
    request = post(),
  ) => {
    const error = await caught(egressTo(world(answer).fetch, changes)(request))
    expect(error).toBeInstanceOf(EgressUnanswered)
    return error instanceof EgressUnanswered ? error : undefined
  }
  const never = new Promise<Response>(() => {})

  test('a reset connection, whose message is not repeated', async () => {
    const reset = () => Promise.reject(new TypeError('reset at https://idp.example.com/?canary'))
    const error = await unansweredWith(reset)
    expect(error?.reason).toBe('network')
    expect(JSON.stringify([error?.message, error?.cause, error?.stack])).not.toContain('canary')
  })

  test('no answer within the deadline', async () => {
    expect((await unansweredWith(() => never, { deadlineMs: 20 }))?.reason).toBe('timeout')
  })

  test('a body that stalls until the deadline', async () => {
    const stalled = () => new Response(new ReadableStream({ pull: () => never.then(() => {}) }))
    expect((await unansweredWith(stalled, { deadlineMs: 20 }))?.reason).toBe('timeout')
  })

  test('a caller that gives up in the middle', async () => {
    const giveUp = new AbortController()
    const answer = () => {
      giveUp.abort()
      return never
    }
    const request = post({ signal: giveUp.signal })
    expect((await unansweredWith(answer, {}, request))?.reason).toBe('aborted')
  })

  test('an endless body, which is cut at the cap', async () => {
    let pulled = 0
    let cancelled = false
    const endless = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            pulled += 1
            controller.enqueue(new Uint8Array(1024))
          },
          cancel() {
            cancelled = true
          },
        }),
      )
    expect((await unansweredWith(endless, { maxBytes: 4096 }))?.reason).toBe('too_large')
    expect(pulled).toBeLessThan(10)
    expect(cancelled).toBe(true)
  })

  test('one byte over the cap, and not one less', async () => {
    const answerOf = (size: number) => () => new Response('a'.repeat(size))
    expect((await unansweredWith(answerOf(101), { maxBytes: 100 }))?.reason).toBe('too_large')
    const egress = egressTo(world(answerOf(100)).fetch, { maxBytes: 100 })
    expect((await egress(post())).text).toHaveLength(100)
  })

  test('the cap is 256 kB unless told', async () => {
    const large = () => new Response('a'.repeat(256 * 1024 + 1))
    expect((await unansweredWith(large))?.reason).toBe('too_large')
  })

  test('bytes that are not UTF-8', async () => {
    const latin1 = () => new Response(new Uint8Array([0x7b, 0xfc, 0x7d]))
    expect((await unansweredWith(latin1))?.reason).toBe('not_utf8')
  })
})

test('a character split between two chunks survives', async () => {
  const chunks = [new Uint8Array([0xc3]), new Uint8Array([0xbc])]
  const split = () =>
    new Response(
      new ReadableStream({
        start(controller) {
          for (const chunk of chunks) controller.enqueue(chunk)
          controller.close()
        },
      }),
    )
  expect((await egressTo(world(split).fetch)(post())).text).toBe('ü')
})

describe('the reserved server', () => {
  const reserved = (answer: (request: Request) => Promise<Response>) => ({
    origin: 'https://inside.invalid',
    fetch: answer,
  })

  test('answers its own origin, and the network hears nothing of it', async () => {
    const { fetch, sent } = world(() => new Response('outside'))
    const egress = egressTo(fetch, {
      reserved: reserved(async (request) => new Response(`${request.url} ${await request.text()}`)),
    })
    const answer = await egress(post({ url: 'https://inside.invalid/token' }))
    expect(answer.text).toBe('https://inside.invalid/token grant_type=refresh_token')
    expect(sent).toEqual([])
    expect((await egress(post())).text).toBe('outside')
  })

  test('is nobody else’s name', async () => {
    const { fetch, sent } = world(() => new Response('outside'))
    const asked: string[] = []
    const egress = egressTo(fetch, {
      reserved: reserved(async ({ url }) => {
        asked.push(url)
        return new Response('inside')
      }),
    })
    for (const url of [
      'https://inside.invalid',
      'https://inside.invalid.evil.example/token',
      'https://inside.invalid@evil.example/token',
      'https://x.inside.invalid/token',
      'http://inside.invalid/token',
    ]) {
      await caught(egress(post({ url })))
    }
    expect(asked).toEqual([])
    expect(sent.map(({ url }) => url)).toEqual(['https://inside.invalid.evil.example/token'])
    const refused = await caught(egressTo(fetch)(post({ url: 'https://inside.invalid/token' })))
    expect(refused).toBeInstanceOf(EgressRefused)
  })

  test('is held to the deadline, and its cut connections are those of a network', async () => {
    const { fetch } = world(() => new Response('outside'))
    const never = egressTo(fetch, {
      deadlineMs: 20,
      reserved: reserved(() => new Promise(() => undefined)),
    })
    const url = 'https://inside.invalid/token'
    expect(await caught(never(post({ url })))).toMatchObject({ reason: 'timeout' })
    const cut = new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) })
    const broken = egressTo(fetch, { reserved: reserved(async () => new Response(cut)) })
    expect(await caught(broken(post({ url })))).toMatchObject({ reason: 'network' })
  })
})
