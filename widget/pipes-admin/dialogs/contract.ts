/**
 * Between `<pipes-admin>` and what it needs only once something is pressed: its dialogs and the connect flows, a script of
 * their own (`pipes-admin-dialogs.js`) that may be a little older or newer. Types only; a change here has to let the other
 * side of yesterday go on.
 */
import type { nothing, TemplateResult } from 'lit'
import type { listMembers } from '../../api/members-api.ts'
import type { createSharedApi } from '../../api/shared-api.ts'
import type { AdminSurroundings } from '../admin-surroundings.ts'
import type { connectByPopup } from '../../connect/by-popup.ts'
import type { connectByRedirect } from '../../more/by-redirect.ts'
import type { connectBySecret } from '../../connect-form/by-secret.ts'
import type { FormHost } from '../../connect-form/contract.ts'
import type { AdminWords } from '../../i18n/admin-messages.ts'
import type { Actions } from '../actions.ts'
import type { State } from '../state.ts'
import type { finishReturn } from './finish-return.ts'

/** What is typed stays in the inputs, and goes with the dialog. */
export type Dialogs = {
  /** Called at each drawing, also when no dialog is open. @param language of the words */
  view(state: State, t: AdminWords, language: string): TemplateResult | typeof nothing
  /** After each drawing. */
  updated(): void
}

/** What they touch of their browser. */
export type DialogSurroundings = Pick<AdminSurroundings, 'copy' | 'now'>

export type Flows = {
  readonly createSharedApi: typeof createSharedApi
  readonly listMembers: typeof listMembers
  readonly connectByPopup: typeof connectByPopup
  readonly connectByRedirect: typeof connectByRedirect
  readonly connectBySecret: typeof connectBySecret
  readonly finishReturn: typeof finishReturn
}

export type DialogsModule = {
  readonly flows: Flows
  createDialogs(host: FormHost, actions: Actions, surroundings: DialogSurroundings): Dialogs
}
