/** What organizations have set for themselves, row by row: below a provider, or on the page of all. */
import {
  css,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import type { OrganizationOverrideList } from '../../../worker/contract/operator/answers.ts'
import type { OverrideFilter } from '../api/operator-api.ts'
import type { App } from '../app/dashboard-app.ts'
import { pathTo } from '../app/routes.ts'
import { PagedRows } from '../connections/paged-rows.ts'
import { itemOf } from '../parts/integration-name.ts'
import { ago } from '../parts/times.ts'
import { bones, failed } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'

type Override = OrganizationOverrideList['data'][number]

class OverrideListElement extends LitElement {
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    filter: { attribute: false },
    none: { attribute: false },
  }
  static override styles = [
    sheet,
    css`
      table {
        table-layout: fixed;
      }
      td {
        overflow-wrap: anywhere;
      }
      .changed {
        width: 9.5rem;
      }
      .more {
        padding: 0.75rem;
        border-top: 1px solid var(--border);
        justify-content: center;
      }
      td .state {
        white-space: normal;
      }
    `,
  ]

  declare app: App
  /** Another one is another list. */
  declare filter: OverrideFilter
  declare none: TemplateResult
  #rows = this.#list()

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.#rows.growOld()
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('filter')) this.#rows = this.#list()
  }

  protected override updated(): void {
    this.#rows.show(0, Math.max(0, this.#rows.count - 1))
  }

  protected override render(): TemplateResult {
    const rows = this.#rows
    if (rows.count > 0) return this.#table(rows)
    if (rows.refusal !== null) return failed(rows.refusal, () => rows.again())
    return rows.isComplete ? this.none : bones()
  }

  #table(rows: PagedRows<Override>): TemplateResult {
    const all = Array.from({ length: rows.count }, (_, index) => rows.at(index) ?? [])
    const { provider, organization_id: organization } = this.filter
    return html`<div class="frame">
      <table>
        <thead>
          <tr>
            ${organization === '' ? html`<th scope="col">Organization</th>` : nothing}
            ${
              // Where there is no room for it, it stands below the organization.
              provider === ''
                ? html`<th scope="col" class=${organization === '' ? 'wide' : ''}>Provider</th>`
                : nothing
            }
            <th scope="col">Sets</th>
            <th scope="col" class="wide changed">Changed</th>
          </tr>
        </thead>
        <tbody>
          ${all.flat().map((one) => this.#row(one))}
        </tbody>
      </table>
      ${rows.isComplete && rows.refusal === null ? nothing : this.#more(rows)}
    </div>`
  }

  #row(one: Override): TemplateResult {
    const { provider, organization_id: organization } = this.filter
    const query = `?organization_id=${encodeURIComponent(one.organization_id)}`
    const path = pathTo('organizations', this.app.environment.id)
    return html`<tr>
      ${
        organization === ''
          ? html`<td>
              <a class="mono" href=${path + query}>${one.organization_id}</a>
              ${provider === '' ? html`<div class="narrow small">${this.#provider(one)}</div>` : nothing}
            </td>`
          : nothing
      }
      ${
        provider === ''
          ? html`<td class=${organization === '' ? 'wide' : ''}>${this.#provider(one)}</td>`
          : nothing
      }
      <td>${setsOf(one)}</td>
      <td class="wide changed">${ago(one.updated_at)}</td>
    </tr>`
  }

  #provider({ name, provider_slug: slug, ownership }: Override): TemplateResult {
    return html`<a href=${pathTo('providers', this.app.environment.id, itemOf({ slug, ownership }))}
        >${name}</a
      >${ownership === 'organization' ? html` <span class="subtle small">shared</span>` : nothing}`
  }

  #more(rows: PagedRows<Override>): TemplateResult {
    return html`<div class="more actions">
      ${rows.refusal === null ? nothing : html`<span class="fault small" role="alert">${rows.refusal.message}</span>`}
      <wa-button
        size="s"
        appearance="outlined"
        ?loading=${rows.isReading}
        @click=${() => {
          rows.again()
          rows.show(0, rows.count)
        }}
        >${rows.refusal === null ? 'Show more' : 'Try again'}</wa-button
      >
    </div>`
  }

  #list(): PagedRows<Override> {
    const rows: PagedRows<Override> = new PagedRows(
      (between) => this.app.here.overrides(this.filter, between),
      () => {
        if (rows === this.#rows) this.requestUpdate()
      },
    )
    return rows
  }
}

/** What differs from the provider's own settings. */
const setsOf = ({ enabled, client, client_missing: isMissing, scopes, config }: Override) => {
  const values = Object.entries(config)
  const isNothing =
    enabled === null && client === null && !isMissing && scopes === null && values.length === 0
  if (isNothing) return html`<span class="subtle">nothing any more</span>`
  return html`
    ${enabled === false ? html`<div><span class="state">Switched off</span></div>` : nothing}
    ${
      // Its own yes changes nothing: off by the developer is off.
      enabled === true ? html`<div><span class="state good">Switched on</span></div>` : nothing
    }
    ${isMissing ? html`<div><span class="state warn">Has to bring a client</span></div>` : nothing}
    ${
      client === null
        ? nothing
        : html`<div class="small">
            Own client <span class="mono">${client.client_id}</span>${
              client.client_secret_last_four === null
                ? nothing
                : html`, secret <span class="mono">•••• ${client.client_secret_last_four}</span>`
            }
          </div>`
    }
    ${scopes === null ? nothing : scopeText(scopes)}
    ${values.map(([key, value]) => html`<div class="small">${key}: <span class="mono">${value}</span></div>`)}
  `
}

const scopeText = (scopes: readonly string[]): TemplateResult =>
  scopes.length === 0
    ? html`<div class="small">No scopes</div>`
    : html`<div class="small">Scopes <span class="mono">${scopes.join(' ')}</span></div>`

customElements.define('pd-override-list', OverrideListElement)
