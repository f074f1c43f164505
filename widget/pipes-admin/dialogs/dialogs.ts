/** The dialogs of `<pipes-admin>`, one at a time; but for the form in which keys are typed, which is the widget's. */
import { nothing, type TemplateResult } from 'lit'
import type { FormHost } from '../../connect-form/contract.ts'
import type { AdminWords, DialogMessages } from '../../i18n/admin-messages.ts'
import { enDialogs } from '../../i18n/en-admin-dialogs.ts'
import type { Actions } from '../actions.ts'
import { inDialog, type State } from '../state.ts'
import { sharedAccounts } from './accounts.ts'
import type { Dialogs, DialogSurroundings } from './contract.ts'
import { people } from './people.ts'
import { disconnectQuestion, switchOffQuestion } from './questions.ts'
import { SettingsForm } from './settings-form.ts'

/** All words, those of the dialogs among them. */
export type Words = AdminWords & { readonly dialogs: DialogMessages }

export class AdminDialogs implements Dialogs {
  readonly #host: FormHost
  readonly #actions: Actions
  readonly #surroundings: DialogSurroundings
  /** While it is on the screen. */
  #settings: SettingsForm | null = null

  constructor(host: FormHost, actions: Actions, surroundings: DialogSurroundings) {
    this.#host = host
    this.#actions = actions
    this.#surroundings = surroundings
  }

  view(state: State, messages: AdminWords, language: string): TemplateResult | typeof nothing {
    const row = inDialog(state)
    const kind = state.kind === 'ready' ? state.dialog?.kind : undefined
    if (kind !== 'settings') this.#settings = null
    if (row === null || state.kind !== 'ready') return nothing
    const t: Words = { ...messages, dialogs: { ...enDialogs, ...messages.admin.dialogs } }
    switch (kind) {
      case 'settings':
        this.#settings ??= new SettingsForm(this.#host, row, this.#actions, this.#surroundings)
        return this.#settings.view(row, t)
      case 'members':
        return people(row, state.members, this.#actions, t, language)
      case 'accounts':
        return sharedAccounts(row, {
          isSaved: state.news?.kind === 'changed' && state.news.key === row.key,
          actions: this.#actions,
          t,
          language,
          now: this.#surroundings.now(),
        })
      case 'switch-off':
        return switchOffQuestion(row, state.members, this.#actions, t, language)
      case 'disconnect':
        return disconnectQuestion(row, this.#actions, t)
      case 'form':
      case undefined:
        return nothing
    }
  }

  updated(): void {
    this.#settings?.updated()
  }
}
