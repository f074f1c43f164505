/** Small views that many pages draw. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Refusal } from '../api/request.ts'
import type { Loading } from '../app/loading.ts'

export const icon = (name: string): TemplateResult => html`<wa-icon name=${name}></wa-icon>`

/** What a page shows of its data: bones, what went wrong, or the data. */
export const loaded = <T>(
  loading: Loading<T>,
  show: (value: T) => TemplateResult,
): TemplateResult => {
  const { state } = loading
  switch (state.kind) {
    case 'loading':
      return bones()
    case 'failed':
      return html`<div class="card">${failed(state.refusal, () => void loading.reload())}</div>`
    case 'ready':
      return show(state.value)
  }
}

export const bones = (): TemplateResult =>
  html`<div class="card" aria-busy="true">
    <span class="unseen">Loading …</span>
    ${[0, 1, 2].map(
      () =>
        html`<div class="row">
          <span class="bone bone-logo"></span><span class="bone bone-line"></span>
        </div>`,
    )}
  </div>`

export const failed = ({ message, status }: Refusal, again: () => void): TemplateResult =>
  notice(
    status === 0 ? 'unplug' : 'alert',
    status === 404 ? 'Not here' : 'This could not be loaded',
    message,
    html`<wa-button size="s" @click=${again}>Try again</wa-button>`,
  )

export const notice = (
  glyph: string,
  title: string,
  text: string,
  actions: TemplateResult | typeof nothing = nothing,
): TemplateResult => html`
  <div class="notice">
    ${icon(glyph)}
    <h2>${title}</h2>
    <p>${text}</p>
    ${actions === nothing ? nothing : html`<div class="actions">${actions}</div>`}
  </div>
`

/** Of a form: what is not said at a field. */
export const problem = (refusal: Refusal | null): TemplateResult | typeof nothing =>
  refusal === null
    ? nothing
    : html`<p class="problem" role="alert">${icon('alert')}<span>${refusal.message}</span></p>`

/** A value to take along. */
export const copyLine = (label: string, value: string): TemplateResult => html`
  <div class="copy">
    <code>${value}</code>
    <wa-copy-button
      value=${value}
      copy-label=${`Copy ${label}`}
      success-label="Copied"
    ></wa-copy-button>
  </div>
`

export const codeBlock = (label: string, text: string): TemplateResult => html`
  <figure class="code-block">
    <pre tabindex="0" role="group" aria-label=${label}><code>${text}</code></pre>
    <wa-copy-button
      value=${text}
      copy-label=${`Copy ${label}`}
      success-label="Copied"
    ></wa-copy-button>
  </figure>
`
