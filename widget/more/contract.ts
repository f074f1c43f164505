/**
 * Between the widget and what few rows and few pages need of it, which is a script of its own (`pipes-widget-more.js`) and
 * may be a little older or newer: types only, as `connect-form/contract.ts`.
 */
import type { TemplateResult } from 'lit'
import type { AccountChanges, Aim, Config, PipesApi } from '../api/pipes-api.ts'
import type { Problem } from '../api/problem.ts'
import type { Json } from '../api/read.ts'
import type { Surroundings } from '../browser/surroundings.ts'
import type { ConnectOutcome } from '../connect/outcome.ts'
import type { FormHost } from '../connect-form/contract.ts'
import type { Messages } from '../i18n/messages.ts'
import type { Row } from '../pipes-widget/row.ts'
import type { Fact, Ready, Search } from '../pipes-widget/state.ts'

export type MoreActions = {
  /** Called inside the click, as a window may have to be opened. */
  begin(slug: string, aim: Aim): void
  askDisconnect(slug: string, accountId: string): void
  dismissDisconnect(slug: string): void
  disconnect(slug: string): void
  change(slug: string, accountId: string, changes: AccountChanges): void
  search(search: Search): void
}

export type DetailsInput = {
  readonly row: Row
  readonly actions: MoreActions
  readonly t: Messages
  /** BCP 47, of the words. */
  readonly language: string
  /** Epoch ms. */
  readonly now: number
}

export type SameTabInput = {
  readonly api: PipesApi
  readonly surroundings: Surroundings
  readonly learn: (fact: Fact) => void
  /** Aborted while the element is out of the document. */
  readonly alive: () => AbortSignal
}

export type Finished =
  | { readonly slug: string; readonly outcome: ConnectOutcome }
  /** It belongs to no row. */
  | { readonly slug: null; readonly problem: Problem }

/** What a view has of it. */
export type More = Pick<DetailsInput, 'language' | 'now'> & {
  readonly module: MoreModule
  readonly apiOrigin: string
  readonly pageUrl: string
}

export type MoreModule = {
  /** Once for each element, before the first view. */
  prepare(host: FormHost): void
  /** Where no window can be had. Leaves the page. */
  connectByRedirect(
    slug: string,
    aim: Aim,
    config: Config,
    api: PipesApi,
    surroundings: Surroundings,
  ): Promise<ConnectOutcome>
  /** The other half, on the page that was come back to. */
  SameTab: new (
    fragment: URLSearchParams,
    input: SameTabInput,
  ) => { finish(): Promise<Finished | null> }
  /** What is shown of an open row. */
  details(input: DetailsInput): TemplateResult
  /** @param row with the account that is meant */
  confirmDisconnect(row: Row, actions: MoreActions, t: Messages): TemplateResult
  /** A letter, with the address of the page where access is to be allowed. */
  askAdministrator(row: Row, pageUrl: string, t: Messages): TemplateResult
  /** What is looked for in a long list. */
  finder(state: Ready, actions: MoreActions, t: Messages): TemplateResult
  isFound(row: Row, search: Search): boolean
  foundText(state: Ready, t: Messages): string
  /** What the organization shares with its members. */
  sharedList(shared: Json, apiOrigin: string, t: Messages): TemplateResult
  /** Where nothing is. */
  nothingFound(state: Ready, actions: MoreActions, t: Messages): TemplateResult
}
