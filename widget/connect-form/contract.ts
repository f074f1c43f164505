/**
 * Between the widget and its form, which is a script of its own (`pipes-widget-form.js`) and may be a little older or
 * newer: types only. A change here has to let the other side of yesterday go on.
 */
import type { TemplateResult } from 'lit'
import type { Aim, Config, OwnClient, PipesApi } from '../api/pipes-api.ts'
import type { ConnectOutcome } from '../connect/outcome.ts'
import type { Messages } from '../i18n/messages.ts'
import type { Row } from '../pipes-widget/row.ts'

export type SecretEntry =
  | { readonly method: 'api_key'; readonly secret: string; readonly config?: Config | null }
  | ({ readonly method: 'client_credentials' } & OwnClient)

/** What a person has typed, found to be whole. */
export type FormEntry = { readonly method: 'oauth'; readonly config: Config } | SecretEntry

/** The element that shows the form in its dialog. */
export type FormHost = {
  readonly renderRoot: HTMLElement | DocumentFragment
  requestUpdate(): void
}

export type FormActions = {
  /** Called inside the submit, as a window may have to be opened. */
  submitForm(slug: string, entry: FormEntry): void
  dismissForm(slug: string): void
}

/** One opening of the form. What is typed stays in its inputs, and goes with them. */
export type ConnectForm = {
  /** @param row as it is now; what is asked stays as it was at the opening */
  view(row: Row, t: Messages): TemplateResult
  /** After each drawing. */
  updated(): void
}

export type FormModule = {
  createForm(host: FormHost, row: Row, actions: FormActions): ConnectForm
  connectBySecret(
    slug: string,
    aim: Aim,
    entry: SecretEntry,
    api: PipesApi,
  ): Promise<ConnectOutcome>
}
