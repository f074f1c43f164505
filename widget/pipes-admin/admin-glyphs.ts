/** As in `ui/glyphs.ts`, for `<pipes-admin>` alone. */
import { html, type TemplateResult } from 'lit'

export const checkGlyph: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="m5 12.5 4.5 4.5L19 7.5" />
</svg>`

export const lockGlyph: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="M7 11V8a5 5 0 0 1 10 0v3M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z"
  />
</svg>`
