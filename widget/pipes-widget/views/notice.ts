/** A picture, a sentence, and what to do next: the widget when it has no list to show. */
import { html, nothing, type TemplateResult } from 'lit'

export type NoticeModel = {
  readonly glyph: TemplateResult
  readonly title: string
  readonly text: string
  readonly action?: TemplateResult
}

export const notice = (model: NoticeModel): TemplateResult => html`
  <div class="notice" part="notice">
    <span class="notice-glyph">${model.glyph}</span>
    <p class="notice-title">${model.title}</p>
    <p class="notice-text">${model.text}</p>
    ${model.action ?? nothing}
  </div>
`
