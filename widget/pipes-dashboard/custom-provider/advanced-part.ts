/** The "Advanced" part of the form: it reads what is typed there, and brings a model from the catalogue. */
import type { TemplateResult } from 'lit'
import { catalogueDescription } from '../api/catalogue-file.ts'
import type { Refusal } from '../api/request.ts'
import type { FormFaults } from '../parts/form-faults.ts'
import { advancedFaults, readAdvanced } from './advanced.ts'
import { advancedView } from './advanced-view.ts'
import { withDescription, type CustomDraft } from './draft.ts'

type Form = {
  readonly draft: () => CustomDraft
  /** Draws the form again, too. */
  readonly edit: (changes: Partial<CustomDraft>) => void
  readonly faults: FormFaults
}

export class AdvancedPart {
  readonly #form: Form
  /** The provider of the catalogue to start from. */
  #model = { slug: '', said: '', isWrong: false }

  constructor(form: Form) {
    this.#form = form
  }

  view(): TemplateResult {
    const { draft, edit, faults } = this.#form
    const { advanced } = draft()
    const own = faults.at('advanced')
    const found = advancedFaults(faults.refusal?.fields ?? new Map())
    // They are said here, and nowhere else.
    for (const [field] of found) faults.at(field)
    const said = found.map(([, fault]) => fault)
    return advancedView({
      text: advanced,
      faults: own === undefined ? said : [own, ...said],
      isOpen: advanced !== '',
      model: this.#model.slug,
      modelSays: this.#model.said,
      isModelWrong: this.#model.isWrong,
      edit: (text) => edit({ advanced: text }),
      typed: () => {
        const read = readAdvanced(draft().advanced)
        if ('said' in read) edit(withDescription(draft(), read.said))
      },
      editModel: (slug) => this.#show({ slug, said: '', isWrong: false }),
      takeModel: () => void this.#takeModel(),
    })
  }

  /** Why nothing can be sent. */
  refusal(): Refusal | null {
    const read = readAdvanced(this.#form.draft().advanced)
    return 'said' in read
      ? null
      : { status: 0, code: 'not_json', message: '', fields: new Map([['advanced', read.wrong]]) }
  }

  async #takeModel(): Promise<void> {
    const slug = this.#model.slug.trim().toLowerCase()
    const described = await catalogueDescription(slug)
    if (described === null) {
      return this.#show({ slug, said: 'The catalogue has none of that slug', isWrong: true })
    }
    // Whose name was typed is not called like the model.
    const { name, ...rest } = described
    const { draft, edit } = this.#form
    edit(withDescription(draft(), draft().name === '' ? described : rest))
    this.#show({ slug, said: `Filled in as ${String(name)} has it.`, isWrong: false })
  }

  #show(model: { slug: string; said: string; isWrong: boolean }): void {
    this.#model = model
    this.#form.edit({})
  }
}
