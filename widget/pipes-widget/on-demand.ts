/** The widget's other scripts, loaded when they are needed first. */
import type { Surroundings } from '../browser/surroundings.ts'
import type { FormHost, FormModule } from '../connect-form/contract.ts'
import type { More, MoreModule } from '../more/contract.ts'

export class OnDemand {
  readonly #host: FormHost
  readonly #surroundings: Surroundings
  /** Null until it is there. */
  form: FormModule | null = null
  more: MoreModule | null = null

  constructor(host: FormHost, surroundings: Surroundings) {
    this.#host = host
    this.#surroundings = surroundings
  }

  /** @returns null where it cannot be had */
  async needForm(): Promise<FormModule | null> {
    try {
      this.form ??= await this.#surroundings.importForm()
    } catch {
      return null
    }
    return this.form
  }

  /** @returns what a view has of it; null until it is there */
  moreFor(language: string, apiOrigin: string): More | null {
    const { page, now } = this.#surroundings
    return (
      this.more && {
        module: this.more,
        language,
        apiOrigin,
        pageUrl: page.url(),
        now: now(),
      }
    )
  }

  /** @returns null where it cannot be had */
  async needMore(): Promise<MoreModule | null> {
    if (this.more !== null) return this.more
    try {
      const loaded = await this.#surroundings.importMore()
      loaded.prepare(this.#host)
      this.more = loaded
    } catch {
      return null
    }
    this.#host.requestUpdate()
    return this.more
  }
}
