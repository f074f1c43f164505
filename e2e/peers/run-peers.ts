/** `npm run peers`: OAuth servers that nobody here wrote, each with its own idea of rotation. */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { commandLine } from '../../worker/tools/command-line.ts'
import { freePort } from '../stack/ports.ts'
import { scratchDirectory } from '../stack/scratch.ts'
import { startStack } from '../stack/stack.ts'
import type { Stack } from '../stack/stack-options.ts'
import { pipesApi } from '../support/pipes-api.ts'
import { installPackages } from './debian.ts'
import { defineIntegration, exercise } from './exercise.ts'
import type { Client, Conduct, Peer } from './peer.ts'
import { djangoWithGrace, djangoWithoutGrace } from './servers/django-oauth-toolkit.ts'
import { emulateMicrosoft } from './servers/emulate-microsoft.ts'
import { glewlwyd } from './servers/glewlwyd.ts'
import { oidcProvider } from './servers/oidc-provider.ts'
import { workersOAuthProvider } from './servers/workers-oauth-provider.ts'
import { startTap } from './tap.ts'

const HELP = `npm run peers -- [--debian] [--only NAME] [--help]

Connects an account at each server, lets 20 callers race for an expired token, spends the old refresh
token behind our back, connects again, disconnects, and prints what was seen beside what was expected.

  --debian     also glewlwyd and django-oauth-toolkit; installs their Debian packages (apt, as root)
  --only NAME  servers with this in their name

Exits 1 when one of them saw or did something else than expected.
`
const typed = commandLine(HELP, {
  debian: { type: 'boolean' },
  only: { type: 'string', default: '' },
})
const { values } = typed
const PEERS: readonly Peer[] = [
  oidcProvider,
  workersOAuthProvider,
  emulateMicrosoft,
  ...(values.debian === true ? [glewlwyd, djangoWithoutGrace, djangoWithGrace] : []),
]
const chosen = PEERS.filter(({ name }) => name.includes(values.only))
if (chosen.length === 0) {
  typed.refuse(`--only is in none of these names: ${PEERS.map(({ name }) => name).join('; ')}`)
}
installPackages(chosen.flatMap(({ packages }) => packages ?? []))

const directory = scratchDirectory('peers')
const ports: number[] = []
for (const _ of chosen) ports.push(await freePort(0, new Set(ports)))
const taps = await Promise.all(
  chosen.map((peer, index) => startTap(peer.endpoints(originOf(ports[index] ?? 0)))),
)
const stack = await startStack({
  directory,
  ports: { worker: 0 },
  emulators: [],
  customerApp: false,
  loopbackOrigins: [
    ...ports.map(originOf),
    ...taps.map(({ tokenUrl }) => new URL(tokenUrl).origin),
  ],
  rateLimit: '0/60',
  logLevel: 'silent',
  build: 'if-changed',
})
const rows: Record<string, unknown>[] = []
const differences: string[] = []
try {
  for (const [index, peer] of chosen.entries()) {
    const { version, seen } = await run(peer, ports[index] ?? 0, index, stack)
    rows.push({ server: version, ...seen })
    for (const key of Object.keys(peer.expects) as (keyof Conduct)[]) {
      if (seen[key] === peer.expects[key]) continue
      differences.push(`${peer.name}, ${key}: expected "${peer.expects[key]}", saw "${seen[key]}"`)
    }
  }
} finally {
  await stack.stop()
  await Promise.all(taps.map((tap) => tap.close()))
  await rm(directory, { recursive: true, force: true })
}
console.table(rows)
for (const difference of differences) console.error(difference)
console.log(`${rows.length} servers, ${differences.length} differences from what was expected`)
process.exit(differences.length === 0 ? 0 : 1)

async function run(
  peer: Peer,
  port: number,
  index: number,
  { url, apiKey }: Stack,
): Promise<{ readonly version: string; readonly seen: Conduct }> {
  const tap = taps[index]
  if (tap === undefined) throw new Error('a server without a tap')
  const origin = originOf(port)
  const pipes = pipesApi(url, apiKey)
  const client: Client = { id: 'pipes', secret: 'pipes-secret-1' }
  const redirectUri = await defineIntegration(pipes, peer, origin, tap, client)
  const own = join(directory, peer.slug)
  await mkdir(own)
  const running = await peer.start({ port, client, redirectUri, directory: own })
  try {
    if (running.client !== undefined) {
      const { id, secret } = running.client
      const changed = await pipes.call('PUT', `/data-integrations/${peer.slug}`, {
        credentials: { type: 'custom', client_id: id, client_secret: secret },
      })
      if (!changed.ok) throw new Error(await changed.text())
    }
    const seen = await exercise({
      peer,
      running,
      endpoints: peer.endpoints(origin),
      tap,
      pipes,
      client: running.client ?? client,
    })
    return { version: running.version, seen }
  } finally {
    await running.close()
  }
}

function originOf(port: number): string {
  return `http://127.0.0.1:${port}`
}
