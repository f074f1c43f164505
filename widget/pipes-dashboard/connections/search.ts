/** What is looked for among connections, as the address keeps it and as it is asked for. */
import type { AccountSearch } from '../api/operator-api.ts'

/** What a person has chosen; empty: no matter. */
export type Wanted = {
  /** An id or its beginning. */
  readonly search: string
  readonly provider: string
  readonly state: string
  /** Within so many days the user is needed. */
  readonly due: string
}

const NAMES = ['search', 'provider', 'state', 'due'] as const
const DAY_MS = 86_400_000

/** @param query of the address */
export function wantedIn(query: string): Wanted {
  const given = new URLSearchParams(query)
  const of = (name: string): string => given.get(name) ?? ''
  const due = of('due')
  return {
    search: of('search'),
    provider: of('provider'),
    state: of('state'),
    due: /^\d{1,3}$/.test(due) ? due : '',
  }
}

/** As a query, with its question mark; nothing for nothing. */
export function queryOf(wanted: Wanted): string {
  const given = NAMES.map((name) => [name, wanted[name]]).filter(([, value]) => value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

export const isAnything = (wanted: Wanted): boolean => NAMES.every((name) => wanted[name] === '')

/**
 * @param now epoch milliseconds; the same for all pages of a list, as a cursor is of one list only
 * @returns what is asked for; a search by id goes with no due date
 */
export function askedFor({ search, provider, state, due }: Wanted, now: number): AccountSearch {
  const before =
    search === '' && due !== '' ? new Date(now + Number(due) * DAY_MS).toISOString() : ''
  return { search, provider, state, needs_user_before: before }
}
