/** The few pictures of the widget, drawn in the text's colour and hidden from assistive technology. */
import { html, type TemplateResult } from 'lit'

export const plugGlyph: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M9 3v5m6-5v5M6 8h12v3a6 6 0 0 1-12 0zm6 9v4" />
</svg>`

export const alertGlyph: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="M12 8v5m0 3.5v.01M10.3 3.9 2.4 17.6A2 2 0 0 0 4.1 20.6h15.8a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0z"
  />
</svg>`

export const clockGlyph: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="9" />
  <path d="M12 7v5l3 2" />
</svg>`

export const chevronGlyph: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="m6 9 6 6 6-6" />
</svg>`

export const spinner: TemplateResult = html`<svg
  class="spinner"
  viewBox="0 0 24 24"
  aria-hidden="true"
>
  <circle cx="12" cy="12" r="9" />
  <path d="M21 12a9 9 0 0 0-9-9" />
</svg>`
