/** Fields of a form: a Web Awesome control with its label, and the server's complaint where the hint stands. */
import { html, nothing, type TemplateResult } from 'lit'
import type WaInput from '@awesome.me/webawesome/dist/components/input/input.js'
import type WaTextarea from '@awesome.me/webawesome/dist/components/textarea/textarea.js'

export type FieldModel = {
  /** As on the wire, so that a complaint finds it. */
  readonly name: string
  readonly label: string
  readonly value: string
  readonly edit: (value: string) => void
  readonly fault?: string | undefined
  readonly hint?: string | undefined
  readonly placeholder?: string | undefined
  readonly isSecret?: boolean
  readonly isRequired?: boolean
  readonly isFirst?: boolean
  readonly rows?: number
}

export const textField = (model: FieldModel): TemplateResult => html`
  <wa-input
    size="s"
    name=${model.name}
    type=${model.isSecret === true ? 'password' : 'text'}
    ?password-toggle=${model.isSecret}
    label=${model.label}
    placeholder=${model.placeholder ?? nothing}
    autocomplete=${model.isSecret === true ? 'new-password' : 'off'}
    autocapitalize="off"
    spellcheck="false"
    ?autofocus=${model.isFirst}
    ?data-fault=${model.fault !== undefined}
    .value=${model.value}
    @input=${(event: Event) => model.edit((event.currentTarget as WaInput).value ?? '')}
  >
    ${below(model)}
  </wa-input>
`

export const textArea = (model: FieldModel): TemplateResult => html`
  <wa-textarea
    size="s"
    name=${model.name}
    rows=${model.rows ?? 3}
    resize="vertical"
    label=${model.label}
    placeholder=${model.placeholder ?? nothing}
    autocapitalize="off"
    spellcheck="false"
    ?data-fault=${model.fault !== undefined}
    .value=${model.value}
    @input=${(event: Event) => model.edit((event.currentTarget as WaTextarea).value ?? '')}
  >
    ${below(model)}
  </wa-textarea>
`

const below = ({ fault, hint }: FieldModel): TemplateResult | typeof nothing => {
  if (fault !== undefined) return html`<span slot="hint" class="fault">${sentence(fault)}</span>`
  return hint === undefined ? nothing : html`<span slot="hint">${hint}</span>`
}

/** The server says "must not be empty" of a field that it names. */
const sentence = (fault: string): string => {
  const text = fault.charAt(0).toUpperCase() + fault.slice(1)
  return /[.!?]$/.test(text) ? text : `${text}.`
}

/** Puts the keyboard where the first complaint is. */
export const focusFault = async (host: {
  readonly shadowRoot: ShadowRoot | null
  readonly updateComplete: Promise<unknown>
}): Promise<void> => {
  await host.updateComplete
  host.shadowRoot?.querySelector<HTMLElement>('[data-fault]')?.focus()
}
