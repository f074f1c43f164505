/**
 * The isolate's view of keys and integrations, at most 30 s old. It is why a warm vend needs no
 * D1, and why a revoked key or a disabled integration may still work for up to 30 s (90 s while
 * D1 is silent and KV's copy, itself up to a minute old, is all there is).
 */
import type { IntegrationSnapshot, KeySnapshot, VendCheck } from '../../domain/vend-check.ts'
import type { Clock } from '../../kit/clock.ts'
import { seconds } from '../../kit/clock.ts'
import { errorFields, type Logger } from '../../kit/log.ts'
import { StorageSilent, type Database } from '../../storage/database.ts'
import { readVendCheck, type SnapshotCopies } from '../../storage/vend-checks.ts'
import { tryRepeatedly } from './try-repeatedly.ts'

const SNAPSHOT_LIFETIME_MS = seconds(30)
const MAX_ENTRIES = 10_000

type Aged<T> = { readonly value: T; readonly readAt: number }

/** Entries by name. Plain data only: no promise and no I/O object of one request may enter. */
export type SnapshotMemory = Map<string, Aged<VendCheck>>

export type VendChecks = {
  /** The last known check, and whether it may still be used without asking D1. */
  peek(
    keyId: string,
    slug: string,
    ownership: Ownership,
  ): { check: VendCheck; isFresh: boolean } | undefined
  /** Asks D1, or KV while D1 is silent. Throws when neither answers. */
  load(keyId: string, slug: string, ownership: Ownership, waitUntil: WaitUntil): Promise<VendCheck>
}

type Ownership = 'user' | 'organization'
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
  const nameOf = (keyId: string, slug: string, ownership: Ownership): string =>
    `${keyId}\n${ownership}\n${slug}`

  const remember = (name: string, value: VendCheck): VendCheck => {
    // Only what exists is remembered: nobody may fill the memory with names that do not.
    if (value.key === null || value.integration === null) {
      memory.delete(name)
      return value
    }
    if (memory.size >= MAX_ENTRIES) memory.clear()
    memory.set(name, { value, readAt: clock() })
    return value
  }

  const copy = (known: VendCheck | undefined, value: VendCheck, waitUntil: WaitUntil): void => {
    const { key, integration } = value
    if (key !== null && JSON.stringify(known?.key) !== JSON.stringify(key)) {
      waitUntil(copies.writeKey(key).catch(() => log.warn('snapshot_copy_failed', {})))
    }
    if (
      integration !== null &&
      JSON.stringify(known?.integration) !== JSON.stringify(integration)
    ) {
      waitUntil(
        copies.writeIntegration(integration).catch(() => log.warn('snapshot_copy_failed', {})),
      )
    }
  }

  const loadCopy = async (
    keyId: string,
    slug: string,
    ownership: Ownership,
  ): Promise<VendCheck> => {
    const key: KeySnapshot | null = await copies.readKey(keyId)
    const integration: IntegrationSnapshot | null =
      key === null ? null : await copies.readIntegration(key.environment.id, slug, ownership)
    return { key, integration }
  }

  return {
    peek(keyId, slug, ownership) {
      const entry = memory.get(nameOf(keyId, slug, ownership))
      if (entry === undefined) return undefined
      return { check: entry.value, isFresh: clock() - entry.readAt < SNAPSHOT_LIFETIME_MS }
    },

    async load(keyId, slug, ownership, waitUntil) {
      const name = nameOf(keyId, slug, ownership)
      const known = memory.get(name)?.value
      const limits = { clock, deadlineMs: sources.deadlineMs }
      const asked = await tryRepeatedly(1, limits, () => readVendCheck(db, keyId, slug, ownership))
      if (asked.ok) {
        copy(known, asked.value, waitUntil)
        return remember(name, asked.value)
      }
      log.warn('snapshot_from_kv', { key_id: keyId, slug, ...errorFields(asked.failure) })
      const value = await loadCopy(keyId, slug, ownership).catch(() => undefined)
      // KV's "not there" proves nothing: it may never have been written.
      if (value?.key == null || value.integration === null) throw new StorageSilent()
      return remember(name, value)
    },
  }
}
