/** A question before something that cannot be taken back: what follows from it, and a refusal where it is answered. */
import { html, LitElement, type TemplateResult } from 'lit'
import type { Answer, Refusal } from '../api/request.ts'
import { sheet } from '../styles/sheet.styles.ts'
import { closeDialog, dialog } from './dialog.ts'
import { problem } from './views.ts'

export type Asked = {
  readonly label: string
  /** What follows from a yes. */
  readonly text: string
  /** On the button that says yes. */
  readonly verb: string
  readonly act: () => Answer<unknown>
  /** After a yes that was done. */
  readonly done: () => void
}

class Question extends LitElement {
  static override styles = sheet

  declare asked: Asked
  /** Answered, or put away. */
  declare closed: () => void
  #refusal: Refusal | null = null
  #isBusy = false

  protected override render(): TemplateResult {
    const { label, text, verb } = this.asked
    return dialog({
      label,
      isQuestion: true,
      closed: () => this.closed(),
      body: html`<div class="stack">
        <p>${text}</p>
        ${problem(this.#refusal)}
      </div>`,
      footer: html`
        <wa-button size="s" appearance="outlined" autofocus @click=${() => closeDialog(this)}
          >Cancel</wa-button
        >
        <wa-button
          size="s"
          variant="danger"
          ?loading=${this.#isBusy}
          @click=${() => void this.#act()}
          >${verb}</wa-button
        >
      `,
    })
  }

  async #act(): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    this.#refusal = null
    this.requestUpdate()
    const answer = await this.asked.act()
    this.#isBusy = false
    if (answer.ok) {
      closeDialog(this)
      this.asked.done()
    } else {
      this.#refusal = answer.failure
    }
    this.requestUpdate()
  }
}

customElements.define('pd-question', Question)
