/** Free ports on loopback: the wanted one, else the next; 0 is any. */
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

const HOSTS = ['127.0.0.1', '::1']
const ATTEMPTS = 200

/**
 * @param wanted the port to try first; 0 is any
 * @param taken ports that are promised to somebody else in this start
 */
export async function freePort(wanted: number, taken: ReadonlySet<number>): Promise<number> {
  if (wanted === 0) return anyPort(taken)
  for (let port = wanted; port < wanted + ATTEMPTS && port < 65_536; port += 1) {
    if (!taken.has(port) && (await isFree(port))) return port
  }
  throw new Error(`No free port between ${wanted} and ${wanted + ATTEMPTS}`)
}

/**
 * Below the ports that systems give to outgoing connections (Linux from 32768, others from 49152): the
 * one that is found here is used later, and no connection takes it until then.
 */
const QUIET = { first: 12_000, end: 32_000 }

async function anyPort(taken: ReadonlySet<number>): Promise<number> {
  for (;;) {
    const port = randomInt(QUIET.first, QUIET.end)
    if (!taken.has(port) && (await isFree(port))) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  for (const host of HOSTS) {
    if ((await listenOnce(port, host)) === undefined) return false
  }
  return true
}

function listenOnce(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has no ::1; nothing can be in the way there.
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' ? port : undefined)
    })
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const found = typeof address === 'object' && address !== null ? address.port : port
      server.close(() => resolve(found))
    })
  })
}
