/** KV's copy of an integration: what vending goes by while D1 is silent. It follows each change. */
import { integrationBySlug, type IntegrationRow } from '../../storage/data-integrations.ts'
import type { Deps } from '../deps.ts'

const MAX_ROUNDS = 3

/** Writes the copy; a KV that fails is no reason to refuse the change. */
export async function tellCopy(deps: Deps, { integration, custom }: IntegrationRow): Promise<void> {
  const snapshot = { integration, definition: custom?.definition ?? null }
  await attempt(deps, integration.slug, () => deps.copies.writeIntegration(snapshot))
}

/**
 * Writes the copy after a commit. KV cannot compare and swap: so whoever has written looks whether D1
 * has gone on meanwhile, and then writes that. Of two at once the last one to look sees the end.
 */
export async function settleCopy(deps: Deps, written: IntegrationRow): Promise<void> {
  const { environmentId, slug, ownership } = written.integration
  await attempt(deps, slug, async () => {
    let row = written
    for (let rounds = 0; rounds < MAX_ROUNDS; rounds += 1) {
      await tellCopy(deps, row)
      const current = await integrationBySlug(deps.db, environmentId, slug, ownership)
      if (current === undefined) return forgetCopy(deps, written)
      if (current.integration.updatedAt === row.integration.updatedAt) return undefined
      row = current
    }
    return undefined
  })
}

export async function forgetCopy(
  deps: Deps,
  { integration }: Pick<IntegrationRow, 'integration'>,
): Promise<void> {
  const { environmentId, slug, ownership } = integration
  await attempt(deps, slug, () => deps.copies.deleteIntegration(environmentId, slug, ownership))
}

async function attempt(deps: Deps, slug: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch {
    deps.log.warn('snapshot_copy_failed', { slug })
  }
}
