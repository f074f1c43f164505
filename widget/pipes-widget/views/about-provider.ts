/** What a provider is called, and what this app wants of it. */
import { html, nothing, type TemplateResult } from 'lit'

type Provider = { readonly name: string; readonly description: string | null }

/** @param toggle beside the name, of a row that has more to say */
export const aboutProvider = (
  { name, description }: Provider,
  toggle: TemplateResult | typeof nothing = nothing,
): TemplateResult => html`
  <div class="about">
    <span class="name" part="name"><bdi>${name}</bdi>${toggle}</span>
    ${
      description === null
        ? nothing
        : html`<span class="description" part="description" dir="auto">${description}</span>`
    }
  </div>
`
