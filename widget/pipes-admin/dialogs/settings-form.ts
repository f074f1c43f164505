/**
 * What an organization sets for a provider: its own OAuth client, then scopes and fields. What is typed is in the inputs
 * and nowhere else, so that it outlives every re-reading and a session that ends, and goes when the dialog closes.
 */
import type { TemplateResult } from 'lit'
import type { Change } from '../../api/admin-api.ts'
import type { Configuration } from '../../api/configuration.ts'
import type { Problem } from '../../api/problem.ts'
import type { AdminSurroundings } from '../admin-surroundings.ts'
import { answersIn, fieldsOf } from '../../connect-form/config-fields.ts'
import type { FormHost } from '../../connect-form/contract.ts'
import { CONFIG, configField, credential, faultOf, type Field } from '../../connect-form/fields.ts'
import { enForm } from '../../i18n/en-form.ts'
import type { Words } from './dialogs.ts'
import { fill, type FormMessages } from '../../i18n/messages.ts'
import { problemText } from '../../i18n/problem-text.ts'
import type { Actions } from '../actions.ts'
import { settingsView, type Step } from './settings-view.ts'
import type { Row } from '../state.ts'

const OF_CLIENT = ['client_id', 'client_secret']

export class SettingsForm {
  readonly #host: FormHost
  readonly #actions: Pick<Actions, 'save' | 'close'>
  readonly #copy: AdminSurroundings['copy']
  readonly #key: string
  /** As it was at the opening: an input must not change its meaning. */
  readonly #configuration: Configuration
  #step: Step
  #chosen: Set<string>
  #faults = new Map<string, string>()
  #shown = new Set<string>()
  /** The refusal that has been looked at. */
  #known: Problem | null = null
  #isProblemShown = false
  /** It may lie below what is seen of a long form. */
  #isNews = false
  #isCopied = false
  #focus: string | null = null

  constructor(
    host: FormHost,
    { key, configuration }: Row,
    actions: Pick<Actions, 'save' | 'close'>,
    surroundings: Pick<AdminSurroundings, 'copy'>,
  ) {
    this.#host = host
    this.#actions = actions
    this.#copy = surroundings.copy
    this.#key = key
    this.#configuration = configuration
    this.#step = configuration.client === null ? 'rest' : 'client'
    this.#chosen = new Set(configuration.scopes)
  }

  view(row: Row, t: Words): TemplateResult {
    const form = { ...enForm, ...t.form }
    if (row.problem !== this.#known) this.#learn(row, t, form)
    const isBusy = row.activity === 'saving'
    return settingsView({
      configuration: this.#configuration,
      step: this.#step,
      clientFields: this.#clientFields(t, form),
      fields: this.#fields(form),
      scopes: this.#scopes(),
      chosen: this.#chosen,
      hasOtherScopes: this.#hasOtherScopes(),
      faults: this.#faults,
      shown: this.#shown,
      problem:
        this.#isProblemShown && row.problem
          ? problemText(row.problem, this.#configuration.name, t)
          : null,
      isCopied: this.#isCopied,
      isBusy,
      choose: (scope, isWanted) => this.#choose(scope, isWanted),
      toggle: (field) => this.#toggle(field),
      edited: (field) => this.#edited(field),
      copy: () => void this.#copyRedirectUri(),
      submit: () => isBusy || this.#submit(t, form),
      back: () => this.#goTo('client', '[data-field="client_id"]'),
      cancel: () => this.#actions.close(),
      t,
      form,
    })
  }

  /** After each drawing. */
  updated(): void {
    if (this.#isNews) {
      this.#isNews = false
      this.#host.renderRoot.querySelector('dialog .problem')?.scrollIntoView({ block: 'nearest' })
    }
    if (this.#focus === null) return
    const wanted = this.#host.renderRoot.querySelector<HTMLElement>(`dialog ${this.#focus}`)
    this.#focus = null
    wanted?.focus()
  }

  /** A refusal about inputs is shown at these, any other above the buttons. */
  #learn({ problem, refused }: Row, t: Words, form: FormMessages): void {
    this.#known = problem
    if (problem === null) return
    const { name } = this.#configuration
    const known = [...this.#clientFields(t, form), ...this.#fields(form)].map((field) => field.name)
    const fields = refused.filter((field) => field === 'scopes' || known.includes(field))
    // The Worker's words on a request as such are for developers.
    const text = problem.code === 'invalid_request' ? form.refused : problemText(problem, name, t)
    this.#faults = new Map(fields.map((field) => [field, text]))
    this.#isProblemShown = fields.length === 0
    this.#isNews = this.#isProblemShown
    if (fields.length > 0) this.#showFault()
  }

  #showFault(): void {
    const isOfClient = OF_CLIENT.some((field) => this.#faults.has(field))
    this.#goTo(isOfClient ? 'client' : 'rest', '[data-step]:not([hidden]) [aria-invalid="true"]')
  }

  #goTo(step: Step, focus: string): void {
    this.#step = step
    this.#focus = focus
    this.#host.requestUpdate()
  }

  #choose(scope: string, isWanted: boolean): void {
    if (isWanted) this.#chosen.add(scope)
    else this.#chosen.delete(scope)
    this.#faults.delete('scopes')
    this.#host.requestUpdate()
  }

  #toggle(field: string): void {
    if (!this.#shown.delete(field)) this.#shown.add(field)
    this.#host.requestUpdate()
  }

  #edited(field: string): void {
    if (this.#faults.delete(field)) this.#host.requestUpdate()
  }

  async #copyRedirectUri(): Promise<void> {
    this.#isCopied = await this.#copy(this.#configuration.client?.redirectUri ?? '')
    // Where the clipboard is closed to us the text is ready to be taken by hand.
    if (!this.#isCopied) {
      this.#host.renderRoot.querySelector<HTMLInputElement>('#redirect-uri')?.select()
    }
    this.#host.requestUpdate()
  }

