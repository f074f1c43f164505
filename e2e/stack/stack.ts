/**
 * Everything that a developer or a test needs, started in one call: the built Worker with its
 * storage, the emulated providers, and the customer app on another site.
 */
import { join } from 'node:path'
import type { Emulator } from 'emulate'
import type { Miniflare } from 'miniflare'
import { startCustomerApp } from '../demo/customer-app.ts'
import { SIGNED_IN } from '../demo/signed-in.ts'
import { build, root } from './build.ts'
import { createSandbox, hasEnvironment, migrate } from './database.ts'
import {
  EMULATOR_NAMES,
  EMULATED,
  emulatedEndpoints,
  emulatorUrl,
  startEmulator,
  type EmulatorName,
  type ProviderEndpoints,
} from './emulators.ts'
import { createIntegrations, redirectUris } from './integrations.ts'
import { openLocalState } from './local-state.ts'
import { choosePorts, createClients } from './stack-parts.ts'
import { startWorker, type RunningWorker, type WorkerLog } from './worker-runtime.ts'

export type StackOptions = {
  /** Ports to try first; 0 takes any that is free. */
  readonly ports?: { readonly worker?: number; readonly app?: number; readonly emulators?: number }
  /** Where secrets and storage are kept; `.pipes` of the repository unless told. */
  readonly directory?: string
  /** Which emulators to start; all unless told. */
  readonly emulators?: readonly EmulatorName[]
  /** Endpoints beside or instead of the emulators', by slug. */
  readonly endpoints?: Readonly<Record<string, ProviderEndpoints>>
  /** Loopback origins that may be called beside the emulators', e.g. an OAuth server of a test. */
  readonly loopbackOrigins?: readonly string[]
  /** Milliseconds, as the Worker's TIMINGS. */
  readonly timings?: Readonly<Record<string, number>>
  /** A module in front of the built bundle, see WorkerSettings. */
  readonly workerScript?: string
  /** A second socket of the Worker for measurements. */
  readonly directPort?: number
  readonly logLevel?: string
  /** `never` when somebody has built already, as `npm run check` has. */
  readonly build?: 'if-changed' | 'never'
  readonly customerApp?: boolean
  readonly say?: (line: string) => void
  /** Gets every log line of the Worker. */
  readonly onWorkerLog?: (log: WorkerLog) => void
  /** Ends a start that is under way. */
  readonly signal?: AbortSignal
}

export type Stack = {
  /** The Worker's origin, as PUBLIC_URL. */
  readonly url: string
  /** The customer app, on another site than the Worker; empty without one. */
  readonly appUrl: string
  readonly apiKey: string
  readonly environmentId: string
  readonly userId: string
  readonly organizationId: string
  /** Base addresses by name. */
  readonly emulators: Readonly<Record<string, string>>
  readonly emulatorControls: Readonly<Record<string, Emulator>>
  readonly directory: string
  readonly stateDirectory: string
  readonly mf: Miniflare
  readonly restartWorker: RunningWorker['restart']
  readonly stop: () => Promise<void>
}

/** @throws after ending whatever had begun, when a part does not start or the signal aborts */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const closers: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close()
  }
  try {
    return await start(options, closers, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(
  options: StackOptions,
  closers: (() => Promise<unknown>)[],
  stop: () => Promise<void>,
): Promise<Stack> {
  const say = options.say ?? (() => undefined)
  const step = (line: string): void => {
    options.signal?.throwIfAborted()
    say(line)
  }
  const directory = options.directory ?? join(root, '.pipes')
  const stateDirectory = join(directory, 'state')
  const names = options.emulators ?? EMULATOR_NAMES

  if (options.build !== 'never') await build(step)
  const local = await openLocalState(directory)
  if (local.isNew) step('Creating local secrets …')
  const ports = await choosePorts(options.ports ?? {}, names, local.state.emulatorPorts, say)
  const clients = createClients(local.state.clients)
  let state = await local.update({
    clients,
    emulatorPorts: { ...local.state.emulatorPorts, ...ports.emulators },
  })

  step('Starting the Worker …')
  const url = `http://localhost:${ports.worker}`
  const urls = Object.fromEntries(
    names.map((name) => [name, emulatorUrl(ports.emulators[name] ?? 0)]),
  )
  const bySlug = names.flatMap((name) =>
    EMULATED[name].slugs.map((slug) => [slug, clients[name]] as const),
  )
  const worker = await startWorker({
    port: ports.worker,
    stateDirectory,
    bindings: {
      PUBLIC_URL: url,
      VAULT_KEYRING: state.vaultKeyring,
      API_KEY_PEPPER: state.apiKeyPepper,
      SHARED_CLIENTS: JSON.stringify(Object.fromEntries(bySlug)),
      PROVIDER_ENDPOINTS: JSON.stringify({
        ...emulatedEndpoints(ports.emulators),
        ...options.endpoints,
      }),
      LOOPBACK_ORIGINS: JSON.stringify([
        ...Object.values(urls),
        ...(options.loopbackOrigins ?? []),
      ]),
      TIMINGS: JSON.stringify(options.timings ?? {}),
      LOG_LEVEL: options.logLevel ?? 'info',
    },
    ...(options.workerScript === undefined ? {} : { script: options.workerScript }),
    ...(options.directPort === undefined ? {} : { directPort: options.directPort }),
    onLog: (log) => options.onWorkerLog?.(log),
  })
  closers.push(() => worker.miniflare.dispose())

  const database = await worker.miniflare.getD1Database('DB')
  const applied = await migrate(database)
  if (applied.length > 0) step(`Migrated the database: ${applied.join(', ')}`)

  let environment = state.environment
  if (environment === undefined || !(await hasEnvironment(database, environment.id))) {
    step('Creating the sandbox environment and its API key …')
    environment = await createSandbox(database, state.apiKeyPepper)
    state = await local.update({ environment, integrations: [] })
  }

  const api = { url, apiKey: environment.apiKey }
  const created = await createIntegrations(api, names, state.integrations)
  if (created.length > 0) {
    step(`Created the integrations ${created.join(', ')}`)
    await local.update({ integrations: [...state.integrations, ...created] })
  }

  if (names.length > 0) step(`Starting the emulators of ${names.join(', ')} …`)
  const callbacks = names.length > 0 ? await redirectUris(api) : undefined
  const emulatorControls: Record<string, Emulator> = {}
  for (const name of names) {
    const [port, client] = [ports.emulators[name], clients[name]]
    if (port === undefined || client === undefined || callbacks === undefined) continue
    const emulator = await startEmulator(name, port, client, callbacks[name])
    closers.push(() => emulator.close())
    emulatorControls[name] = emulator
  }

  let appUrl = ''
  if (options.customerApp !== false) {
    step('Starting the customer app …')
    const app = await startCustomerApp({ port: ports.app, pipes: api, providers: urls })
    closers.push(app.close)
    appUrl = app.url
  }
  options.signal?.throwIfAborted()

  return {
    url,
    appUrl,
    apiKey: environment.apiKey,
    environmentId: environment.id,
    ...SIGNED_IN,
    emulators: urls,
    emulatorControls,
    directory,
    stateDirectory,
    mf: worker.miniflare,
    restartWorker: worker.restart,
    stop,
  }
}
