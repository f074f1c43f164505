/** What a start chooses before anything runs: ports, our client at each emulator, the Worker's variables. */
import { randomBytes } from 'node:crypto'
import {
  EMULATED,
  EMULATOR_NAMES,
  emulatedEndpoints,
  emulatorUrl,
  type EmulatorName,
} from './emulators.ts'
import type { LocalState, SharedClient } from './local-state.ts'
import { freePort } from './ports.ts'
import type { StackOptions } from './stack-options.ts'

const WORKER_PORT = 8787
const APP_PORT = 4000
const FIRST_EMULATOR_PORT = 4101

export type Choices = {
  readonly names: readonly EmulatorName[]
  readonly ports: Ports
  readonly clients: Readonly<Record<string, SharedClient>>
  /** Another one with each start, so that one that was missed too often is no end. */
  readonly setupToken: string
}

type Ports = {
  readonly worker: number
  readonly app: number
  readonly emulators: Readonly<Partial<Record<EmulatorName, number>>>
}

/** The wanted ports where they are free, else the next ones, which is said. */
export async function choosePorts(
  wanted: NonNullable<StackOptions['ports']>,
  names: readonly EmulatorName[],
  remembered: Readonly<Record<string, number>>,
  say: (line: string) => void,
): Promise<Ports> {
  const taken = new Set<number>()
  const take = async (what: string, first: number): Promise<number> => {
    const port = await freePort(first, taken)
    if (first !== 0 && port !== first) say(`Port ${first} is in use: ${what} takes ${port}`)
    taken.add(port)
    return port
  }
  const worker = await take('the Worker', wanted.worker ?? WORKER_PORT)
  const app = await take('the customer app', wanted.app ?? APP_PORT)
  const usual = (name: EmulatorName): number =>
    remembered[name] ?? wanted.emulators ?? FIRST_EMULATOR_PORT + EMULATOR_NAMES.indexOf(name)
  // Those whose port is free go first, so that one that must move does not push the others.
  const free = new Map<EmulatorName, boolean>()
  for (const name of names) free.set(name, (await freePort(usual(name), taken)) === usual(name))
  const emulators: Partial<Record<EmulatorName, number>> = {}
  for (const name of names.toSorted((a, b) => Number(free.get(b)) - Number(free.get(a)))) {
    emulators[name] = await take(`the emulator of ${name}`, usual(name))
  }
  return { worker, app, emulators }
}

/** Client ids and secrets, made once: there is no default secret in the tree. */
export const createClients = (
  existing: Readonly<Record<string, SharedClient>>,
): Record<string, SharedClient> =>
  Object.fromEntries(
    EMULATOR_NAMES.map((name) => [
      name,
      existing[name] ?? {
        client_id: `pipes-local-${name}`,
        client_secret: randomBytes(24).toString('hex'),
      },
    ]),
  )

export const newSetupToken = (): string => randomBytes(32).toString('base64url')

/** Every variable and secret that the Worker reads. */
export function workerBindings(
  url: string,
  local: LocalState,
  { names, ports, clients, setupToken }: Choices,
  options: StackOptions,
): Record<string, string> {
  const bySlug = names.flatMap((name) =>
    EMULATED[name].slugs.map((slug) => [slug, clients[name]] as const),
  )
  const origins = Object.values(ports.emulators).map(emulatorUrl)
  return {
    PUBLIC_URL: url,
    VAULT_KEYRING: local.vaultKeyring,
    API_KEY_PEPPER: local.apiKeyPepper,
    SETUP_TOKEN: setupToken,
    SHARED_CLIENTS: JSON.stringify(Object.fromEntries(bySlug)),
    PROVIDER_ENDPOINTS: JSON.stringify({
      ...emulatedEndpoints(ports.emulators),
      ...options.endpoints,
    }),
    LOOPBACK_ORIGINS: JSON.stringify([...origins, ...(options.loopbackOrigins ?? [])]),
    TIMINGS: JSON.stringify(options.timings ?? {}),
    ...(options.rateLimit === undefined ? {} : { RATE_LIMIT: options.rateLimit }),
    LOG_LEVEL: options.logLevel ?? 'info',
  }
}
