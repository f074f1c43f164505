/**
 * A load client over bare sockets: it writes one prepared request again and again and counts answers.
 * It costs a fraction of what it measures, so that the ratio is the servers' and not the client's.
 */
import { connect, type Socket } from 'node:net'
import { UnexpectedAnswer } from './answers.ts'

export type Load = {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly concurrency: number
  readonly durationMs: number
}

export type Measured = {
  readonly answers: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/**
 * Runs the load.
 *
 * @throws UnexpectedAnswer at the first answer that is not a 200: refusals are quick, and no measure
 */
export async function measure(load: Load): Promise<Measured> {
  const request = requestBytes(load)
  const latencies: number[] = []
  const startedAt = performance.now()
  const end = startedAt + load.durationMs
  await Promise.all(
    Array.from({ length: load.concurrency }, () =>
      runConnection(load.url, request, end, (latencyMs) => latencies.push(latencyMs)),
    ),
  )
  const elapsedMs = performance.now() - startedAt
  latencies.sort((a, b) => a - b)
  const quantile = (part: number): number => latencies[Math.floor(latencies.length * part)] ?? 0
  return {
    answers: latencies.length,
    perSecond: (latencies.length / elapsedMs) * 1000,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
  }
}

function requestBytes({ url, headers, body }: Load): Buffer {
  const lines = [
    `POST ${url.pathname} HTTP/1.1`,
    `host: ${url.host}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ]
  return Buffer.from(lines.join('\r\n'))
}

function runConnection(
  url: URL,
  request: Buffer,
  end: number,
  onAnswer: (latencyMs: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(Number(url.port), url.hostname)
    socket.setNoDelay(true)
    let received = ''
    let sentAt = 0
    const send = (): void => {
      sentAt = performance.now()
      socket.write(request)
    }
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1')
      const answer = completeAnswer(received)
      if (answer === undefined) return
      if (answer.status !== 200) {
        const [, body = ''] = received.split('\r\n\r\n')
        reject(new UnexpectedAnswer(`POST ${url.href}`, answer.status, body))
        socket.destroy()
        return
      }
      received = received.slice(answer.length)
      onAnswer(performance.now() - sentAt)
      if (performance.now() < end) send()
      else socket.destroy()
    })
  })
}

/** The first answer in the text, once it is all there; answers carry a length or are chunked. */
function completeAnswer(text: string): { length: number; status: number } | undefined {
  const headEnd = text.indexOf('\r\n\r\n')
  if (headEnd === -1) return undefined
  const head = text.slice(0, headEnd).toLowerCase()
  const status = Number(head.slice(9, 12))
  const [, length] = /\r\ncontent-length: (\d+)/.exec(head) ?? []
  if (length !== undefined) {
    const total = headEnd + 4 + Number(length)
    return text.length >= total ? { length: total, status } : undefined
  }
  const chunksEnd = text.indexOf('0\r\n\r\n', headEnd + 4)
  return chunksEnd === -1 ? undefined : { length: chunksEnd + 5, status }
}
