/** Inviting somebody: a link that makes one passkey, within a day. */
import '@awesome.me/webawesome/dist/components/option/option.js'
import '@awesome.me/webawesome/dist/components/select/select.js'
import type WaSelect from '@awesome.me/webawesome/dist/components/select/select.js'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { NewInvitation } from '../../../worker/contract/operator/answers.ts'
import type { App } from '../app/dashboard-app.ts'
import { closeDialog, dialog } from '../parts/dialog.ts'
import { textField } from '../parts/fields.ts'
import { FormDialog } from '../parts/form-dialog.ts'
import { copyLine } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'

export const roleOptions = (): TemplateResult => html`
  <wa-option value="owner">Owner</wa-option>
  <wa-option value="developer">Developer</wa-option>
  <wa-option value="viewer">Viewer</wa-option>
`

export class InvitePerson extends LitElement {
  static override styles = sheet

  declare app: App
  declare closed: () => void
  declare invited: () => void
  readonly #asking = new FormDialog(this)
  #name = ''
  #email = ''
  #role = 'developer'
  #invitation: NewInvitation | null = null

  protected override render(): TemplateResult {
    return this.#invitation === null ? this.#form() : this.#shown(this.#invitation)
  }

  #form(): TemplateResult {
    const { isByAccess } = this.app
    return this.#asking.view({
      label: 'Invite somebody',
      verb: isByAccess ? 'Invite' : 'Make a link',
      closed: this.closed,
      fields: (fault) => html`
        ${textField({
          name: 'name',
          label: 'Name',
          value: this.#name,
          isFirst: true,
          fault: fault('name'),
          edit: (value) => (this.#name = value),
        })}
        ${
          isByAccess
            ? textField({
                name: 'email',
                label: 'E-mail address',
                hint: 'As Cloudflare Access knows them.',
                value: this.#email,
                fault: fault('email'),
                edit: (value) => (this.#email = value),
              })
            : nothing
        }
        <wa-select
          size="s"
          label="Role"
          .value=${this.#role}
          @change=${(event: Event) =>
            (this.#role = String((event.currentTarget as WaSelect).value))}
        >
          ${roleOptions()}
        </wa-select>
      `,
      send: () =>
        this.app.api.invite({
          name: this.#name.trim(),
          role: this.#role,
          ...(isByAccess ? { email: this.#email.trim() } : {}),
        }),
      done: (invitation) => {
        this.#invitation = invitation
        this.invited()
      },
    })
  }

  #shown({ name, email, url }: NewInvitation): TemplateResult {
    const text =
      email === null
        ? `Send it by a way that only ${name} reads. It works once, within a day, and is not shown again.`
        : `The dashboard lets ${email} in from now on, if they come within a day.`
    return dialog({
      label: `A link for ${name}`,
      closed: this.closed,
      body: html`<div class="stack">
        <p>${text}</p>
        ${copyLine('the link', url)}
      </div>`,
      footer: html`<wa-button size="s" variant="brand" @click=${() => closeDialog(this)}
        >Done</wa-button
      >`,
    })
  }
}

customElements.define('pd-invite-person', InvitePerson)
