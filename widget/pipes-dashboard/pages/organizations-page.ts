/** What organizations set for themselves: of all, or of the one that was looked for. */
import { css, html, nothing, type TemplateResult } from 'lit'
import type WaInput from '@awesome.me/webawesome/dist/components/input/input.js'
import type { OverrideFilter } from '../api/operator-api.ts'
import { Page } from '../app/page.ts'
import { pathTo } from '../app/routes.ts'
import '../organizations/override-list.ts'
import { notice } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'

class OrganizationsPage extends Page {
  static override styles = [
    sheet,
    css`
      form {
        grid-template-columns: minmax(0, 26rem) auto;
        align-items: end;
        justify-content: start;
        gap: 0.5rem;
        margin-bottom: 1rem;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.25rem;
      }
    `,
  ]

  override readonly keepsPlace = true
  #filter: OverrideFilter = {
    provider: '',
    ownership: '',
    organization_id: new URLSearchParams(location.search).get('organization_id') ?? '',
  }
  #typed = this.#filter.organization_id

  protected override render(): TemplateResult {
    const { id, name } = this.app.environment
    const organization = this.#filter.organization_id
    return html`
      <div class="head">
        <div>
          <h1 tabindex="-1">Organizations</h1>
          <p>
            What organizations in ${name} have set for themselves: providers switched off, clients,
            scopes and addresses of their own. Their administrators do so in the widget.
          </p>
        </div>
      </div>
      <form
        role="search"
        method="dialog"
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault()
          this.#find(this.#typed.trim())
        }}
      >
        <wa-input
          size="s"
          label="Organization"
          type="search"
          autocomplete="off"
          spellcheck="false"
          placeholder="Its whole id"
          .value=${this.#typed}
          @input=${(event: Event) => (this.#typed = (event.currentTarget as WaInput).value ?? '')}
        >
          <wa-icon slot="start" name="magnifying-glass"></wa-icon>
        </wa-input>
        <wa-button type="submit" size="s" appearance="outlined">Find</wa-button>
      </form>
      <section class="card" aria-label="Overrides">
        ${
          organization === ''
            ? nothing
            : html`<div class="card-head">
                <h2 class="mono">${organization}</h2>
                <div class="ways small">
                  <a
                    href=${`${pathTo('connections', id)}?search=${encodeURIComponent(organization)}`}
                    >Its connections</a
                  >
                  <a href=${pathTo('organizations', id)}>All organizations</a>
                </div>
              </div>`
        }
        <pd-override-list
          .app=${this.app}
          .filter=${this.#filter}
          .none=${organization === '' ? NONE : nothingOf(organization)}
        ></pd-override-list>
      </section>
    `
  }

  #find(organization: string): void {
    const query = organization === '' ? '' : `?organization_id=${encodeURIComponent(organization)}`
    this.app.go(pathTo('organizations', this.app.environment.id) + query)
  }
}

const NONE = notice(
  'organizations',
  'No organization sets anything for itself',
  'With <pipes-admin> on your page, an organization’s administrators switch providers off, narrow scopes or bring a client of their own.',
)

const nothingOf = (organization: string): TemplateResult =>
  notice(
    'organizations',
    'It sets nothing for itself',
    `Everything in ${organization} is as the providers have it.`,
  )

customElements.define('pd-organizations', OrganizationsPage)
