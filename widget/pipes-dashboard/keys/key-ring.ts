/** The key ring of the deployment: what each key wraps, and the four steps of a rotation, of which two are done here. */
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { KeyRing } from '../api/operator-api.ts'
import type { App } from '../app/dashboard-app.ts'
import { codeBlock } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'
import { Rewrap } from './rewrap.ts'

type Key = KeyRing['data'][number]

class KeyRingCard extends LitElement {
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    ring: { attribute: false },
  }
  static override styles = [
    sheet,
    css`
      progress {
        width: 100%;
        height: 0.5rem;
        accent-color: var(--accent);
      }
      table + .inside {
        border-top: 1px solid var(--border);
      }
      ol,
      li,
      .move {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.5rem;
      }
      ol {
        gap: 1.25rem;
        margin-bottom: 1rem;
      }
      .move wa-button {
        justify-self: start;
      }
    `,
  ]

  declare app: App
  declare ring: KeyRing
  /** Read the ring again. */
  declare reload: () => void
  #isOpen = false
  #kid: string | null = null
  readonly #rewrap = new Rewrap(this)

  protected override render(): TemplateResult {
    return html`<section class="card frame">
      <div class="card-head">
        <div>
          <h2>Key ring</h2>
          <p>It seals every credential of this deployment.</p>
        </div>
        <wa-button
          size="s"
          appearance="outlined"
          aria-expanded=${this.#isOpen}
          @click=${() => this.#toggle()}
          >${this.#isOpen ? 'Hide the steps' : 'Rotate the key'}</wa-button
        >
      </div>
      ${this.#table()} ${this.#isOpen ? this.#steps() : nothing}
    </section>`
  }

  #table(): TemplateResult {
    return html`<table>
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">State</th>
          <th scope="col" class="number">Rows</th>
          <th scope="col" class="number">Objects</th>
        </tr>
      </thead>
      <tbody>
        ${this.ring.data.map(
          ({ id, active, rows, objects }) =>
            html`<tr>
              <td><code>${id}</code></td>
              <td>
                ${
                  active
                    ? html`<span class="state good">Active</span>`
                    : html`<span class="state"
                        >${rows + objects === 0 ? 'May go' : 'Still needed'}</span
                      >`
                }
              </td>
              <td class="number">${rows.toLocaleString('en')}</td>
              <td class="number">${objects.toLocaleString('en')}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
  }

  /** What comes next is told by the ring itself: which keys it has, which is active, what the others wrap. */
  #steps(): TemplateResult {
    const { data } = this.ring
    const active = data.find((key) => key.active)?.id ?? ''
    const old = data.filter((key) => !key.active)
    const next = freshIdOf(data)
    return html`<div class="inside">
      <ol aria-label="Rotation">
        <li>
          <h3>1. Add a key</h3>
          <p class="small subtle">
            Where the ring is kept, never in a browser. Then wait a minute, until it is everywhere.
          </p>
          ${codeBlock(
            'the commands that add a key',
            `npm run keys -- add ${next} --ring ring.json\nnpx wrangler secret put VAULT_KEYRING < ring.json`,
          )}
        </li>
        <li>
          <h3>2. Make it the active one</h3>
          <p class="small subtle">
            ${
              old.length === 0
                ? `Only ${active} is in the ring that is deployed.`
                : `${active} is active; what is sealed from now on is under it.`
            }
          </p>
          ${codeBlock(
            'the commands that activate a key',
            `npm run keys -- activate ${next} --ring ring.json\nnpx wrangler secret put VAULT_KEYRING < ring.json`,
          )}
        </li>
        <li>
          <h3>3. Move what the old key wraps</h3>
          ${
            old.length === 0
              ? html`<p class="small subtle">There is no old key.</p>`
              : old.map((key) => this.#move(key, active))
          }
        </li>
        <li>
          <h3>4. Retire the old key</h3>
          ${
            old.some(isEmpty)
              ? old.filter(isEmpty).map((key) => this.#retire(key))
              : html`<p class="small subtle">A key retires when it wraps nothing any more.</p>`
          }
        </li>
      </ol>
      <wa-button size="s" appearance="outlined" @click=${() => this.reload()}>
        <wa-icon slot="start" name="refresh"></wa-icon>Read the ring again
      </wa-button>
    </div>`
  }

  #move(key: Key, active: string): TemplateResult {
    const { state } = this.#rewrap
    const isMine = this.#kid === key.id
    return html`<div class="move">
      ${
        isEmpty(key)
          ? html`<p class="small subtle"><code>${key.id}</code> wraps nothing.</p>`
          : html`<wa-button
              size="s"
              ?disabled=${state.kind === 'moving'}
              @click=${() => void this.#start(key)}
              >Move ${key.id} to ${active}</wa-button
            >`
      }
      ${isMine ? progressOf(this.#rewrap) : nothing}
      ${
        isMine && state.kind === 'moving'
          ? html`<wa-button size="s" appearance="outlined" @click=${() => this.#rewrap.stop()}
              >Stop</wa-button
            >`
          : nothing
      }
    </div>`
  }

  #retire(key: Key): TemplateResult {
    return html`<div class="move">
      <wa-button size="s" @click=${() => void this.#askToRetire(key)}
        >Check that ${key.id} may go</wa-button
      >
      ${codeBlock(
        'the commands that retire a key',
        `npm run keys -- retire ${key.id} --ring ring.json --url ${location.origin}\nnpx wrangler secret put VAULT_KEYRING < ring.json`,
      )}
    </div>`
  }

  async #start(key: Key): Promise<void> {
    this.#kid = key.id
    await this.#rewrap.run(this.app.api, key)
    this.reload()
  }

  async #askToRetire({ id }: Key): Promise<void> {
    const answer = await this.app.api.retireKey(id)
    this.app.say(
      answer.ok ? `${id} wraps nothing: take it out of the ring.` : answer.failure.message,
    )
    this.reload()
  }

  #toggle(): void {
    this.#isOpen = !this.#isOpen
    this.requestUpdate()
  }
}

const isEmpty = ({ rows, objects }: Key): boolean => rows + objects === 0

/** The next of k1, k2, … that the ring has not. */
const freshIdOf = (keys: readonly Key[]): string => {
  const taken = new Set(keys.map(({ id }) => id))
  const number = Array.from({ length: keys.length + 1 }, (_, index) => index + 1).find(
    (one) => !taken.has(`k${one}`),
  )
  return `k${number}`
}

const progressOf = ({ state }: Rewrap): TemplateResult | typeof nothing => {
  if (state.kind === 'idle') return nothing
  const { total, done, failed, broken } = state
  return html`
    <progress max=${Math.max(total, 1)} value=${done} aria-label="Moved"></progress>
    <p class="small" role="status">${state.text}</p>
    ${
      failed === 0
        ? nothing
        : html`<p class="small subtle">
            ${failed.toLocaleString('en')} could not be moved.
            ${
              broken === 0
                ? 'They were not to be reached; move once more.'
                : `${broken.toLocaleString('en')} of them do not open under the key that they name: nobody can read them, and no rotation moves them.`
            }
          </p>`
    }
  `
}

customElements.define('pd-key-ring', KeyRingCard)
