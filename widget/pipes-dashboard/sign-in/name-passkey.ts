/** A name for a passkey: of one that is there, or of one that is about to be made. */
import { LitElement, type TemplateResult } from 'lit'
import type { Answer } from '../api/request.ts'
import type { App } from '../app/dashboard-app.ts'
import { closeDialog } from '../parts/dialog.ts'
import { textField } from '../parts/fields.ts'
import { FormDialog } from '../parts/form-dialog.ts'
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
  readonly #form = new FormDialog(this)
  #name: string | null = null

  protected override render(): TemplateResult {
    const { id, name } = this.naming
    const isNew = id === null
    return this.#form.view({
      label: isNew ? 'Add a passkey' : `Rename ${name}`,
      verb: isNew ? 'Create a passkey' : 'Rename',
      closed: this.closed,
      fields: (fault) =>
        textField({
          name: 'name',
          label: 'Name',
          placeholder: 'Laptop, telephone, security key …',
          hint: isNew
            ? 'By which you will know it here. Then your browser asks where to keep it.'
            : undefined,
          value: this.#name ?? name,
          isFirst: true,
          fault: fault('name'),
          edit: (typed) => (this.#name = typed),
        }),
      send: () => this.#save(id, (this.#name ?? name).trim()),
      done: () => {
        closeDialog(this)
        this.done(isNew ? 'The passkey is added.' : 'The passkey is renamed.')
      },
    })
  }

  #save(id: string | null, name: string): Answer<unknown> {
    const { api, send } = this.app
    return id === null
      ? addPasskey(send, name === '' ? 'Passkey' : name)
      : api.renamePasskey(id, name)
  }
}

customElements.define('pd-name-passkey', NamePasskey)
