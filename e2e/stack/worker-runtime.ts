/**
 * The built Worker on miniflare's own API: the same workerd, storage and asset server as
 * `wrangler dev`, without its proxy in front, so that tests and measurements see the Worker alone.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare, Response, type V4MiniflareOptions } from 'miniflare'
import { root, widgetDirectory, workerBundle } from './build.ts'

export type WorkerLog = {
  readonly level: string
  readonly message: string
  readonly timestamp: number
}

export type WorkerSettings = {
  readonly port: number
  /** Where D1, KV and the objects live between starts. */
  readonly stateDirectory: string
  /** Every variable and secret of wrangler.toml, as text. */
  readonly bindings: Readonly<Record<string, string>>
  /** A module in front of the bundle, somewhere in the repository; it imports `dist/worker/index.js`. */
  readonly script?: string | undefined
  /** Answers whatever the Worker sends out; else it goes where it is sent. */
  readonly outbound?: (request: { readonly method: string; readonly url: string }) => Response
  /** A second socket that skips miniflare's entry worker; for measurements. */
  readonly directPort?: number
  readonly onLog: (log: WorkerLog) => void
}

export type RunningWorker = {
  readonly miniflare: Miniflare
  /**
   * Another runtime process on the same storage: every isolate and object begins anew. Bindings
   * that are named replace those of the same name.
   */
  readonly restart: (changes: Partial<WorkerSettings>) => Promise<void>
}

export async function startWorker(settings: WorkerSettings): Promise<RunningWorker> {
  const compatibilityDate = await compatibilityDateOfConfiguration()
  const options = (now: WorkerSettings) =>
    convertV4MiniflareOptions(miniflareOptions(now, compatibilityDate))

  const miniflare = new Miniflare(options(settings))
  try {
    await miniflare.ready
  } catch (error) {
    await miniflare.dispose()
    throw error
  }
  let current = settings
  return {
    miniflare,
    restart: async (changes) => {
      const bindings = { ...current.bindings, ...changes.bindings }
      current = { ...current, ...changes, bindings }
      await miniflare.setOptions(options(current))
      await miniflare.ready
    },
  }
}

function miniflareOptions(settings: WorkerSettings, compatibilityDate: string): V4MiniflareOptions {
  // The first module is the Worker; a module in front imports the bundle by its path.
  const scripts = settings.script === undefined ? [workerBundle] : [settings.script, workerBundle]
  return {
    host: 'localhost',
    port: settings.port,
    cf: false,
    logRequests: false,
    telemetry: { enabled: false },
    unsafeLocalExplorer: false,
    unsafeObservability: false,
    resourcePersistencePath: settings.stateDirectory,
    handleStructuredLogs: settings.onLog,
    workers: [
      {
        name: 'pipes',
        modules: scripts.map((path) => ({ type: 'ESModule', path })),
        modulesRoot: root,
        compatibilityDate,
        bindings: { ...settings.bindings },
        d1Databases: { DB: 'pipes' },
        kvNamespaces: { KV: 'pipes' },
        durableObjects: {
          OWNER_ACCOUNTS: { className: 'OwnerAccounts', useSQLite: true },
          SANDBOX_PROVIDER: { className: 'SandboxProvider', useSQLite: true },
        },
        // Not miniflare's asset server: it would put a router in front of each request.
        serviceBindings: { ASSETS: readWidgetFile },
        ...(settings.outbound === undefined ? {} : { outboundService: settings.outbound }),
        ...(settings.directPort === undefined
          ? {}
          : { unsafeDirectSockets: [{ host: '127.0.0.1', port: settings.directPort }] }),
      },
    ],
  }
}

/** Stands in for the platform's asset server: one file of the widget's build, or a 404. */
async function readWidgetFile(request: { readonly url: string }): Promise<Response> {
  const path = join(widgetDirectory, new URL(request.url).pathname)
  const body = path.startsWith(widgetDirectory) ? await readFile(path).catch(() => null) : null
  return body === null ? new Response(null, { status: 404 }) : new Response(body)
}

async function compatibilityDateOfConfiguration(): Promise<string> {
  const configuration = await readFile(join(root, 'wrangler.toml'), 'utf8')
  const date = /^compatibility_date\s*=\s*"([^"]+)"/m.exec(configuration)?.[1]
  if (date === undefined) throw new Error('wrangler.toml names no compatibility_date')
  return date
}
