/**
 * Everything that a developer or a test needs, started in one call: the built Worker with its
 * storage, the emulated providers, and the customer app on another site.
 */
import { join } from 'node:path'
import type { Emulator } from 'emulate'
import { startCustomerApp } from '../demo/customer-app.ts'
import { SIGNED_IN } from '../demo/signed-in.ts'
import { build, root } from './build.ts'
import { EMULATOR_NAMES, emulatorUrl, startEmulator, type EmulatorName } from './emulators.ts'
import { redirectUris } from './integrations.ts'
import { openLocalState } from './local-state.ts'
import { hasOperator } from './database.ts'
import { ensureSandbox, type Sandbox } from './sandbox.ts'
import type { Stack, StackOptions } from './stack-options.ts'
import {
  choosePorts,
  createClients,
  newSetupToken,
  workerBindings,
  type Choices,
} from './stack-parts.ts'
import { startWorker } from './worker-runtime.ts'

type Closers = (() => Promise<unknown>)[]

/** @throws after ending whatever had begun, when a part does not start or the signal aborts */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const closers: Closers = []
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close()
  }
  try {
    return { ...(await start(options, closers)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(options: StackOptions, closers: Closers): Promise<Omit<Stack, 'stop'>> {
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
  const known = local.read()
  const choices: Choices = {
    names,
    clients: createClients(known.clients),
    setupToken: newSetupToken(),
    ports: await choosePorts(options.ports ?? {}, names, known.emulatorPorts, say),
  }
  const emulatorPorts = { ...known.emulatorPorts, ...choices.ports.emulators }
  await local.update({ clients: choices.clients, emulatorPorts })

  step('Starting the Worker …')
  const url = `http://localhost:${choices.ports.worker}`
  const worker = await startWorker({
    port: choices.ports.worker,
    stateDirectory,
    bindings: workerBindings(url, local.read(), choices, options),
    ...(options.workerScript === undefined ? {} : { script: options.workerScript }),
    ...(options.directPort === undefined ? {} : { directPort: options.directPort }),
    onLog: (log) => options.onWorkerLog?.(log),
  })
  closers.push(() => worker.miniflare.dispose())
  const sandbox = await ensureSandbox(worker.miniflare, url, names, local, step)
  const isSetUp = await hasOperator(await worker.miniflare.getD1Database('DB'))
  const dashboardUrl = `${url}/dashboard${isSetUp ? '' : `#setup=${choices.setupToken}`}`

  if (names.length > 0) step(`Starting the emulators of ${names.join(', ')} …`)
  const emulatorControls = await startEmulators(choices, sandbox, closers)
  const emulators = Object.fromEntries(
    names.map((name) => [name, emulatorUrl(choices.ports.emulators[name] ?? 0)]),
  )

  let appUrl = ''
  if (options.customerApp !== false) {
    step('Starting the customer app …')
    const { app: port } = choices.ports
    const app = await startCustomerApp({
      port,
      pipes: sandbox.api,
      providers: { ...emulators, sandbox: `${url}/sandbox-provider` },
    })
    closers.push(app.close)
    appUrl = app.url
  }
  options.signal?.throwIfAborted()

  return {
    url,
    dashboardUrl,
    appUrl,
    apiKey: sandbox.api.apiKey,
    environmentId: sandbox.environmentId,
    ...SIGNED_IN,
    emulators,
    emulatorControls,
    directory,
    stateDirectory,
    mf: worker.miniflare,
    restartWorker: worker.restart,
  }
}

/** After the integrations: an emulator refuses a redirect URI that it was not told of. */
async function startEmulators(
  { names, ports, clients }: Choices,
  sandbox: Sandbox,
  closers: Closers,
): Promise<Record<string, Emulator>> {
  const started: Partial<Record<EmulatorName, Emulator>> = {}
  if (names.length === 0) return started
  const callbacks = await redirectUris(sandbox.api)
  for (const name of names) {
    const [port, client] = [ports.emulators[name], clients[name]]
    if (port === undefined || client === undefined) continue
    const emulator = await startEmulator(name, port, client, callbacks[name])
    closers.push(() => emulator.close())
    started[name] = emulator
  }
  return started
}
