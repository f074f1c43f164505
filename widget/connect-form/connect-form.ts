/**
 * What a person enters before connecting: a key, a client of their own, the provider's fields; and the choice where there
 * are several ways. The values are in the inputs and nowhere else: no state, no attribute, no name by which a form would
 * send them, and the inputs go when the dialog closes.
 */
import type { TemplateResult } from 'lit'
import { methodsNow, type AuthMethod, type Integration } from '../api/integration.ts'
import type { Problem } from '../api/problem.ts'
import { enForm } from '../i18n/en-form.ts'
import type { Messages } from '../i18n/messages.ts'
import { problemText } from '../i18n/problem-text.ts'
import type { Row } from '../pipes-widget/row.ts'
import type { ConnectForm, FormActions, FormHost } from './contract.ts'
import { configFields, credentialFields, entryOf, faultOf, type Field } from './fields.ts'
import { formView, type Words } from './form-view.ts'

export class EntryForm implements ConnectForm {
  readonly #host: FormHost
  readonly #actions: FormActions
  /** As it was at the opening: the list may be read again meanwhile, and an input must not change its meaning. */
  readonly #integration: Integration
  #method: AuthMethod
  /** By field name. */
  #faults = new Map<string, string>()
  #shown = new Set<string>()
  /** The refusal that has been looked at. */
  #known: Problem | null = null
  #isProblemShown = false
  #focusFault = false

  constructor(host: FormHost, { integration }: Row, actions: FormActions) {
    this.#host = host
    this.#actions = actions
    this.#integration = integration
    this.#method = methodsNow(integration)[0] ?? 'oauth'
  }

  view(row: Row, messages: Messages): TemplateResult {
    const t: Words = { ...messages, form: { ...enForm, ...messages.form } }
    if (row.problem !== this.#known) this.#learn(row, t)
    const { slug, name } = this.#integration
    const isBusy = row.activity === 'sending'
    return formView({
      integration: this.#integration,
      methods: methodsNow(this.#integration),
      method: this.#method,
      fields: { credentials: this.#credentials(t), config: this.#config(t) },
      faults: this.#faults,
      shown: this.#shown,
      problem: this.#isProblemShown && row.problem ? problemText(row.problem, name, t) : null,
      isBusy,
      choose: (method) => this.#choose(method),
      toggle: (field) => this.#toggle(field),
      edited: (field) => this.#edited(field),
      submit: () => isBusy || this.#submit(t),
      cancel: () => this.#actions.dismissForm(slug),
      t,
    })
  }

  updated(): void {
    if (!this.#focusFault) return
    this.#focusFault = false
    this.#host.renderRoot.querySelector<HTMLElement>('dialog [aria-invalid="true"]')?.focus()
  }

  /** A refusal about inputs is shown at these, any other above the buttons. */
  #learn({ problem, refused = [] }: Row, t: Words): void {
    this.#known = problem
    if (problem === null) return
    const fields = this.#fields(t).filter(({ name }) => refused.includes(name))
    // The Worker's words on a request as such are for developers.
    const text =
      problem.code === 'invalid_request'
        ? t.form.refused
        : problemText(problem, this.#integration.name, t)
    this.#faults = new Map(fields.map(({ name }) => [name, text]))
    this.#isProblemShown = fields.length === 0
    this.#focusFault = fields.length > 0
  }

  #choose(method: AuthMethod): void {
    this.#method = method
    this.#faults = new Map()
    this.#shown = new Set()
    this.#isProblemShown = false
    this.#host.requestUpdate()
  }

  #toggle(field: string): void {
    if (!this.#shown.delete(field)) this.#shown.add(field)
    this.#host.requestUpdate()
  }

  #edited(field: string): void {
    if (this.#faults.delete(field)) this.#host.requestUpdate()
  }

  #submit(t: Words): void {
    const fields = this.#fields(t)
    const values = this.#values()
    this.#faults = new Map(
      fields.flatMap((field) => {
        const fault = faultOf(field, values.get(field.name) ?? '', t.form)
        return fault === null ? [] : [[field.name, fault] as const]
      }),
    )
    this.#isProblemShown = this.#faults.size === 0
    this.#focusFault = this.#faults.size > 0
    // What is on its way is not to be seen, and no browser keeps a password that was none.
    this.#shown = new Set()
    if (this.#faults.size === 0) {
      this.#actions.submitForm(this.#integration.slug, entryOf(this.#method, fields, values))
    }
    this.#host.requestUpdate()
  }

  /** As they are typed, without the spaces that come with pasting. */
  #values(): ReadonlyMap<string, string> {
    const inputs = this.#host.renderRoot.querySelectorAll<HTMLInputElement>('dialog [data-field]')
    return new Map(
      Array.from(inputs, (input) => [input.dataset['field'] ?? '', input.value.trim()]),
    )
  }

  #credentials(t: Words): readonly Field[] {
    return credentialFields(this.#integration, this.#method, t.form)
  }

  #config(t: Words): readonly Field[] {
    return configFields(this.#integration, t.form)
  }

  #fields(t: Words): readonly Field[] {
    return [...this.#credentials(t), ...this.#config(t)]
  }
}