  #submit(t: Words, form: FormMessages): void {
    const values = this.#values()
    this.#isProblemShown = false
    if (this.#step === 'client') {
      this.#faults = this.#clientFaults(values, t, form)
      if (this.#faults.size > 0) return this.#showFault()
      return this.#goTo('rest', 'h2')
    }
    this.#faults = new Map(
      this.#fields(form).flatMap((field) => {
        const fault = faultOf(field, values.get(field.name) ?? '', form)
        return fault === null ? [] : [[field.name, fault] as const]
      }),
    )
    if (this.#faults.size > 0) return this.#showFault()
    // What is on its way is not to be seen.
    this.#shown = new Set()
    // The same refusal twice is news.
    this.#known = null
    this.#isProblemShown = true
    this.#actions.save(this.#key, this.#changeOf(values))
    this.#host.requestUpdate()
  }

  #clientFaults(
    values: ReadonlyMap<string, string>,
    t: Words,
    form: FormMessages,
  ): Map<string, string> {
    const { client, methods } = this.#configuration
    const [id = '', secret = ''] = OF_CLIENT.map((field) => values.get(field))
    const isOptional = client?.clientId === null && methods.length > 1
    if (id === '' && secret === '' && isOptional) return new Map()
    if (id === '') return new Map([['client_id', form.missing]])
    if (secret !== '' || id === client?.clientId) return new Map()
    const isAnother = client?.clientId !== null
    return new Map([['client_secret', isAnother ? t.dialogs.secretForClient : form.missing]])
  }

  #changeOf(values: ReadonlyMap<string, string>): Change {
    const { methods, asks, raw } = this.#configuration
    const value = (name: string): string => values.get(name) ?? ''
    const config = fieldsOf({ raw }, 'integration').flatMap(({ key }) =>
      value(CONFIG + key) === '' ? [] : [[key, value(CONFIG + key)] as const],
    )
    return {
      ...(value('client_secret') !== '' && {
        client: { id: value('client_id'), secret: value('client_secret') },
      }),
      ...(methods.includes('oauth') && { scopes: this.#wanted(value('scopes')) }),
      ...(asks && { config: Object.fromEntries(config) }),
    }
  }

  #wanted(others: string): readonly string[] {
    const typed = others.split(/[\s,]+/).filter((scope) => scope !== '')
    return [...new Set([...this.#scopes().filter((scope) => this.#chosen.has(scope)), ...typed])]
  }

  /** As they are typed, without the spaces that come with pasting. */
  #values(): ReadonlyMap<string, string> {
    const inputs = this.#host.renderRoot.querySelectorAll<HTMLInputElement>('dialog [data-field]')
    return new Map(
      Array.from(inputs, (input) => [input.dataset['field'] ?? '', input.value.trim()]),
    )
  }

  /** What may be chosen: with a client of one's own whatever the provider is known to have. */
  #scopes(): readonly string[] {
    const { client, methods, scopes, defaultScopes, availableScopes } = this.#configuration
    if (!methods.includes('oauth')) return []
    return [...new Set([...defaultScopes, ...scopes, ...(client === null ? [] : availableScopes)])]
  }

  #hasOtherScopes(): boolean {
    const { client, availableScopes } = this.#configuration
    return client !== null && availableScopes.length === 0
  }

  #clientFields({ dialogs }: Words, form: FormMessages): readonly Field[] {
    const { client } = this.#configuration
    if (client === null) return []
    const secret = credential('client_secret', form.clientSecret, true)
    const isKept = client.lastFour !== null
    const kept = fill(dialogs.keepSecret, { last4: client.lastFour ?? '' })
    return [
      credential('client_id', form.clientId, false, client.clientId ?? ''),
      { ...secret, required: !isKept, hints: [isKept ? kept : form.secretNote] },
    ]
  }

  #fields(form: FormMessages): readonly Field[] {
    const { asks, raw } = this.#configuration
    if (!asks) return []
    return fieldsOf({ raw }, 'integration').map((field) => configField(field, answersIn(raw), form))
  }
}
