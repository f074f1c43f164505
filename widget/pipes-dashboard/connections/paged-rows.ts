/**
 * The rows of a list that is too long to have: read by cursors, page after page, of which only those near the reader are
 * kept. A page that was let go is read again from between its two cursors, so rows neither repeat nor go missing.
 */
import type { Between } from '../api/operator-api.ts'
import type { Answer, Refusal } from '../api/request.ts'

export type RowPage<Row> = {
  readonly data: readonly Row[]
  readonly list_metadata: { readonly before: string | null; readonly after: string | null }
}

type Held<Row> = {
  /** Null: let go. */
  rows: readonly Row[] | null
  /** How many there are, also while they are let go, and the number of the first. */
  count: number
  first: number
  /** As it was when somebody left the list; read again when it is looked at. */
  isOld: boolean
  readonly between: { after: string; before: string }
}

/** On either side of what is looked at; of a hundred rows each. */
const KEPT_PAGES = 5

export class PagedRows<Row> {
  /** What is known to be there; there are more while `isComplete` is false. */
  count = 0
  isComplete = false
  isReading = false
  /** Why the last reading failed. */
  refusal: Refusal | null = null

  readonly #read: (between: Between) => Answer<RowPage<Row>>
  readonly #changed: () => void
  readonly #pages: Held<Row>[] = []
  #next = ''

  /** @param changed is called when there is something else to draw */
  constructor(read: (between: Between) => Answer<RowPage<Row>>, changed: () => void) {
    this.#read = read
    this.#changed = changed
  }

  /** @returns undefined: it is not here (any more); `show` reads it */
  at(index: number): Row | undefined {
    const place = this.#pageOf(index)
    const page = this.#pages[place]
    return page?.rows?.[index - page.first]
  }

  /**
   * Reads what is missing between two rows, and what follows when the end is near; lets go of what is far away.
   *
   * @param kept a row that stays with its neighbours, wherever it is
   */
  show(from: number, to: number, kept: number | null = null): void {
    const [begin, end] = [this.#pageOf(from), this.#pageOf(to)]
    const staying = kept === null ? [] : [this.#pageOf(kept - 1), this.#pageOf(kept + 1)]
    for (const [place, page] of this.#pages.entries()) {
      const isNear = place >= begin - KEPT_PAGES && place <= end + KEPT_PAGES
      if (!isNear && !staying.includes(place)) page.rows = null
    }
    if (this.isReading || this.refusal !== null) return
    const inSight = this.#pages.slice(begin, end + 1)
    const missing = inSight.find(({ rows, isOld }) => rows === null || isOld)
    if (missing !== undefined) void this.#readAgain(missing)
    else if (!this.isComplete && to >= this.count) void this.#readNext()
  }

  /** After a failure, the same once more. */
  again(): void {
    this.refusal = null
    this.#changed()
  }

  /** Somebody has come back to the list: what they see is what they left, until it is read again. */
  growOld(): void {
    for (const page of this.#pages) page.isOld = true
    this.again()
  }

  async #readNext(): Promise<void> {
    const after = this.#next
    const page = await this.#reading({ after, before: '' })
    if (page === null) return
    const { data, list_metadata: places } = page
    const last = this.#pages.at(-1)
    if (last !== undefined) last.between.before = places.before ?? ''
    this.#pages.push({
      rows: data,
      count: data.length,
      first: this.count,
      isOld: false,
      between: { after, before: '' },
    })
    this.#endsAt(places.after)
    this.#counted()
  }

  async #readAgain(held: Held<Row>): Promise<void> {
    const page = await this.#reading(held.between)
    if (page === null) return
    held.rows = page.data
    held.count = page.data.length
    held.isOld = false
    if (held === this.#pages.at(-1)) this.#endsAt(page.list_metadata.after)
    this.#counted()
  }

  #endsAt(after: string | null): void {
    this.#next = after ?? ''
    this.isComplete = after === null
  }

  async #reading(between: Between): Promise<RowPage<Row> | null> {
    this.isReading = true
    this.#changed()
    const answer = await this.#read(between)
    this.isReading = false
    this.refusal = answer.ok ? null : answer.failure
    if (!answer.ok) this.#changed()
    return answer.ok ? answer.value : null
  }

  #counted(): void {
    this.count = 0
    for (const page of this.#pages) {
      page.first = this.count
      this.count += page.count
    }
    this.#changed()
  }

  /** By halves: there may be ten thousand. Of a row behind the end it is the last one. */
  #pageOf(index: number): number {
    let [low, high] = [0, this.#pages.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#pages[middle]?.first ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return low
  }
}
