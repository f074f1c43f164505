/** A list as a file: asked for with a fresh sign-in, then taken by the browser's own download. */
import { html, LitElement, type TemplateResult } from 'lit'
import type { ExportedFile } from '../../../worker/contract/operator/answers.ts'
import type { Answer } from '../api/request.ts'
import { sheet } from '../styles/sheet.styles.ts'

class ExportFile extends LitElement {
  static override styles = sheet

  /** What is in it, behind "Export". */
  declare what: string
  declare ask: (format: 'csv' | 'json') => Answer<ExportedFile>
  declare say: (message: string) => void

  protected override render(): TemplateResult {
    return html`<wa-dropdown
      placement="bottom-end"
      @wa-select=${(event: CustomEvent<{ item: { value: string } }>) =>
        void this.#export(event.detail.item.value === 'json' ? 'json' : 'csv')}
    >
      <wa-button slot="trigger" size="s" appearance="outlined" with-caret
        >Export<span class="unseen"> ${this.what}</span></wa-button
      >
      <wa-dropdown-item value="csv">CSV, for a spreadsheet</wa-dropdown-item>
      <wa-dropdown-item value="json">JSON, for a program</wa-dropdown-item>
    </wa-dropdown>`
  }

  async #export(format: 'csv' | 'json'): Promise<void> {
    const answer = await this.ask(format)
    if (!answer.ok) return this.say(answer.failure.message)
    const link = Object.assign(document.createElement('a'), {
      href: answer.value.url,
      download: '',
    })
    link.click()
    this.say('The file is being downloaded.')
  }
}

customElements.define('pd-export', ExportFile)
