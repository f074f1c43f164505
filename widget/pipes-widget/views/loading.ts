/** The shape of the list before the list is there. */
import { html, type TemplateResult } from 'lit'

const bone = html`<div class="bone-row">
  <span class="bone bone-logo"></span>
  <span class="bone-lines"><span class="bone"></span><span class="bone"></span></span>
  <span class="bone bone-button"></span>
</div>`

export const loading = (): TemplateResult =>
  html`<div class="skeleton" part="skeleton" aria-hidden="true">${[bone, bone, bone, bone]}</div>`
