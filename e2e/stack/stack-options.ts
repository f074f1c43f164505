/** What a caller may choose about a stack, and what it gets. */
import type { Emulator } from 'emulate'
import type { Miniflare } from 'miniflare'
import type { EmulatorName, ProviderEndpoints } from './emulators.ts'
import type { RunningWorker, WorkerLog } from './worker-runtime.ts'

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
  /** Requests and seconds, as the Worker's RATE_LIMIT; `0/60` for whoever sends more than people do. */
  readonly rateLimit?: string
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
  /** With the token that makes its first operator in the fragment, until there is one. */
  readonly dashboardUrl: string
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
