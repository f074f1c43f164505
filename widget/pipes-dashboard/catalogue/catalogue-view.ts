/** The catalogue: what is looked for, in which category, and a button for each provider that is meant. */
import type WaInput from '@awesome.me/webawesome/dist/components/input/input.js'
import type WaSelect from '@awesome.me/webawesome/dist/components/select/select.js'
import { html, nothing, type TemplateResult } from 'lit'
import type { Catalogue } from '../../../worker/contract/operator/answers.ts'
import { icon, notice } from '../parts/views.ts'
import { providerLogo } from '../../ui/provider-logo.ts'
import { categoryName, search, type CatalogueEntry } from './search.ts'

export type CatalogueModel = {
  /** Null: on its way. */
  readonly catalogue: Catalogue | null
  readonly present: ReadonlySet<string>
  readonly words: string
  readonly category: string
  readonly isSandbox: boolean
  readonly search: (words: string, category: string) => void
  readonly choose: (slug: string, name: string) => void
  readonly chooseCustom: () => void
}

export const catalogueView = (model: CatalogueModel): TemplateResult => {
  const { catalogue, words, category } = model
  const offered = (catalogue?.data ?? []).filter(
    ({ sandbox_only: isForSandbox }) => model.isSandbox || !isForSandbox,
  )
  const found = search(offered, words, category)
  return html`
    <div class="find">
      <wa-input
        size="s"
        type="search"
        autofocus
        autocomplete="off"
        spellcheck="false"
        label="Search providers"
        placeholder="GitHub, gcal, invoices …"
        .value=${words}
        @input=${(event: Event) =>
          model.search((event.currentTarget as WaInput).value ?? '', category)}
      >
        <wa-icon slot="start" name="magnifying-glass"></wa-icon>
      </wa-input>
      <wa-select
        size="s"
        label="Category"
        .value=${category}
        @change=${(event: Event) =>
          model.search(words, String((event.currentTarget as WaSelect).value ?? ''))}
      >
        <wa-option value="">All categories</wa-option>
        ${(catalogue?.categories ?? []).map(
          (one) => html`<wa-option value=${one}>${categoryName(one)}</wa-option>`,
        )}
      </wa-select>
    </div>
    <p class="unseen" role="status">
      ${catalogue === null ? 'Loading …' : `${found.length} providers`}
    </p>
    ${
      catalogue !== null && found.length === 0
        ? notice(
            'magnifying-glass',
            'No provider is called so',
            'Any service that speaks OAuth 2 can be described by hand.',
          )
        : nothing
    }
    <ul class="tiles" aria-label="Providers">
      ${found.map((entry) => html`<li>${tile(entry, model)}</li>`)}
      ${catalogue === null ? nothing : html`<li>${customTile(model)}</li>`}
    </ul>
  `
}

const tile = (
  { slug, name, category, icon_url: picture }: CatalogueEntry,
  { present, choose }: CatalogueModel,
): TemplateResult => html`
  <button type="button" class="tile" @click=${() => choose(slug, name)}>
    ${providerLogo(name, picture)}
    <span class="about"
      ><b>${name}</b> <small>${category === null ? slug : categoryName(category)}</small></span
    >
    ${present.has(slug) ? html`<span class="chip">set up</span>` : nothing}
  </button>
`

const customTile = ({ chooseCustom }: CatalogueModel): TemplateResult => html`
  <button type="button" class="tile" @click=${chooseCustom}>
    <span class="logo" aria-hidden="true">${icon('plus')}</span>
    <span class="about"><b>Another provider</b> <small>described by you</small></span>
  </button>
`
