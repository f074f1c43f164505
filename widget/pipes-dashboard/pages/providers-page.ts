/** The providers of an environment, and the way to another one. */
import { css, html, nothing, type TemplateResult } from 'lit'
import type WaInput from '@awesome.me/webawesome/dist/components/input/input.js'
import type { OperatorIntegration } from '../../../worker/contract/operator/answers.ts'
import { may } from '../app/dashboard-app.ts'
import { Loading } from '../app/loading.ts'
import { Page, takeNew } from '../app/page.ts'
import { pathTo } from '../app/routes.ts'
import { search } from '../catalogue/search.ts'
import { providerLogo } from '../../ui/provider-logo.ts'
import { itemOf } from '../parts/integration-name.ts'
import { icon, loaded, notice } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'

/** From here on a list is searched rather than read. */
const MANY = 12

class ProvidersPage extends Page {
  static override styles = [
    sheet,
    css`
      .find {
        max-width: 26rem;
        margin-bottom: 1rem;
      }
      /* On a telephone a name needs the room; the point stays. */
      @media (width < 30rem) {
        .state.good {
          gap: 0;
        }
        .state.good .label {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ]

  override readonly keepsPlace = true
  readonly #list = new Loading(this, () => this.app.here.integrations())
  #isConnecting = false
  #words = ''

  protected override firstUpdated(): void {
    if (may(this.app, 'developer') && takeNew()) void this.#connect({ isOpen: true })
  }

  protected override render(): TemplateResult {
    const { state } = this.#list
    return html`
      <div class="head">
        <div>
          <h1 tabindex="-1">Providers</h1>
          <p>What your users can connect in ${this.app.environment.name}.</p>
        </div>
        ${this.#connectButton()}
      </div>
      ${loaded(this.#list, ({ data }) => (data.length === 0 ? this.#empty() : this.#found(data)))}
      ${
        this.#isConnecting
          ? html`<pd-connect-provider
              .app=${this.app}
              .present=${new Set(state.kind === 'ready' ? state.value.data.map(({ slug }) => slug) : [])}
              .closed=${() => this.#connect({ isOpen: false })}
              .connected=${(made: OperatorIntegration) => {
                this.app.say(`${made.name} is set up.`)
                this.app.go(pathTo('providers', this.app.environment.id, itemOf(made)))
              }}
            ></pd-connect-provider>`
          : nothing
      }
    `
  }

  #connectButton(): TemplateResult | typeof nothing {
    return may(this.app, 'developer')
      ? html`<wa-button size="s" variant="brand" @click=${() => this.#connect({ isOpen: true })}>
          <wa-icon slot="start" name="plus"></wa-icon>Connect provider
        </wa-button>`
      : nothing
  }

  #empty(): TemplateResult {
    return html`<div class="card">
      ${notice(
        'providers',
        'No provider yet',
        'Choose one of the catalogue, or describe your own. Your users see it in the widget at once.',
        may(this.app, 'developer')
          ? html`<wa-button
              size="s"
              appearance="outlined"
              @click=${() => this.#connect({ isOpen: true })}
              >Open the catalogue</wa-button
            >`
          : nothing,
      )}
    </div>`
  }

  /** Looked through where there are many. */
  #found(data: readonly OperatorIntegration[]): TemplateResult {
    if (data.length < MANY) return this.#rows(data)
    const found = search(data, this.#words, '')
    return html`
      <wa-input
        class="find"
        size="s"
        type="search"
        label="Search providers"
        autocomplete="off"
        spellcheck="false"
        placeholder="Name, other name or category"
        .value=${this.#words}
        @input=${(event: Event) => {
          this.#words = (event.currentTarget as WaInput).value ?? ''
          this.requestUpdate()
        }}
      >
        <wa-icon slot="start" name="magnifying-glass"></wa-icon>
      </wa-input>
      <p class="unseen" role="status">${found.length} of ${data.length} providers</p>
      ${
        found.length === 0
          ? html`<div class="card">
              ${notice('magnifying-glass', 'No provider is called so', 'Not among those that are set up here.')}
            </div>`
          : this.#rows(found)
      }
    `
  }

  #rows(data: readonly OperatorIntegration[]): TemplateResult {
    return html`<ul class="card" aria-label="Providers">
      ${data.map(
        (one) =>
          html`<li>
            <a class="row" href=${pathTo('providers', this.app.environment.id, itemOf(one))}>
              ${providerLogo(one.name, one.icon_url)}
              <span class="about">
                <span class="name">${one.name}</span>
                <span class="subtle small">${aboutOf(one)}</span>
              </span>
              ${stateOf(one)} ${icon('chevron-right')}
            </a>
          </li>`,
      )}
    </ul>`
  }

  async #connect({ isOpen }: { readonly isOpen: boolean }): Promise<void> {
    if (isOpen) await import('../catalogue/connect-provider.ts')
    this.#isConnecting = isOpen
    this.requestUpdate()
  }
}

const CREDENTIALS = {
  shared: 'shared client',
  custom: 'your client',
  organization: 'each organization’s client',
} as const

const aboutOf = ({ slug, ownership, accounts, credentials }: OperatorIntegration): string => {
  const { connected, needs_reauthorization: broken } = accounts
  const count = connected + broken
  return [
    slug,
    ...(ownership === 'organization' ? ['organizations'] : []),
    ...(credentials === null ? [] : [CREDENTIALS[credentials.type]]),
    // A number stays with what it counts.
    `${count}\u00a0${count === 1 ? 'connection' : 'connections'}`,
  ].join(' · ')
}

const stateOf = ({ enabled, troubles }: OperatorIntegration): TemplateResult => {
  if (!enabled) return html`<span class="state">Disabled</span>`
  if (troubles.length > 0) return html`<span class="state bad">Needs attention</span>`
  return html`<span class="state good"><span class="label">Enabled</span></span>`
}

customElements.define('pd-providers', ProvidersPage)
