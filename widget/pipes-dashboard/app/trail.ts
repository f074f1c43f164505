/** Where a person has been: the entries of the browser's history, and the lists that were left there as they were. */
import type { Page } from './page.ts'

type Left = {
  readonly page: Page
  readonly pathname: string
  /** How far it was scrolled, CSS pixels. */
  readonly top: number
  /** What had the focus in it: the link that led away. */
  readonly focus: HTMLElement | null
}

/** The oldest go first. */
const MOST = 12

export class Trail {
  readonly #left = new Map<number, Left>()
  #at = 0

  /** The number of the entry that the address means; the one before it has the number before. */
  get at(): number {
    return this.#at
  }

  /** Pages say where they begin: the browser would guess before their rows are there. */
  begin(): void {
    history.scrollRestoration = 'manual'
    this.follow()
  }

  /** Goes on from here: what lay ahead is gone. */
  push(path: string): void {
    for (const at of this.#left.keys()) if (at > this.#at) this.#left.delete(at)
    this.#at += 1
    history.pushState({ at: this.#at }, '', path)
  }

  /** After the browser went somewhere by itself. */
  follow(): void {
    const { at } = (history.state ?? {}) as { readonly at?: unknown }
    if (typeof at === 'number') this.#at = at
    else {
      // The first entry, or one that an address with a fragment has made.
      this.#at += 1
      history.replaceState({ at: this.#at }, '')
    }
  }

  /** Of somebody who has signed out. */
  forget(): void {
    this.#left.clear()
  }

  /** @param at the entry that the page was of */
  leave(at: number, page: Page, pathname: string): void {
    if (!page.keepsPlace) return
    const focus = page.shadowRoot?.activeElement
    this.#left.delete(at)
    this.#left.set(at, {
      page,
      pathname,
      top: scrollY,
      focus: focus instanceof HTMLElement ? focus : null,
    })
    const [oldest] = this.#left.keys()
    if (this.#left.size > MOST && oldest !== undefined) this.#left.delete(oldest)
  }

  /** @returns what was left at the entry of now */
  comeBack(): Left | undefined {
    const left = this.#left.get(this.#at)
    this.#left.delete(this.#at)
    return left
  }

  /** Goes back to where such a page was left last. @returns false: it was not, on the way to here */
  backTo(pathname: string): boolean {
    const places = [...this.#left].flatMap(([at, left]) =>
      at < this.#at && left.pathname === pathname ? [at] : [],
    )
    if (places.length === 0) return false
    history.go(Math.max(...places) - this.#at)
    return true
  }
}
