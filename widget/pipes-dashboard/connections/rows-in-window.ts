/**
 * Which rows of a long table are drawn: those in the window and some around them, and the one that has the focus, wherever it
 * is. In between stand rows without content that are as high as what they stand for.
 */
import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core'
import type { LitElement, ReactiveController } from 'lit'

/** A row to draw, or the height of those that are not. */
export type Drawn =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'gap'; readonly before: number; readonly height: number }

/** Above and below the window, for the keyboard and for fast fingers. */
const AROUND = 12

type Rows = {
  /** So many are known. */
  readonly count: () => number
  /** As high as one of them is, about. */
  readonly rowHeight: number
  /** In the host's shadow; its rows carry their number as `data-index`. */
  readonly body: string
}

export class RowsInWindow implements ReactiveController {
  readonly #host: LitElement
  readonly #rows: Rows
  readonly #virtualizer: Virtualizer<Window, HTMLTableRowElement>
  #stop: (() => void) | null = null
  /** The row that has the focus. */
  focused: number | null = null
  #top = 0

  constructor(host: LitElement, rows: Rows) {
    this.#host = host
    this.#rows = rows
    this.#virtualizer = new Virtualizer(this.#options())
    host.addController(this)
  }

  hostConnected(): void {
    // oxlint-disable-next-line no-underscore-dangle -- what adapters call; the package has one for no framework
    this.#stop = this.#virtualizer._didMount()
    this.#host.addEventListener('focusin', this.#followFocus)
  }

  hostDisconnected(): void {
    this.#stop?.()
    this.#host.removeEventListener('focusin', this.#followFocus)
  }

  hostUpdate(): void {
    this.#virtualizer.setOptions(this.#options())
  }

  hostUpdated(): void {
    // oxlint-disable-next-line no-underscore-dangle -- as above
    this.#virtualizer._willUpdate()
    for (const row of this.#body()?.rows ?? []) {
      if (row.dataset['index'] !== undefined) this.#virtualizer.measureElement(row)
    }
    // What stands above the table may have become higher.
    const top = this.#topOfBody()
    if (top !== null && Math.abs(top - this.#top) > 1) {
      this.#top = top
      this.#host.requestUpdate()
    }
  }

  drawn(): readonly Drawn[] {
    const items = this.#virtualizer.getVirtualItems()
    const drawn: Drawn[] = []
    let reached = this.#top
    for (const { index, start, end } of items) {
      if (start > reached) drawn.push({ kind: 'gap', before: index, height: start - reached })
      drawn.push({ kind: 'row', index })
      reached = end
    }
    const rest = this.#top + this.#virtualizer.getTotalSize() - reached
    return rest > 0 ? [...drawn, { kind: 'gap', before: this.#rows.count(), height: rest }] : drawn
  }

  /** The first and the last row that are drawn around the window. */
  range(): { readonly from: number; readonly to: number } {
    const { range } = this.#virtualizer
    return range === null
      ? { from: 0, to: 0 }
      : { from: Math.max(0, range.startIndex - AROUND), to: range.endIndex + AROUND }
  }

  /** Of another list: nothing is known of its rows. */
  begin(): void {
    this.focused = null
    this.#virtualizer.measure()
  }

  #options(): VirtualizerOptions<Window, HTMLTableRowElement> {
    return {
      count: this.#rows.count(),
      estimateSize: () => this.#rows.rowHeight,
      getScrollElement: () => window,
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      scrollToFn: windowScroll,
      overscan: AROUND,
      scrollMargin: this.#top,
      // A row that has the focus stays, and those that the keyboard comes to next.
      rangeExtractor: (range) => {
        const { focused } = this
        const beside = focused === null ? [] : [focused - 1, focused, focused + 1]
        const there = beside.filter((index) => index >= 0 && index < range.count)
        return [...new Set([...defaultRangeExtractor(range), ...there])].toSorted((a, b) => a - b)
      },
      // What is measured changes what is drawn: in the same frame the browser would complain.
      useAnimationFrameWithResizeObserver: true,
      onChange: () => this.#host.requestUpdate(),
    }
  }

  readonly #followFocus = (event: FocusEvent): void => {
    const row = event
      .composedPath()
      .find((one): one is HTMLTableRowElement => one instanceof HTMLTableRowElement)
    const index = row?.dataset['index']
    this.focused = index === undefined ? null : Number(index)
  }

  #body(): HTMLTableSectionElement | null {
    return this.#host.renderRoot.querySelector(this.#rows.body)
  }

  #topOfBody(): number | null {
    const body = this.#body()
    return body === null ? null : body.getBoundingClientRect().top + scrollY
  }
}
