/** API keys of an environment; for owners also the key ring that seals every credential. */
import { html, nothing, type TemplateResult } from 'lit'
import type { OperatorKeyList } from '../../../worker/contract/operator/answers.ts'
import type { KeyRing } from '../api/operator-api.ts'
import type { Refusal } from '../api/request.ts'
import { may } from '../app/dashboard-app.ts'
import { Loading } from '../app/loading.ts'
import { Page, takeNew } from '../app/page.ts'
import '../keys/key-ring.ts'
import '../keys/new-key.ts'
import { closeDialog, dialog } from '../parts/dialog.ts'
import { ago } from '../parts/times.ts'
import { loaded, notice, problem } from '../parts/views.ts'
import { ok } from '../../api/result.ts'

type Key = OperatorKeyList['data'][number]
type Data = { readonly keys: OperatorKeyList; readonly ring: KeyRing | null }

class KeysPage extends Page {
  readonly #data = new Loading<Data>(this, async () => {
    const [keys, ring] = await Promise.all([
      this.app.here.keys(),
      may(this.app, 'owner') ? this.app.api.keyRing() : ok(null),
    ])
    if (!keys.ok) return keys
    return ring.ok ? ok({ keys: keys.value, ring: ring.value }) : ring
  })
  #open: 'new' | Key | null = null
  #refusal: Refusal | null = null
  #isBusy = false

  protected override firstUpdated(): void {
    if (may(this.app, 'developer') && takeNew()) this.#show('new')
  }

  protected override render(): TemplateResult {
    return html`
      <div class="head">
        <div>
          <h1 tabindex="-1">API keys</h1>
          <p>With one of them your backend speaks for ${this.app.environment.name}.</p>
        </div>
        ${
          may(this.app, 'developer')
            ? html`<wa-button size="s" variant="brand" @click=${() => this.#show('new')}>
                <wa-icon slot="start" name="plus"></wa-icon>Create key
              </wa-button>`
            : nothing
        }
      </div>
      ${loaded(
        this.#data,
        ({ keys, ring }) =>
          html`<div class="stack">
            ${this.#keys(keys.data)}
            ${
              ring === null
                ? nothing
                : html`<pd-key-ring
                    .app=${this.app}
                    .ring=${ring}
                    .reload=${() => void this.#data.reload({ quietly: true })}
                  ></pd-key-ring>`
            }
          </div>`,
      )}
      ${this.#dialog()}
    `
  }

  #keys(keys: readonly Key[]): TemplateResult {
    if (keys.length === 0) {
      return html`<div class="card">
        ${notice('key', 'No key yet', 'Create one for your backend, and fetch the first token.')}
      </div>`
    }
    return html`<div class="card frame">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" class="wide">May</th>
            <th scope="col" class="wide">Created</th>
            <th scope="col">Last used</th>
            <th scope="col"><span class="unseen">Actions</span></th>
          </tr>
        </thead>
        <tbody>
          ${keys.map((key) => this.#row(key))}
        </tbody>
      </table>
    </div>`
  }

  #row(key: Key): TemplateResult {
    const { name, id, scopes, created_at: created, last_used_on: used } = key
    return html`<tr>
      <td>
        <strong>${name}</strong>
        <div class="subtle small mono">${id}</div>
      </td>
      <td class="wide">${scopes === null ? 'everything' : scopes.join(', ')}</td>
      <td class="wide">${ago(created)}</td>
      <td class="whole">${used ?? html`<span class="subtle">never</span>`}</td>
      <td class="number">${this.#end(key)}</td>
    </tr>`
  }

  #end(key: Key): TemplateResult | typeof nothing {
    if (key.revoked_at !== null) return html`<span class="state">Revoked</span>`
    if (!may(this.app, 'developer')) return nothing
    return html`<wa-button size="s" appearance="outlined" @click=${() => this.#show(key)}
      >Revoke<span class="unseen"> ${key.name}</span></wa-button
    >`
  }

  #dialog(): TemplateResult | typeof nothing {
    const open = this.#open
    if (open === null) return nothing
    if (open === 'new') {
      return html`<pd-new-key
        .app=${this.app}
        .closed=${() => this.#show(null)}
        .created=${() => void this.#data.reload({ quietly: true })}
      ></pd-new-key>`
    }
    return dialog({
      label: `Revoke ${open.name}?`,
      isQuestion: true,
      closed: () => this.#show(null),
      body: html`<div class="stack">
        <p>Whoever uses it is refused within 30 seconds, and so are the widget sessions it made.</p>
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
          @click=${() => void this.#revoke(open)}
          >Revoke</wa-button
        >
      `,
    })
  }

  async #revoke({ id, name }: Key): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    this.#refusal = null
    this.requestUpdate()
    const answer = await this.app.here.revokeKey(id)
    this.#isBusy = false
    if (answer.ok) {
      closeDialog(this)
      this.app.say(`${name} is revoked.`)
      await this.#data.reload({ quietly: true })
    } else {
      this.#refusal = answer.failure
    }
    this.requestUpdate()
  }

  #show(open: 'new' | Key | null): void {
    this.#open = open
    this.#refusal = null
    this.requestUpdate()
  }
}

customElements.define('pd-keys', KeysPage)
