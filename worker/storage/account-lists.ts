/**
 * The connections of an environment, narrowed and paged. One statement for each page, led by one index:
 * the conditions that find the rows are written as they are, the others with a `+`, by which SQLite knows
 * not to look for an index of theirs. So the plan depends on the question alone, never on what is stored.
 */
import { and, eq, lt, sql, type AnyColumn, type SQL } from 'drizzle-orm'
import type { AuthMethod, ConnectedAccount } from '../domain/integration.ts'
import type { Owner } from '../domain/owner.ts'
import { toAccount } from './connected-account-row.ts'
import type { Database } from './database.ts'
import { pageFrom, windowOf, type Page, type PageFound } from './page.ts'
import {
  connectedAccounts,
  IS_LIVE,
  IS_NOT_OAUTH,
  IS_VISIBLE,
  NEEDS_REAUTHORIZATION,
} from './schema/connected-accounts.ts'

/** Exact values, together; what is undefined does not narrow. */
export type AccountFilter = {
  readonly provider: string | undefined
  readonly userId: string | undefined
  readonly organizationId: string | undefined
  readonly ownerKind: Owner['kind'] | undefined
  readonly state: 'connected' | 'needs_reauthorization' | undefined
  readonly authMethod: AuthMethod | undefined
  /** Epoch milliseconds. Such a list is ordered by when the user is needed. */
  readonly needsUserBefore: number | undefined
  readonly lastErrorClass: string | undefined
  readonly accountIdentifier: string | undefined
}

/** All of an environment's. */
export const NO_FILTER: AccountFilter = {
  provider: undefined,
  userId: undefined,
  organizationId: undefined,
  ownerKind: undefined,
  state: undefined,
  authMethod: undefined,
  needsUserBefore: undefined,
  lastErrorClass: undefined,
  accountIdentifier: undefined,
}

export async function listAccounts(
  db: Database,
  environmentId: string,
  filter: AccountFilter,
  page: Page,
): Promise<PageFound<ConnectedAccount>> {
  const { id } = connectedAccounts
  const { conditions, needsUserAt } = conditionsOf(filter)
  const keys = needsUserAt === undefined ? { id } : { id, rank: needsUserAt }
  const { where, orderBy, limit } = windowOf(keys, page)
  const rows = await db
    .select()
    .from(connectedAccounts)
    .where(
      and(eq(connectedAccounts.environmentId, environmentId), IS_VISIBLE, ...conditions, ...where),
    )
    .orderBy(...orderBy)
    .limit(limit)
  return pageFrom(rows.map(toAccount), page, (account) => ({
    id: account.id,
    rank: needsUserAt === undefined ? null : (account.care.needsUser?.at ?? null),
  }))
}

type Condition = {
  readonly name: keyof AccountFilter
  /** For an index: the condition, and what its partial index demands. */
  readonly leading: readonly SQL[]
  readonly remaining: SQL
}

/** Which conditions may lead, those that find fewest rows first. */
const LEADS: readonly (readonly (keyof AccountFilter)[])[] = [
  ['accountIdentifier'],
  ['userId', 'organizationId'],
  ['userId'],
  ['needsUserBefore'],
  ['lastErrorClass'],
  ['state'],
  ['ownerKind', 'organizationId'],
  ['organizationId'],
  ['ownerKind'],
  ['provider'],
  ['authMethod'],
]

function conditionsOf(filter: AccountFilter): {
  readonly conditions: readonly SQL[]
  /** What the list is ordered by, if by need. */
  readonly needsUserAt: AnyColumn | SQL | undefined
} {
  const all = allConditions(filter)
  const canLead = (name: keyof AccountFilter): boolean =>
    all.some((one) => one.name === name && one.leading.length > 0)
  const lead = LEADS.find((names) => names.every(canLead)) ?? []
  const { needsUserAt } = connectedAccounts
  return {
    conditions: all.flatMap(({ name, leading, remaining }) =>
      lead.includes(name) ? leading : [remaining],
    ),
    needsUserAt:
      filter.needsUserBefore === undefined
        ? undefined
        : lead.includes('needsUserBefore')
          ? needsUserAt
          : sql`+${needsUserAt}`,
  }
}

function allConditions(filter: AccountFilter): readonly Condition[] {
  const column = connectedAccounts
  const { ownerKind, state, authMethod, needsUserBefore } = filter
  return [
    ...equal('accountIdentifier', column.accountIdentifier, filter.accountIdentifier),
    ...equal('userId', column.userId, filter.userId),
    ...equal('organizationId', column.organizationId, filter.organizationId, [IS_LIVE]),
    ...equal('provider', column.slug, filter.provider),
    ...equal('lastErrorClass', column.lastErrorClass, filter.lastErrorClass),
    // Nearly all are connected, by OAuth, and a user's own: these find nothing by themselves.
    ...equal('state', column.state, state, [NEEDS_REAUTHORIZATION], state !== 'connected'),
    ...equal('authMethod', column.authMethod, authMethod, [IS_NOT_OAUTH], authMethod !== 'oauth'),
    ...(ownerKind === undefined
      ? []
      : [
          {
            name: 'ownerKind' as const,
            // An organization's own account has no user.
            leading: ownerKind === 'organization' ? [sql`unlikely(${eq(column.userId, '')})`] : [],
            remaining: sql`+${column.ownerKind} = ${ownerKind}`,
          },
        ]),
    ...(needsUserBefore === undefined
      ? []
      : [
          {
            name: 'needsUserBefore' as const,
            leading: [lt(column.needsUserAt, needsUserBefore)],
            remaining: sql`+${column.needsUserAt} < ${needsUserBefore}`,
          },
        ]),
  ]
}

function equal(
  name: keyof AccountFilter,
  column: AnyColumn,
  value: string | undefined,
  demanded: readonly SQL[] = [],
  canLead = true,
): readonly Condition[] {
  if (value === undefined) return []
  return [
    {
      name,
      leading: canLead ? [sql`unlikely(${eq(column, value)})`, ...demanded] : [],
      remaining: sql`+${column} = ${value}`,
    },
  ]
}
