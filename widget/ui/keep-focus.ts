/** Keeps the keyboard's place: when the focused control goes with an update, its row's main button takes over, or the dialog's. */
import type { ReactiveController, ReactiveElement } from 'lit'

export class KeepFocus implements ReactiveController {
  readonly #host: ReactiveElement
  #focused: Element | null = null
  #row: Element | null = null

  constructor(host: ReactiveElement) {
    this.#host = host
    host.addController(this)
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? null
    this.#row = this.#focused?.closest('li') ?? null
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot
    if (!root || !this.#focused || root.activeElement) return
    if (this.#focused.isConnected) return
    const next = this.#row?.isConnected ? this.#row.querySelector('[data-main]') : null
    const place =
      next ??
      root.querySelector('dialog[open] :is([data-main],[autofocus],button)') ??
      root.querySelector('[tabindex="-1"]')
    if (place instanceof HTMLElement) place.focus()
  }
}
