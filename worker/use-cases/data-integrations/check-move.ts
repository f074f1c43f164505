import { otherOwnership, type DataIntegration } from '../../domain/integration.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { integrationBySlug } from '../../storage/data-integrations.ts'
import { hasOrganizationClients } from '../../storage/organization-overrides.ts'
import type { Deps } from '../deps.ts'
import type { Credentials } from './plan-client.ts'

export type MoveFailure =
  | { readonly kind: 'secret_required_for_new_host' }
  | { readonly kind: 'host_held_by_organizations'; readonly slug: string }
  | { readonly kind: 'provider_has_other_root'; readonly slug: string }

/** A move of the addresses to which secrets go, and who has to agree to it. */
export async function checkMove(
  deps: Deps,
  integration: DataIntegration,
  movesHost: boolean,
  credentials: Credentials | undefined,
): Promise<Result<null, MoveFailure>> {
  if (!movesHost) return ok(null)
  const { environmentId, slug, ownership } = integration
  if (integration.credentialsType === 'organization') {
    // Organizations have entrusted their clients to the host as it is.
    const at = { environmentId, integrationId: integration.id }
    const isHeld = await hasOrganizationClients(deps.db, at)
    if (isHeld) return fail({ kind: 'host_held_by_organizations', slug })
  } else if (credentials?.type !== 'custom') {
    // Whoever may change an address must not learn the secret by it (security.md T33).
    return fail({ kind: 'secret_required_for_new_host' })
  }
  // The other root's client would follow to the new host without anybody having said so.
  const other = await integrationBySlug(deps.db, environmentId, slug, otherOwnership(ownership))
  return other === undefined ? ok(null) : fail({ kind: 'provider_has_other_root', slug })
}
