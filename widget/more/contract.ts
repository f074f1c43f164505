/**
 * Between the widget and what few rows and few pages need of it, which is a script of its own (`pipes-widget-more.js`) and
 * may be a little older or newer: types only, as `connect-form/contract.ts`.
 */
import type { TemplateResult } from 'lit'
import type { Aim } from '../api/pipes-api.ts'
import type { Json } from '../api/read.ts'
import type { FormHost } from '../connect-form/contract.ts'
import type { Messages } from '../i18n/messages.ts'
import type { Ready, Row, Search } from '../pipes-widget/state.ts'

export type MoreActions = {
  /** Called inside the click, as a window may have to be opened. */
  begin(slug: string, aim: Aim): void
  askDisconnect(slug: string, accountId: string): void
  dismissDisconnect(slug: string): void
  disconnect(slug: string): void
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

/** What a view has of it. */
export type More = Pick<DetailsInput, 'language' | 'now'> & {
  readonly module: MoreModule
  readonly apiOrigin: string
}

export type MoreModule = {
  /** Once for each element, before the first view. */
  prepare(host: FormHost): void
  /** What is shown of an open row. */
  details(input: DetailsInput): TemplateResult
  /** @param row with the account that is meant */
  confirmDisconnect(row: Row, actions: MoreActions, t: Messages): TemplateResult
  /** What is looked for in a long list. */
  finder(state: Ready, actions: MoreActions, t: Messages): TemplateResult
  isFound(row: Row, search: Search): boolean
  foundText(state: Ready, t: Messages): string
  /** What the organization shares with its members. */
  sharedList(shared: Json, apiOrigin: string, t: Messages): TemplateResult
  /** Where nothing is. */
  nothingFound(state: Ready, actions: MoreActions, t: Messages): TemplateResult
}
