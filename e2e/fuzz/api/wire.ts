/** One connection that is kept: a path goes out as it is written, and an answer that ends the line is told. */
import { Agent, request } from 'node:http'

export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

export type Line = {
  readonly send: (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: Uint8Array | undefined,
  ) => Promise<Reply>
  /** How many connections were opened so far. */
  readonly opened: () => number
  readonly close: () => void
}

export function openLine(url: string): Line {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const sockets = new Set<unknown>()
  return {
    opened: () => sockets.size,
    close: () => agent.destroy(),
    send: (method, path, headers, body) =>
      new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { 'content-length': String(body.length) }
        const sent = request({
          agent,
          hostname,
          port,
          method,
          path,
          headers: { ...headers, ...length },
        })
        sent.setTimeout(30_000, () => sent.destroy(new Error('No answer came within 30 seconds.')))
        sent.on('socket', (socket) => sockets.add(socket))
        sent.on('error', reject)
        sent.on('response', (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(chunks).toString('utf8'),
            }),
          )
        })
        sent.end(body)
      }),
  }
}
