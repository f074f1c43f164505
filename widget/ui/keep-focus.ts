/** Keeps the keyboard's place: when the focused control goes with an update, its row's main button takes over. */
import type { ReactiveController, ReactiveElement } from 'lit'

export class KeepFocus implements ReactiveController {
  readonly #host: ReactiveElement
  readonly #elsewhere: string
  #focused: Element | null = null
  #row: Element | null = null

  /** @param elsewhere selects what takes over where there is no such button */
  constructor(host: ReactiveElement, elsewhere = '[tabindex="-1"]') {
    this.#host = host
    this.#elsewhere = elsewhere
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
    const place = next ?? root.querySelector(this.#elsewhere)
    if (place instanceof HTMLElement) place.focus()
  }
}
