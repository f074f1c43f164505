/** Worker tests run in workerd with real D1, KV and Durable Objects, and one scripted world outside. */
import { request, type IncomingMessage, type ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { testSecrets } from './test/secrets.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('..'),
  // As wrangler.toml has it; what it builds is for the bundle alone.
  resolve: {
    alias: Object.fromEntries(
      ['@peculiar/x509', '@peculiar/asn1-android', 'reflect-metadata'].map((name) => [
        name,
        here('./auth/no-certificates.ts'),
      ]),
    ),
  },
  plugins: [
    cloudflareTest(async ({ inject }) => {
      const outside = inject('outside')
      return {
        wrangler: { configPath: here('../wrangler.toml') },
        miniflare: {
          // Whatever a test or the Worker calls, it reaches this one address and no network.
          outboundService: { node: (req, res) => toOutside(outside, req, res) },
          bindings: {
            TEST_MIGRATIONS: await readD1Migrations(here('./storage/migrations')),
            ...testSecrets,
            LOOPBACK_ORIGINS: JSON.stringify([`http://${outside}`]),
          },
        },
      }
    }),
  ],
  test: {
    name: 'worker',
    isolate: false,
    // Some wait for a lease to run out; a machine that is busy may take its time.
    testTimeout: 20_000,
    expect: { poll: { timeout: 8000 } },
    include: ['worker/**/*.test.ts'],
    globalSetup: [here('./test/global-setup.ts')],
    setupFiles: [here('./test/setup.ts')],
    // The Worker's own lines are for the tests that capture them.
    onConsoleLog: (line) => !line.startsWith('{"level":'),
  },
})

/** Hands a request on; where the world outside cuts the line, the Worker's line is cut, too. */
async function toOutside(outside: string, req: IncomingMessage, res: ServerResponse) {
  const { method, url: path, headers } = req
  const [host, port] = outside.split(':')
  const onward = request({ host, port, method, path, headers }, (answer) => {
    res.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(res)
  })
  onward.on('error', () => req.socket.destroy())
  req.pipe(onward)
}
