/** What a provider is called, and what this app wants of it. */
import { html, nothing, type TemplateResult } from 'lit'

export const aboutProvider = ({
  name,
  description,
}: {
  readonly name: string
  readonly description: string | null
}): TemplateResult => html`
  <div class="about">
    <span class="name" part="name"><bdi>${name}</bdi></span>
    ${
      description === null
        ? nothing
        : html`<span class="description" part="description"><bdi>${description}</bdi></span>`
    }
  </div>
`
