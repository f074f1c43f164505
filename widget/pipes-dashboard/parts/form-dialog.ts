/** A dialog of a few fields that are sent once: what a server finds wrong stands at its field, or below them all. */
import { html, type LitElement, type TemplateResult } from 'lit'
import type { Answer } from '../api/request.ts'
import { closeDialog, dialog } from './dialog.ts'
import { focusFault } from './fields.ts'
import { FormFaults } from './form-faults.ts'

type Asking<T> = {
  readonly label: string
  /** On the button that sends it. */
  readonly verb: string
  /** @param fault what is wrong with a field, by its name on the wire */
  readonly fields: (fault: (field: string) => string | undefined) => TemplateResult
  readonly send: () => Answer<T>
  /** After it was taken; closes the dialog, or shows something else in its place. */
  readonly done: (value: T) => void
  readonly closed: () => void
}

export class FormDialog {
  readonly #host: LitElement
  readonly #faults = new FormFaults()
  #isBusy = false

  /** @param host whose dialog it is */
  constructor(host: LitElement) {
    this.#host = host
  }

  view<T>(asking: Asking<T>): TemplateResult {
    const send = (event: Event): void => {
      event.preventDefault()
      void this.#send(asking)
    }
    this.#faults.begin()
    const fields = asking.fields((field) => this.#faults.at(field))
    return dialog({
      label: asking.label,
      closed: asking.closed,
      body: html`<form method="dialog" novalidate autocomplete="off" @submit=${send}>
        ${fields} ${this.#faults.elsewhere()}
        <input type="submit" hidden />
      </form>`,
      footer: html`
        <wa-button size="s" appearance="outlined" @click=${() => closeDialog(this.#host)}
          >Cancel</wa-button
        >
        <wa-button size="s" variant="brand" ?loading=${this.#isBusy} @click=${send}
          >${asking.verb}</wa-button
        >
      `,
    })
  }

  async #send<T>({ send, done }: Asking<T>): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    this.#faults.refusal = null
    this.#host.requestUpdate()
    const answer = await send()
    this.#isBusy = false
    if (answer.ok) done(answer.value)
    else this.#faults.refusal = answer.failure
    this.#host.requestUpdate()
    await focusFault(this.#host)
  }
}
