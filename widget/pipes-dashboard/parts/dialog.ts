/** A dialog of Web Awesome that hears only its own closing: lists and menus inside say the same of themselves. */
import '@awesome.me/webawesome/dist/components/dialog/dialog.js'
import type WaDialog from '@awesome.me/webawesome/dist/components/dialog/dialog.js'
import { html, nothing, type TemplateResult } from 'lit'
import { ref } from 'lit/directives/ref.js'

export type DialogModel = {
  readonly label: string
  /** It has closed, whoever did it: draw it no longer. */
  readonly closed: () => void
  readonly body: TemplateResult
  /** Buttons at its foot. */
  readonly footer?: TemplateResult
  readonly isWide?: boolean
  /** A question goes away with a click beside it; what is typed into a form does not. */
  readonly isQuestion?: boolean
}

/** Drawn while it is open, and not at all otherwise. */
export const dialog = (model: DialogModel): TemplateResult => html`
  <wa-dialog
    label=${model.label}
    class=${model.isWide === true ? 'is-wide' : ''}
    ?light-dismiss=${model.isQuestion}
    @wa-after-hide=${(event: Event) => {
      if (event.target === event.currentTarget) model.closed()
    }}
    ${ref(opened)}
  >
    ${model.body}
    ${
      model.footer === undefined
        ? nothing
        : html`<div slot="footer" class="actions">${model.footer}</div>`
    }
  </wa-dialog>
`

/** Opened after its first drawing: only then it puts the focus where `autofocus` is. */
const opened = (element: Element | undefined): void => {
  const shown = element as WaDialog | undefined
  void shown?.updateComplete.then(() => {
    shown.open = true
  })
}

/** As if somebody had pressed its ×; the focus goes back to where it was. */
export const closeDialog = (host: { readonly shadowRoot: ShadowRoot | null }): void => {
  const shown = [...(host.shadowRoot?.querySelectorAll('wa-dialog') ?? [])].at(-1)
  if (shown) shown.open = false
}
