/** Wires what a use-case may reach, in one place: for requests, for the objects and for the cron job. */
import { createKeyVerifier } from '../auth/api-key.ts'
import { isOperatorPass } from '../auth/operator-pass.ts'
import { createBoundedMap, type BoundedMap } from '../kit/bounded-map.ts'
import { seconds, systemClock } from '../kit/clock.ts'
import { importHmacKey } from '../kit/digest.ts'
import { systemRandom } from '../kit/ids.ts'
import { consoleLine, createLogger } from '../kit/log.ts'
import type { PublicUrlOptions } from '../kit/public-url.ts'
import { createByteEgress, createEgress, type EgressOptions } from '../kit/safe-fetch.ts'
import { SANDBOX_ORIGIN } from '../sandbox-provider/origin.ts'
import { openDatabase } from '../storage/database.ts'
import { createSnapshotCopies } from '../storage/vend-checks.ts'
import { MAX_PICTURE_BYTES } from '../domain/picture.ts'
import type { Deps } from '../use-cases/deps.ts'
import { createRingCheck } from '../use-cases/keys/check-ring.ts'
import { createKeyLimit } from '../use-cases/api-keys/key-limit.ts'
import { createKeyUses, type KeyUses } from '../use-cases/api-keys/key-uses.ts'
import { createIssuerKeys } from '../use-cases/tokens/issuer-keys.ts'
import { createVendChecks } from '../use-cases/tokens/vend-checks.ts'
import { readConfig, type Config } from './config.ts'
import { endpointsOf } from './endpoint-overrides.ts'
import { ownerAccountsStub } from './owner-accounts-stub.ts'
import { sandboxProviderPort } from './sandbox-provider.ts'

type Context = { readonly waitUntil: (work: Promise<unknown>) => void }

type Shared = Omit<
  Deps,
  'waitUntil' | 'publicUrl' | 'urlOptions' | 'egressFor' | 'pictureEgressFor' | 'noteKeyUse'
> & {
  readonly keyUses: KeyUses
}
type Lasting = Omit<Deps, 'waitUntil' | 'noteKeyUse'> & Pick<Shared, 'keyUses'>
type Prepared = {
  readonly config: Config
  readonly shared: Shared
  /** Complete but for what belongs to one request, by the origin that the Worker is reached at. */
  readonly lasting: BoundedMap<Lasting>
}

// How long a vend waits for D1 before it makes do with KV's copy.
const D1_PATIENCE_MS = seconds(3)
const MAX_ORIGINS = 16

// allow-module-state: one entry per env object: parsed configuration, an imported key, wrappers of
// bindings and the isolate's snapshot of plain data. Nothing of one request enters it.
const prepared = new WeakMap<Env, Prepared>()

/**
 * @param requestUrl where the Worker was reached; its origin stands in for an unset PUBLIC_URL
 * @throws ConfigInvalid when a secret is missing or malformed
 */
export function createDeps(env: Env, ctx: Context, requestUrl?: string): Deps {
  const known = prepare(env)
  const { publicUrl: configured } = known.config
  const publicUrl = configured ?? (requestUrl === undefined ? '' : new URL(requestUrl).origin)
  const lasting = known.lasting.get(publicUrl) ?? lastingAt(known, publicUrl)
  return {
    ...lasting,
    waitUntil: (work) => ctx.waitUntil(work),
    noteKeyUse: (key) => lasting.keyUses.note(key, (work) => ctx.waitUntil(work)),
  }
}

function lastingAt({ config, shared, lasting }: Prepared, publicUrl: string): Lasting {
  const urlOptions = (environmentKind: 'sandbox' | 'production'): PublicUrlOptions => ({
    loopbackOrigins: environmentKind === 'sandbox' ? config.loopbackOrigins : [],
    ...(publicUrl === '' ? {} : { ownOrigin: publicUrl }),
  })
  const outside = (environmentKind: 'sandbox' | 'production'): EgressOptions => ({
    ...urlOptions(environmentKind),
    fetch,
    reserved:
      environmentKind === 'sandbox'
        ? { origin: SANDBOX_ORIGIN, fetch: shared.sandboxProvider.fetch }
        : undefined,
    deadlineMs: config.timings.providerDeadlineMs,
  })
  const made: Lasting = {
    ...shared,
    ...(publicUrl === config.publicUrl
      ? {}
      : { endpointOverrides: endpointsOf(config, publicUrl) }),
    publicUrl,
    urlOptions,
    egressFor: (environmentKind) => createEgress(outside(environmentKind)),
    pictureEgressFor: (environmentKind) =>
      createByteEgress({ ...outside(environmentKind), maxBytes: MAX_PICTURE_BYTES }),
  }
  lasting.set(publicUrl, made)
  return made
}

function prepare(env: Env): Prepared {
  const known = prepared.get(env)
  if (known !== undefined) return known
  const config = readConfig(env)
  const lasting = createBoundedMap<Lasting>(MAX_ORIGINS)
  const made: Prepared = { config, shared: share(env, config), lasting }
  prepared.set(env, made)
  return made
}

/** What all requests of an isolate have in common. */
function share(env: Env, config: Config): Shared {
  const log = createLogger(consoleLine, config.logLevel)
  const db = openDatabase(env.DB)
  const copies = createSnapshotCopies(env.KV)
  let pepper: CryptoKey | undefined
  const pepperKey = async (): Promise<CryptoKey> => (pepper ??= await importHmacKey(config.pepper))
  return {
    timings: config.timings,
    db,
    copies,
    vendChecks: createVendChecks({
      memory: { checks: new Map(), overrides: new Map() },
      db,
      copies,
      clock: systemClock,
      log,
      deadlineMs: Math.min(D1_PATIENCE_MS, config.timings.sinkDeadlineMs),
    }),
    issuerKeys: createIssuerKeys({ clock: systemClock, log }),
    keyring: config.keyring,
    setupToken: config.setupToken,
    access: config.access,
    verifyKey: createKeyVerifier(pepperKey),
    pepper: pepperKey,
    rateLimit: createKeyLimit(config.rateLimit),
    checkLimit: createKeyLimit({ requests: 10, windowSeconds: 60 }),
    keyUses: createKeyUses({ db, clock: systemClock, log }),
    wrongKey: createRingCheck({
      db,
      keyring: config.keyring,
      clock: systemClock,
      log,
      deadlineMs: D1_PATIENCE_MS,
    }),
    verifyOperator: async (presented) =>
      isOperatorPass(await pepperKey(), presented, systemClock()),
    sharedClients: config.sharedClients,
    keepAlivesPerRun: config.keepAlivesPerRun,
    sandboxProvider: sandboxProviderPort(env, config.keyring),
    endpointOverrides: endpointsOf(config, config.publicUrl ?? ''),
    clock: systemClock,
    random: systemRandom,
    log,
    ownerAccounts: (reference) => ownerAccountsStub(env, reference),
    readAsset: (pathname, headers) =>
      env.ASSETS.fetch(new Request(new URL(pathname, 'https://assets.local'), { headers })),
  }
}
