/** Who of an organization has connected a provider. */
import type { ConnectedAccount } from '../../domain/integration.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { listAccounts } from '../../storage/account-lists.ts'
import { integrationBySlug } from '../../storage/data-integrations.ts'
import type { Page, PageFound } from '../../storage/page.ts'
import type { Deps } from '../deps.ts'

/** Members' own connections, within this organization; not what the organization shares with them. */
export async function listMembersAccounts(
  deps: Deps,
  of: { readonly environmentId: string; readonly organizationId: string; readonly slug: string },
  page: Page,
): Promise<
  Result<
    PageFound<ConnectedAccount>,
    { readonly kind: 'integration_not_found'; readonly slug: string }
  >
> {
  const { environmentId, organizationId, slug } = of
  const [row, found] = await Promise.all([
    integrationBySlug(deps.db, environmentId, slug, 'user'),
    listAccounts(
      deps.db,
      environmentId,
      { ...ANY, provider: slug, organizationId, ownerKind: 'user' },
      page,
    ),
  ])
  return row === undefined ? fail({ kind: 'integration_not_found', slug }) : ok(found)
}

const ANY = {
  userId: undefined,
  state: undefined,
  authMethod: undefined,
  needsUserBefore: undefined,
  lastErrorClass: undefined,
  accountIdentifier: undefined,
} as const
