/** A name for a passkey: of one that is there, or of one that is about to be made. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Refusal } from '../api/request.ts'
import type { App } from '../app/dashboard-app.ts'
import { closeDialog, dialog } from '../parts/dialog.ts'
import { focusFault, textField } from '../parts/fields.ts'
import { problem } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'
import { addPasskey } from './passkeys.ts'

/** Null: of a new one. */
export type Naming = { readonly id: string | null; readonly name: string }

class NamePasskey extends LitElement {
  static override styles = sheet

  declare app: App
  declare naming: Naming
  declare done: (message: string) => void
  declare closed: () => void
  #name: string | null = null
  #refusal: Refusal | null = null
  #isBusy = false

  protected override render(): TemplateResult {
    const isNew = this.naming.id === null
    const fault = this.#refusal?.fields.get('name')
    return dialog({
      label: isNew ? 'Add a passkey' : `Rename ${this.naming.name}`,
      closed: this.closed,
      body: html`<form
        method="dialog"
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault()
          void this.#save()
        }}
      >
        ${textField({
          name: 'name',
          label: 'Name',
          placeholder: 'Laptop, telephone, security key …',
          hint: isNew
            ? 'By which you will know it here. Then your browser asks where to keep it.'
            : undefined,
          value: this.#name ?? this.naming.name,
          isFirst: true,
          fault,
          edit: (name) => (this.#name = name),
        })}
        ${fault === undefined ? problem(this.#refusal) : nothing}
      </form>`,
      footer: html`
        <wa-button size="s" appearance="outlined" @click=${() => closeDialog(this)}
          >Cancel</wa-button
        >
        <wa-button
          size="s"
          variant="brand"
          ?loading=${this.#isBusy}
          @click=${() => void this.#save()}
          >${isNew ? 'Create a passkey' : 'Rename'}</wa-button
        >
      `,
    })
  }

  async #save(): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    this.#refusal = null
    this.requestUpdate()
    const { api, send } = this.app
    const { id } = this.naming
    const name = (this.#name ?? this.naming.name).trim()
    const answer = await (id === null
      ? addPasskey(send, name === '' ? 'Passkey' : name)
      : api.renamePasskey(id, name))
    this.#isBusy = false
    if (answer.ok) {
      closeDialog(this)
      this.done(id === null ? 'The passkey is added.' : 'The passkey is renamed.')
    } else {
      this.#refusal = answer.failure
    }
    this.requestUpdate()
    await focusFault(this)
  }
}

customElements.define('pd-name-passkey', NamePasskey)
