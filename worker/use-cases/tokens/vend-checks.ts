/**
 * The isolate's view of keys, integrations and what organizations have set, at most 30 s old. It is why a
 * warm vend needs no D1, and why a revoked key or a disabled integration may still work for up to 30 s
 * (90 s while D1 is silent and KV's copy, itself up to a minute old, is all there is).
 */
import type { OverrideSnapshot, VendAt, VendCheck } from '../../domain/vend-check.ts'
import type { Clock } from '../../kit/clock.ts'
import { seconds } from '../../kit/clock.ts'
import { errorFields, type Logger } from '../../kit/log.ts'
import { StorageSilent, type Database } from '../../storage/database.ts'
import { readVendCheck, type SnapshotCopies } from '../../storage/vend-checks.ts'
import { tryRepeatedly } from './try-repeatedly.ts'

const SNAPSHOT_LIFETIME_MS = seconds(30)
const MAX_ENTRIES = 10_000

type Aged<T> = { readonly value: T; readonly readAt: number }
type Memory<T> = Map<string, Aged<T>>

/** Entries by name. Plain data only: no promise and no I/O object of one request may enter. */
export type SnapshotMemory = {
  readonly checks: Memory<Omit<VendCheck, 'override'>>
  /** By integration and organization; null: it has set nothing. */
  readonly overrides: Memory<OverrideSnapshot | null>
}

export type VendChecks = {
  /** The last known check, and whether it may still be used without asking D1. */
  peek(at: VendAt): { check: VendCheck; isFresh: boolean } | undefined
  /** Asks D1, or KV while D1 is silent. Throws when neither answers. */
  load(at: VendAt, waitUntil: WaitUntil): Promise<VendCheck>
}

type WaitUntil = (work: Promise<unknown>) => void

export type VendCheckSources = {
  readonly memory: SnapshotMemory
  readonly db: Database
  readonly copies: SnapshotCopies
  readonly clock: Clock
  readonly log: Logger
  /** A D1 that hangs longer than this is as silent as one that throws; milliseconds. */
  readonly deadlineMs: number
}

export function createVendChecks(sources: VendCheckSources): VendChecks {
  const { memory, db, copies, clock, log } = sources
  const isFresh = ({ readAt }: Aged<unknown>): boolean => clock() - readAt < SNAPSHOT_LIFETIME_MS

  const peek = (at: VendAt): ReturnType<VendChecks['peek']> => {
    const base = memory.checks.get(nameOf(at))
    const integration = base?.value.integration ?? null
    if (base === undefined || integration === null) return undefined
    // Most integrations leave nothing to organizations: then none of them has to be asked about.
    const isPlain = at.organizationId === null || !base.value.hasOverrides
    const entry = isPlain ? undefined : memory.overrides.get(overrideNameOf(integration, at))
    return {
      check: { ...base.value, override: entry?.value ?? null },
      isFresh: isFresh(base) && (isPlain || (entry !== undefined && isFresh(entry))),
    }
  }

  const remember = (at: VendAt, check: VendCheck): VendCheck => {
    const { key, integration, override, hasOverrides } = check
    // Only what exists is remembered: nobody may fill the memory with names that do not.
    if (key === null || integration === null) {
      memory.checks.delete(nameOf(at))
      return check
    }
    const readAt = clock()
    keep(memory.checks, nameOf(at), { value: { key, integration, hasOverrides }, readAt })
    if (at.organizationId !== null && hasOverrides) {
      keep(memory.overrides, overrideNameOf(integration, at), { value: override, readAt })
    }
    return check
  }

  const copy = (known: VendCheck | undefined, value: VendCheck, waitUntil: WaitUntil): void => {
    const { key, integration, override } = value
    const isNew = (name: 'key' | 'integration' | 'override'): boolean =>
      JSON.stringify(known?.[name]) !== JSON.stringify(value[name])
    const behind = (work: Promise<void>): void =>
      waitUntil(work.catch(() => log.warn('snapshot_copy_failed', {})))
    if (key !== null && isNew('key')) behind(copies.writeKey(key))
    if (integration !== null && isNew('integration')) behind(copies.writeIntegration(integration))
    if (override !== null && isNew('override')) behind(copies.writeOverride(override))
  }

  const loadCopy = async (at: VendAt): Promise<VendCheck> => {
    const key = await copies.readKey(at.keyId)
    const environmentId = key?.environment.id ?? ''
    const integration =
      key === null ? null : await copies.readIntegration(environmentId, at.slug, at.ownership)
    const { organizationId } = at
    const override =
      integration === null || organizationId === null
        ? null
        : await copies.readOverride({
            environmentId,
            dataIntegrationId: integration.integration.id,
            organizationId,
          })
    // Whether others have set something is not in KV: each of them is looked for.
    return { key, integration, override, hasOverrides: true }
  }

  return {
    peek,

    async load(at, waitUntil) {
      const known = peek(at)?.check
      const limits = { clock, deadlineMs: sources.deadlineMs }
      const asked = await tryRepeatedly(1, limits, () => readVendCheck(db, at))
      if (asked.ok) {
        copy(known, asked.value, waitUntil)
        return remember(at, asked.value)
      }
      const { keyId: key_id, slug } = at
      log.warn('snapshot_from_kv', { key_id, slug, ...errorFields(asked.failure) })
      const value = await loadCopy(at).catch(() => undefined)
      // KV's "not there" proves nothing: it may never have been written. Of an override it is believed:
      // whoever sets one writes the copy, and most organizations have set nothing.
      if (value?.key == null || value.integration === null) throw new StorageSilent()
      return remember(at, { ...value, override: value.override ?? known?.override ?? null })
    },
  }
}

const nameOf = ({ keyId, slug, ownership }: VendAt): string => `${keyId}\n${ownership}\n${slug}`

const overrideNameOf = (
  { integration }: NonNullable<VendCheck['integration']>,
  { organizationId }: VendAt,
): string => `${integration.id}\n${organizationId ?? ''}`

function keep<T>(memory: Memory<T>, name: string, entry: Aged<T>): void {
  if (memory.size >= MAX_ENTRIES) memory.clear()
  memory.set(name, entry)
}
