/** Everything that was done in the dashboard: who, what, when, from where. */
import { html, nothing, type TemplateResult } from 'lit'
import type { AuditList } from '../../../worker/contract/operator/answers.ts'
import { may } from '../app/dashboard-app.ts'
import { Loading } from '../app/loading.ts'
import { Page } from '../app/page.ts'
import '../parts/export-file.ts'
import { ago } from '../parts/times.ts'
import { loaded, notice } from '../parts/views.ts'

type Entry = AuditList['data'][number]

class AuditPage extends Page {
  readonly #list = new Loading(this, () => this.app.api.audit(''))
  #earlier: readonly Entry[] = []
  #isLoadingMore = false

  protected override render(): TemplateResult {
    return html`
      <div class="head">
        <div>
          <h1 tabindex="-1">Audit</h1>
          <p>What operators did, in every environment.</p>
        </div>
        ${
          may(this.app, 'owner')
            ? html`<pd-export
                .what=${'the audit'}
                .ask=${(format: 'csv' | 'json') => this.app.api.exportAudit(format)}
                .say=${this.app.say}
              ></pd-export>`
            : nothing
        }
      </div>
      ${loaded(this.#list, (list) => this.#table(list))}
    `
  }

  #table({ data, list_metadata: { after } }: AuditList): TemplateResult {
    const entries = [...this.#earlier, ...data]
    if (entries.length === 0) {
      return html`<div class="card">${notice('audit', 'Nothing yet', 'It begins now.')}</div>`
    }
    return html`<div class="card frame">
      <table>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col" class="wide">Environment</th>
            <th scope="col" class="wide">From</th>
          </tr>
        </thead>
        <tbody>
          ${entries.map((entry) => this.#row(entry))}
        </tbody>
      </table>
      ${
        after === null
          ? nothing
          : html`<div class="inside actions">
              <wa-button
                size="s"
                appearance="outlined"
                ?loading=${this.#isLoadingMore}
                @click=${() => void this.#more(data, after)}
                >Show more</wa-button
              >
            </div>`
      }
    </div>`
  }

  #row(entry: Entry): TemplateResult {
    const { action, target, operator, environment_id: id, ip_address: ip, country } = entry
    const environment = this.app.environments.find((one) => one.id === id)
    return html`<tr>
      <td>${ago(entry.at)}</td>
      <td>${operator?.name ?? html`<span class="subtle">nobody signed in</span>`}</td>
      <td>
        <code>${action}</code>
        ${target === null ? nothing : html`<div class="small mono subtle">${target}</div>`}
      </td>
      <td class="wide">${environment?.name ?? id ?? ''}</td>
      <td class="wide small subtle" title=${entry.user_agent ?? ''}>
        ${[ip, country].filter((part) => part !== null).join(', ')}
      </td>
    </tr>`
  }

  async #more(shown: readonly Entry[], after: string): Promise<void> {
    if (this.#isLoadingMore) return
    this.#isLoadingMore = true
    this.requestUpdate()
    const answer = await this.app.api.audit(after)
    this.#isLoadingMore = false
    if (answer.ok) {
      this.#earlier = [...this.#earlier, ...shown]
      this.#list.replace(answer.value)
    } else {
      this.app.say(answer.failure.message)
      this.requestUpdate()
    }
  }
}

customElements.define('pd-audit', AuditPage)
