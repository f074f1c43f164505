/** KV's copy of what an organization has set: what vending goes by while D1 is silent. */
import type { OrganizationOverride } from '../../domain/organization-override.ts'
import { overrideOf } from '../../storage/organization-overrides.ts'
import type { Deps } from '../deps.ts'

const MAX_ROUNDS = 3

/** Writes the copy; a KV that fails is no reason to refuse the change. */
export async function tellOverrideCopy(deps: Deps, override: OrganizationOverride): Promise<void> {
  try {
    await deps.copies.writeOverride(override)
  } catch {
    deps.log.warn('snapshot_copy_failed', { integration_id: override.dataIntegrationId })
  }
}

/**
 * Writes the copy after a commit. KV cannot compare and swap: so whoever has written looks whether D1
 * has gone on meanwhile, and then writes that. Of two at once the last one to look sees the end.
 */
export async function settleOverrideCopy(deps: Deps, written: OrganizationOverride): Promise<void> {
  const { environmentId, dataIntegrationId: integrationId, organizationId } = written
  let override = written
  for (let rounds = 0; rounds < MAX_ROUNDS; rounds += 1) {
    await tellOverrideCopy(deps, override)
    const at = { environmentId, integrationId, organizationId }
    const current = await overrideOf(deps.db, at).catch(() => null)
    if (current === null || current.updatedAt === override.updatedAt) return
    override = current
  }
}
