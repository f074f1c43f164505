/** What a server found wrong with a form: said at the fields, and below them where no field is meant. */
import { nothing, type TemplateResult } from 'lit'
import type { Refusal } from '../api/request.ts'
import { problem } from './views.ts'

export class FormFaults {
  refusal: Refusal | null = null
  /** Fields that have a place of their own in this drawing. */
  readonly #drawn = new Set<string>()

  /** Before each drawing. */
  begin(): void {
    this.#drawn.clear()
  }

  /** @param field as on the wire, with dots */
  at(field: string): string | undefined {
    this.#drawn.add(field)
    return this.refusal?.fields.get(field)
  }

  /** After all fields are drawn. */
  elsewhere(): TemplateResult | typeof nothing {
    const { refusal } = this
    if (refusal === null) return nothing
    const isAllSaid = [...refusal.fields.keys()].every((field) => this.#drawn.has(field))
    return refusal.fields.size > 0 && isAllSaid ? nothing : problem(refusal)
  }
}
