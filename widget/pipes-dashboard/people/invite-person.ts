/** Inviting somebody: a link that makes one passkey, within a day. */
import '@awesome.me/webawesome/dist/components/option/option.js'
import '@awesome.me/webawesome/dist/components/select/select.js'
import type WaSelect from '@awesome.me/webawesome/dist/components/select/select.js'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { NewInvitation } from '../../../worker/contract/operator/answers.ts'
import type { Refusal } from '../api/request.ts'
import type { App } from '../app/dashboard-app.ts'
import { closeDialog, dialog } from '../parts/dialog.ts'
import { focusFault, textField } from '../parts/fields.ts'
import { copyLine, problem } from '../parts/views.ts'
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
  #name = ''
  #email = ''
  #role = 'developer'
  #invitation: NewInvitation | null = null
  #refusal: Refusal | null = null
  #isBusy = false

  protected override render(): TemplateResult {
    return this.#invitation === null ? this.#form() : this.#shown(this.#invitation)
  }

  #form(): TemplateResult {
    return dialog({
      label: 'Invite somebody',
      closed: this.closed,
      body: html`<form
        method="dialog"
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault()
          void this.#invite()
        }}
      >
        ${textField({
          name: 'name',
          label: 'Name',
          value: this.#name,
          isFirst: true,
          fault: this.#refusal?.fields.get('name'),
          edit: (value) => (this.#name = value),
        })}
        ${
          this.app.isByAccess
            ? textField({
                name: 'email',
                label: 'E-mail address',
                hint: 'As Cloudflare Access knows them.',
                value: this.#email,
                fault: this.#refusal?.fields.get('email'),
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
        ${(this.#refusal?.fields.size ?? 0) > 0 ? nothing : problem(this.#refusal)}
      </form>`,
      footer: html`
        <wa-button size="s" appearance="outlined" @click=${() => closeDialog(this)}
          >Cancel</wa-button
        >
        <wa-button
          size="s"
          variant="brand"
          ?loading=${this.#isBusy}
          @click=${() => void this.#invite()}
          >${this.app.isByAccess ? 'Invite' : 'Make a link'}</wa-button
        >
      `,
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

  async #invite(): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    this.#refusal = null
    this.requestUpdate()
    const answer = await this.app.api.invite({
      name: this.#name.trim(),
      role: this.#role,
      ...(this.app.isByAccess ? { email: this.#email.trim() } : {}),
    })
    this.#isBusy = false
    if (answer.ok) {
      this.#invitation = answer.value
      this.invited()
    } else {
      this.#refusal = answer.failure
    }
    this.requestUpdate()
    await focusFault(this)
  }
}

customElements.define('pd-invite-person', InvitePerson)
