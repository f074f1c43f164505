/** What the members of an organization have connected, as the Worker tells its administrators. Nothing in it is trusted. */
import type { Client } from './client.ts'
import { localFailure, type RequestFailure } from './problem.ts'
import { asArray, asLabel, asObject, asString } from './read.ts'
import { fail, ok, type Result } from './result.ts'

/** What a member has connected. */
export type MemberAccount = {
  readonly id: string
  /** The product's own id of the user. */
  readonly userId: string
  /** Whose account it is at the provider. */
  readonly label: string | null
  readonly isConnected: boolean
  /** Epoch ms; NaN where the Worker did not say. */
  readonly connectedAt: number
}

export type MembersPage = {
  readonly accounts: readonly MemberAccount[]
  /** The cursor of what follows; null at the end. */
  readonly after: string | null
}

const ON_A_PAGE = 100

export const listMembers = async (
  client: Client,
  slug: string,
  after: string | null,
): Promise<Result<MembersPage, RequestFailure>> => {
  const query = new URLSearchParams({ limit: String(ON_A_PAGE) })
  if (after !== null) query.set('after', after)
  const path = `/DataIntegrations/${encodeURIComponent(slug)}/organization/accounts?${query}`
  const found = await client('GET', path)
  if (!found.ok) return found
  const page = membersPageOf(found.value)
  return page === null ? fail(localFailure('server_error')) : ok(page)
}

/** Null: of what is no list nobody can say that it is empty. */
const membersPageOf = (value: unknown): MembersPage | null => {
  const body = asObject(value)
  if (!Array.isArray(body?.['data'])) return null
  return {
    accounts: asArray(body?.['data']).flatMap((item): readonly MemberAccount[] => {
      const account = asObject(item)
      const id = asString(account?.['id'])
      const userId = asLabel(account?.['user_id'], 120)
      if (!account || id === null || userId === null) return []
      return [
        {
          id,
          userId,
          label:
            asLabel(account['account_display_name'], 120) ??
            asLabel(account['account_identifier'], 120),
          isConnected: account['state'] === 'connected',
          connectedAt: Date.parse(asString(account['created_at']) ?? ''),
        },
      ]
    }),
    after: asString(asObject(body?.['list_metadata'])?.['after']),
  }
}
